import { type LocalCloud } from '../../local/cloud/server'
import { launch, plain, removeFolders, run } from './launch'
import { refillAccounts } from './accounts'
import { type Transaction } from './sdk'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { accounts: plain } })
})

beforeEach(() => refillAccounts(cloud))

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

test('a transaction sees its own writes; others see them at once after the commit, and not before', async () => {
  const seen = await run(cloud, async ({ db, _ }) => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { n: _.inc(5) } })
    await transaction.collection('accounts').add({ data: { _id: 'c', n: 9 } })
    const read = async (from: { collection: typeof db.collection }) => [
      (await from.collection('accounts').doc('a').get()).data?.n,
      (await from.collection('accounts').doc('c').get()).data?.n,
    ]
    const inside = await read(transaction)
    const outside = await read(db)
    await transaction.commit()
    return { inside, outside, after: await read(db) }
  })
  expect(seen).toEqual({ inside: [6, 9], outside: [1, null], after: [6, 9] })
})

test('the snapshot is taken at the first operation, not at startTransaction', async () => {
  const seen = await run(cloud, async ({ db }) => {
    const n = async (from: { collection: typeof db.collection }) =>
      (await from.collection('accounts').doc('a').get()).data?.n
    const transaction = await db.startTransaction()
    await db
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 2 } })
    const first = await n(transaction)
    await db
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 3 } })
    const second = await n(transaction)
    await transaction.rollback()
    return [first, second, await n(db)]
  })
  expect(seen).toEqual([2, 2, 3])
})

test('a snapshot also keeps what was removed, changed away from the query, or added since', async () => {
  const seen = await run(cloud, async ({ db }) => {
    const accounts = db.collection('accounts')
    const transaction = await db.startTransaction()
    const inside = async () =>
      (await transaction.collection('accounts').where({ n: 1 }).orderBy('_id', 'desc').get()).data.map((row) => row._id)
    const before = await inside()
    await accounts.doc('a').remove()
    await accounts.doc('b').update({ data: { n: 7 } })
    await accounts.add({ data: { _id: 'z', n: 1 } })
    const after = await inside()
    await transaction.rollback()
    return [before, after]
  })
  expect(seen).toEqual([
    ['b', 'a'],
    ['b', 'a'],
  ])
})

test('of two transactions on one document the second fails on its write, and is gone', async () => {
  const outcome = await run(cloud, async ({ db, _ }) => {
    const first = await db.startTransaction()
    const second = await db.startTransaction()
    const add = (transaction: Transaction) =>
      transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { n: _.inc(1) } })
    const text = (error: { errMsg?: string; message: string }) => error.errMsg ?? error.message
    await add(first)
    const lost = await add(second).then(() => 'no conflict', text)
    const gone = await second
      .collection('accounts')
      .doc('b')
      .get()
      .then(() => 'still there', text)
    await first.commit()
    return { lost, gone, n: (await db.collection('accounts').doc('a').get()).data?.n }
  })
  expect(outcome.lost).toContain('[ResourceUnavailable.TransactionConflict] Transaction is conflict')
  expect(outcome.lost).toContain('-501001')
  expect(outcome.gone).toContain('[ResourceUnavailable.TransactionNotExist]')
  expect(outcome.n).toBe(2)
})

test('a document changed since the snapshot cannot be written', async () => {
  const lost = run(cloud, async ({ db, _ }) => {
    const transaction = await db.startTransaction()
    await transaction.collection('accounts').doc('b').get()
    await db
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 5 } })
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { n: _.inc(1) } })
  })
  await expect(lost).rejects.toThrow('TransactionConflict')
})

test('write skew is possible, as with any snapshot isolation', async () => {
  const left = await run(cloud, async ({ db }) => {
    const [x, y] = [await db.startTransaction(), await db.startTransaction()]
    for (const transaction of [x, y]) {
      await transaction.collection('accounts').doc('a').get()
      await transaction.collection('accounts').doc('b').get()
    }
    await x
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 0 } })
    await y
      .collection('accounts')
      .doc('b')
      .update({ data: { n: 0 } })
    await x.commit()
    await y.commit()
    return (await db.collection('accounts').get()).data.map((row) => row.n)
  })
  expect(left).toEqual([0, 0])
})

