// An index changes how a query is answered, never what is answered.
import { Store } from '../../local/cloud/store/store'
import { type IndexDefinition } from '../../local/cloud/store/index-definitions'
import { freshFolder, removeFolders } from './launch'

let open: Store[] = []

afterEach(async () => {
  await Promise.all(open.map((store) => store.close()))
  open = []
})
afterAll(removeFolders)

type Fields = IndexDefinition['fields']

/** A store whose collection `notes` has these indexes and documents. */
async function storeWith(documents: object[], ...indexes: Fields[]): Promise<Store> {
  const definitions = {
    notes: { indexes: indexes.map((fields, n) => ({ name: `i${n}`, fields, unique: false })) },
  }
  const store = Store.open({ folder: freshFolder(), definitions, clock: () => 0, fsync: false })
  open.push(store)
  await store.insert(
    'notes',
    documents.map((document) => JSON.stringify(document)),
  )
  return store
}

const idsOf = (store: Store, query: object, order?: object) =>
  store
    .find({ collection: 'notes', query: JSON.stringify(query), ...(order && { order: JSON.stringify(order) }) })
    .map((text) => (JSON.parse(text) as { _id: string })._id)

test('counts by an index whose second field would take too many keys look at the documents', async () => {
  const documents = Array.from({ length: 100 }, (_, n) => ({ _id: `n${n}`, a: n % 20, b: 1000 + n }))
  const store = await storeWith(documents, [
    ['a', 1],
    ['b', 1],
  ])
  const few = { $in: Array.from({ length: 20 }, (_, n) => n) }
  expect(store.count({ collection: 'notes', query: JSON.stringify({ a: few, b: few }) })).toBe(0)
})

test('an index finds NaN and impossible dates', async () => {
  const nan = { $numberDouble: 'NaN' }
  const never = { $date: { $numberLong: String(-(2n ** 63n)) } }
  const store = await storeWith(
    [
      { _id: 'nan', a: nan },
      { _id: 'one', a: 1 },
      { _id: 'never', a: never },
    ],
    [['a', 1]],
  )
  expect(idsOf(store, { a: nan })).toEqual(['nan'])
  expect(idsOf(store, { a: { $in: [nan, 1, nan] } })).toEqual(['nan', 'one'])
  expect(store.count({ collection: 'notes', query: JSON.stringify({ a: { $in: [nan, nan] } }) })).toBe(1)
})

test('without an order documents come as the index holds them, not as they were asked for', async () => {
  const documents = ['b', 'c', 'a'].map((id) => ({ _id: id, up: id, down: id }))
  const store = await storeWith(documents, [['up', 1]], [['down', -1]])
  const asked = { $in: ['c', 'a', 'b', 'a'] }
  expect(idsOf(store, { _id: asked })).toEqual(['a', 'b', 'c'])
  expect(idsOf(store, { up: asked })).toEqual(['a', 'b', 'c'])
  expect(idsOf(store, { down: asked })).toEqual(['c', 'b', 'a'])
})

test('a list that holds the one value asked for is still sorted by its least and largest items', async () => {
  const documents = [
    { _id: 'one', tags: ['x'] },
    { _id: 'two', tags: ['a', 'x'] },
    { _id: 'three', tags: ['x', 'z'] },
  ]
  const store = await storeWith(documents, [['tags', 1]])
  expect(idsOf(store, { tags: 'x' }, { tags: 1 })).toEqual(['two', 'one', 'three'])
  expect(idsOf(store, { tags: 'x' }, { tags: -1 })).toEqual(['three', 'one', 'two'])
})

test('a unique index over one list has a key for each item, and none of two items', async () => {
  const definitions = {
    notes: {
      indexes: [
        {
          name: 'pair',
          fields: [
            ['i.x', 1],
            ['i.y', 1],
          ] as Fields,
          unique: true,
        },
      ],
    },
  }
  const store = Store.open({ folder: freshFolder(), definitions, clock: () => 0, fsync: false })
  open.push(store)
  const add = (_id: string, ...pairs: [number, number][]) =>
    store.insert('notes', [JSON.stringify({ _id, i: pairs.map(([x, y]) => ({ x, y })) })])
  await add('a', [1, 1], [2, 2])
  await add('b', [1, 2])
  await expect(add('c', [3, 3], [2, 2])).rejects.toThrow('E11000')
  expect(idsOf(store, { 'i.x': 1, 'i.y': 2 })).toEqual(['a', 'b'])
  expect(idsOf(store, { 'i.x': 1, 'i.y': { $gt: 1 } })).toEqual(['a', 'b'])
  await store.remove({ collection: 'notes', query: '{"_id":"a"}', multi: false })
  await add('c', [3, 3], [2, 2])
})

test('a lookup into a collection that nobody made joins nothing', async () => {
  const store = await storeWith([{ _id: 'a', n: 1 }])
  const lookup = JSON.stringify({ from: 'nowhere', localField: 'n', foreignField: '_id', as: 'found' })
  expect(store.aggregate('notes', [{ stageKey: '$lookup', stageValue: lookup }])).toEqual([
    '{"_id":"a","n":1,"found":[]}',
  ])
})
