import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'
import { type Row } from './sdk'

// wx-server-sdk makes what is missing by doc().set() alone; the protocol also knows it of updates, as other SDKs send them.
let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { things: plain } })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

async function upsert(query: Row, data: Row, merge = true): Promise<{ id?: string; error?: string; doc: Row | null }> {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    body: JSON.stringify({
      ...{
        action: 'database.modifyDocument',
        collectionName: 'things',
        queryType: 'WHERE',
        multi: false,
        upsert: true,
      },
      ...{ merge, query: JSON.stringify(query), data: JSON.stringify(data) },
    }),
  })
  const { data: answer, message } = (await response.json()) as { data?: { upsert_id: string }; message?: string }
  const id = answer?.upsert_id
  const read = ({ db }: Parameters<Parameters<typeof run>[1]>[0], wanted: unknown) =>
    db.collection('things').doc(String(wanted)).get()
  return { id, error: message, doc: id === undefined ? null : (await run(cloud, read, id)).data }
}

test('set makes a missing document under the id it was asked for', async () => {
  const made = await run(cloud, async ({ db }) => {
    const { _id, stats } = await db
      .collection('things')
      .doc('set')
      .set({ data: { a: 1 } })
    return { _id, stats, doc: (await db.collection('things').doc('set').get()).data }
  })
  expect(made).toEqual({ _id: 'set', stats: { updated: 0, created: 1 }, doc: { _id: 'set', a: 1 } })
})

test('a document made by an update begins with what the query says it must equal, then the update is done', async () => {
  const { id, doc } = await upsert(
    { _id: 'made', kind: 'k', 'deep.x': 1, n: { $gt: 5 }, $and: [{ sure: { $eq: true } }], list: { $in: [1] } },
    { $inc: { times: 2 }, $set: { 'deep.y': 2 }, $setOnInsert: { first: 'yes' } },
  )
  expect(id).toBe('made')
  expect(doc).toEqual({ _id: 'made', kind: 'k', deep: { x: 1, y: 2 }, sure: true, times: 2, first: 'yes' })
})

test('one that is there is updated, and what is meant for new ones left out', async () => {
  await upsert({ _id: 'there' }, { $set: { n: 1 } })
  const { id } = await upsert({ _id: 'there' }, { $inc: { n: 1 }, $setOnInsert: { first: 'yes' } })
  const doc = await run(cloud, async ({ db }) => (await db.collection('things').doc('there').get()).data)
  expect(id).toBeNull()
  expect(doc).toEqual({ _id: 'there', n: 2 })
})

test('without an id in the query one is made, and a replaced document takes nothing else from the query', async () => {
  const made = await upsert({ kind: 'new' }, { a: 1 }, false)
  expect(made.id).toMatch(/^[0-9a-f]{32}$/)
  expect(made.doc).toEqual({ _id: made.id, a: 1 })
})

test('a query that asks for one field twice cannot say what to make', async () => {
  const twice = await upsert({ $and: [{ kind: 'a' }, { kind: 'a' }], none: 1 }, { $set: { a: 1 } })
  expect(twice.error).toContain("cannot infer query fields to set, path 'kind' is matched twice")
})
