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

test('a plain write waits for the transaction that holds its document', async () => {
  const order = await run(cloud, async ({ db, _ }) => {
    const events: string[] = []
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { n: _.inc(10) } })
    const waiting = db
      .collection('accounts')
      .doc('a')
      .update({ data: { n: _.inc(1) } })
      .then(() => events.push('plain write'))
    await new Promise((resolve) => setTimeout(resolve, 200))
    events.push('commit')
    await transaction.commit()
    await waiting
    return { events, n: (await db.collection('accounts').doc('a').get()).data?.n }
  })
  expect(order).toEqual({ events: ['commit', 'plain write'], n: 12 })
})

test('a plain write that waited leaves a document alone that no longer matches', async () => {
  const updated = await run(cloud, async ({ db, _ }) => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 0 } })
    const waiting = db
      .collection('accounts')
      .where({ _id: 'a', n: _.gte(1) })
      .update({ data: { n: _.inc(-1) } })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await transaction.commit()
    return (await waiting).stats.updated
  })
  expect(updated).toBe(0)
})

test('thirty seconds after its start a transaction is gone and what it held is free', async () => {
  const id = await run(cloud, async ({ db }) => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 50 } })
    ;(globalThis as unknown as { kept: Transaction }).kept = transaction
    return 'kept'
  })
  expect(id).toBe('kept')
  cloud.clock.offset += 30_001
  const outcome = await run(cloud, async ({ db, _ }) => {
    await db
      .collection('accounts')
      .doc('a')
      .update({ data: { n: _.inc(1) } })
    const { kept } = globalThis as unknown as { kept: Transaction }
    const late = await kept.commit().then(
      () => 'committed',
      (error: Error) => error.message,
    )
    return { late, n: (await db.collection('accounts').doc('a').get()).data?.n }
  })
  expect(outcome.late).toContain('TransactionNotExist')
  expect(outcome.n).toBe(2)
})

test('two transactions cannot both take one unique key, whichever documents they write', async () => {
  const outcome = await run(cloud, async ({ db }) => {
    const first = await db.startTransaction()
    const second = await db.startTransaction()
    await first.collection('people').add({ data: { _id: 'p', phone: '138' } })
    const lost = await second
      .collection('people')
      .add({ data: { _id: 'q', phone: '138' } })
      .then(
        () => 'both',
        (error: { errMsg: string }) => error.errMsg,
      )
    await first.commit()
    const late = await db
      .collection('people')
      .add({ data: { phone: '138' } })
      .then(
        () => 'twice',
        (error: { errMsg: string }) => error.errMsg,
      )
    return { lost, late }
  })
  expect(outcome.lost).toContain('TransactionConflict')
  expect(outcome.late).toContain('E11000')
})
