// What no SDK sends, or only by a mistake: refused as the database refuses, never a failure of the local cloud.
import fc from 'fast-check'
import { noCost } from '../../local/cloud/store/cost'
import { CloudFault } from '../../local/cloud/store/faults'
import { Store } from '../../local/cloud/store/store'
import { freshFolder, plain, removeFolders } from './launch'

let store: Store

beforeAll(async () => {
  store = Store.open({ folder: freshFolder(), definitions: { notes: plain }, clock: () => 0, fsync: false })
  await store.insert('notes', ['{"_id":"a","n":1,"list":[{"x":1}]}'])
})

afterAll(async () => {
  await store.close()
  removeFolders()
})

const deep = (levels: number, open: string, close: string) => open.repeat(levels) + '1' + close.repeat(levels)
const refusal = expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' }) as Error

test.each([
  '{"$and":[null]}',
  '{"$and":[{"$or":[5]}]}',
  '{"$or":[null]}',
  '{"n":{"$tcb_server_date":null}}',
  '{"n":{"$tcb_server_date":{"offset":"soon"}}}',
  '{"n":{"$regularExpression":5}}',
  '{"n":{"$regularExpression":{"pattern":5}}}',
  '{"n":{"$regularExpression":{"pattern":"a","options":5}}}',
  '{"n":{"$date":null}}',
  '{"n":{"$date":{}}}',
  '{"n":{"$numberInt":{}}}',
  '{"n":{"$oid":5}}',
  deep(5000, '{"a":', '}'),
  deep(5000, '{"$and":[', ']}'),
  `{"n":{"$in":${deep(5000, '[', ']')}}}`,
])('a malformed query is refused: %.60s', (query) => {
  expect(() => store.find({ collection: 'notes', query })).toThrow(refusal)
})

const key = fc.constantFrom(
  ...['n', 'list', 'list.x', '_id', '$and', '$or', '$nor', '$not', '$in', '$gt', '$ne', '$exists', '$elemMatch'],
  ...['$all', '$size', '$type', '$mod', '$regex', '$options', '$expr', '$date', '$oid', '$numberInt', '$numberLong'],
  ...['$regularExpression', '$tcb_server_date', '$near', '$nearSphere', '$geoWithin', '$geometry', '$jsonSchema'],
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, 0, 1, -1, 2.5, '', 'a', '(', true),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
  ),
}))

test('whatever a query is made of, it is answered or refused by the database', () => {
  const ask = fc.dictionary(key, tree, { maxKeys: 3 }).map((query) => JSON.stringify(query))
  fc.assert(
    fc.property(ask, (query) => {
      try {
        store.find({ collection: 'notes', query }, noCost())
      } catch (error) {
        if (!(error instanceof CloudFault)) throw error
      }
    }),
    { numRuns: 5000, seed: 6 },
  )
})

test('16 MB are counted as BSON, which needs more than the text of a list of small numbers', async () => {
  const text = `{"_id":"large","list":[${'1,'.repeat(1_999_999)}1]}`
  await expect(store.insert('notes', [text])).rejects.toThrow('object to insert too large')
})
