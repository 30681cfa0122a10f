import { type LocalCloud } from '../../local/cloud/server'
import { type Transaction } from './sdk'
import { launch, plain, removeFolders, run } from './launch'

let cloud: LocalCloud

beforeAll(async () => {
  const unique = { indexes: [{ name: 'phone', fields: [['phone', 1] as [string, 1]], unique: true }] }
  cloud = await launch({ collections: { accounts: plain, people: unique } })
})

beforeEach(async () => {
  // Transactions that the test before left open run out.
  cloud.clock.offset += 60_000
  await run(cloud, async ({ db, _ }) => {
    for (const name of ['accounts', 'people'])
      await db
        .collection(name)
        .where({ _id: _.exists(true) })
        .remove()
    await db.collection('accounts').add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ],
    })
  })
})

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

test('a conflict inside runTransaction is not tried again, because the SDK loses its code', async () => {
  const attempts = await run(cloud, async ({ db, _ }) => {
    let count = 0
    const holder = await db.startTransaction()
    await holder
      .collection('accounts')
      .doc('a')
      .update({ data: { n: _.inc(1) } })
    await db
      .runTransaction(async (transaction) => {
        count++
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ data: { n: _.inc(1) } })
      })
      .catch(() => undefined)
    return count
  })
  expect(attempts).toBe(1)
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

test('rolled back, nothing stays and its documents are free again', async () => {
  const n = await run(cloud, async ({ db }) => {
    const reason = await db
      .runTransaction(async (transaction) => {
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ data: { n: 100 } })
        await transaction.rollback('changed my mind')
      })
      .catch((error: unknown) => error)
    await db
      .collection('accounts')
      .doc('a')
      .update({ data: { b: 1 } })
    return { reason, doc: (await db.collection('accounts').doc('a').get()).data }
  })
  expect(n).toEqual({ reason: 'changed my mind', doc: { _id: 'a', n: 1, b: 1 } })
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