test('where().update() inside a transaction runs outside it, as the SDK sends it without its id', async () => {
  const n = await run(cloud, async ({ db, _ }) => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .where({ _id: 'a' })
      .update({ data: { n: _.inc(1) } })
    await transaction.rollback()
    return (await db.collection('accounts').doc('a').get()).data?.n
  })
  expect(n).toBe(2)
})

test('a transaction sees what it added, replaced, made and removed, by id and by condition', async () => {
  const seen = await run(cloud, async ({ db, _ }) => {
    const transaction = await db.startTransaction()
    const accounts = transaction.collection('accounts')
    await accounts.add({
      data: [
        { _id: 'c', n: 3 },
        { _id: 'd', n: 4 },
      ],
    })
    const replaced = (await accounts.doc('a').set({ data: { z: 1 } })).stats
    await accounts.doc('e').set({ data: { n: 5 } })
    const removed = [(await accounts.doc('b').remove()).stats.removed, (await accounts.doc('b').remove()).stats.removed]
    const gone = (await accounts.doc('b').get()).data
    const some = await accounts
      .where(_.or([{ n: 3 }, { n: 5 }, { z: 1 }]))
      .orderBy('_id', 'asc')
      .get()
    await transaction.rollback()
    const left = await db.collection('accounts').orderBy('_id', 'asc').limit(9).get()
    return { replaced, removed, gone, some: some.data, left: left.data }
  })
  expect(seen.replaced).toMatchObject({ updated: 1 })
  expect(seen.removed).toEqual([1, 0])
  expect(seen.gone).toBeNull()
  expect(seen.some).toEqual([
    { _id: 'a', z: 1 },
    { _id: 'c', n: 3 },
    { _id: 'e', n: 5 },
  ])
  expect(seen.left).toEqual([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})

test('more than a thousand documents are added in one transaction, dates and places unharmed', async () => {
  const seen = await run(cloud, async ({ db, _ }) => {
    const transaction = await db.startTransaction()
    const accounts = transaction.collection('accounts')
    const rows = Array.from({ length: 1001 }, (_none, n) => ({ crowd: n, at: new Date(n) }))
    const { _ids } = await accounts.add({ data: rows })
    const { data } = await accounts
      .where({ crowd: _.gte(0) })
      .limit(1000)
      .get()
    await transaction.commit()
    const { total } = await db
      .collection('accounts')
      .where({ crowd: _.exists(true) })
      .count()
    return { ids: new Set(_ids).size, read: data.length, isDate: data[7]?.at instanceof Date, total }
  })
  expect(seen).toEqual({ ids: 1001, read: 1000, isDate: true, total: 1001 })
})

test('counting, and writing by condition, happen outside the transaction and survive it', async () => {
  const seen = await run(cloud, async ({ db, _ }) => {
    const transaction = await db.startTransaction()
    const accounts = transaction.collection('accounts')
    await accounts.add({ data: { _id: 'c', n: 1 } })
    const counted = (await accounts.where({ n: 1 }).count()).total
    const removed = (await accounts.where({ _id: 'b' }).remove()).stats.removed
    await transaction.rollback()
    const left = await db
      .collection('accounts')
      .where({ n: _.gte(0) })
      .limit(9)
      .get()
    return { counted, removed, left: left.data.map((row) => row._id) }
  })
  expect(seen).toEqual({ counted: 2, removed: 1, left: ['a'] })
})

test('two transactions on different documents both go through', async () => {
  const left = await run(cloud, async ({ db, _ }) => {
    const [x, y] = [await db.startTransaction(), await db.startTransaction()]
    await x
      .collection('accounts')
      .doc('a')
      .update({ data: { n: _.inc(1) } })
    await y
      .collection('accounts')
      .doc('b')
      .update({ data: { n: _.inc(2) } })
    await x.commit()
    await y.commit()
    return (await db.collection('accounts').orderBy('_id', 'asc').limit(9).get()).data.map((row) => row.n)
  })
  expect(left).toEqual([2, 3])
})
