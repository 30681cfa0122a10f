import { type LocalCloud } from '../../local/cloud/server'
import { indexTest, launch, localTest, plain, removeFolders, run } from './launch'
import { refillAccounts } from './accounts'
import { type Transaction } from './sdk'

let cloud: LocalCloud

beforeAll(async () => {
  const unique = { indexes: [{ name: 'phone', fields: [['phone', 1] as [string, 1]], unique: true }] }
  cloud = await launch({ collections: { accounts: plain, people: unique } })
})

beforeEach(() => refillAccounts(cloud, 'people'))

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

localTest('its clock is moved')(
  'thirty seconds after its start a transaction is gone and what it held is free',
  async () => {
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
  },
)

indexTest('two transactions cannot both take one unique key, whichever documents they write', async () => {
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

test('reading waits for nobody, and a document nobody holds is written at once', async () => {
  const seen = await run(cloud, async ({ db, _ }) => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { n: 9 } })
    const read = (await db.collection('accounts').doc('a').get()).data?.n
    const other = (
      await db
        .collection('accounts')
        .doc('b')
        .update({ data: { n: _.inc(1) } })
    ).stats.updated
    await transaction.rollback()
    return { read, other }
  })
  expect(seen).toEqual({ read: 1, other: 1 })
})

test('adding, replacing and removing wait as updating does, and a rollback lets them go on from what was before', async () => {
  const order = await run(cloud, async ({ db }) => {
    const events: string[] = []
    const accounts = db.collection('accounts')
    const transaction = await db.startTransaction()
    await transaction.collection('accounts').doc('a').remove()
    await transaction.collection('accounts').add({ data: { _id: 'c', n: 3 } })
    await transaction
      .collection('accounts')
      .doc('b')
      .update({ data: { n: 7 } })
    const waiting = [
      accounts
        .doc('a')
        .set({ data: { set: 1 } })
        .then(() => events.push('set')),
      accounts.add({ data: { _id: 'c', mine: 1 } }).then(() => events.push('add')),
      accounts
        .doc('b')
        .remove()
        .then(({ stats }) => events.push(`remove ${stats.removed}`)),
    ]
    await new Promise((resolve) => setTimeout(resolve, 150))
    events.push('rollback')
    await transaction.rollback()
    await Promise.all(waiting)
    const { data } = await accounts.orderBy('_id', 'asc').limit(9).get()
    return { first: events[0], after: events.slice(1).sort(), data }
  })
  expect(order.first).toBe('rollback')
  expect(order.after).toEqual(['add', 'remove 1', 'set'])
  expect(order.data).toEqual([
    { _id: 'a', set: 1 },
    { _id: 'c', mine: 1 },
  ])
})

test('a document added while the transaction held its id is a duplicate after the commit', async () => {
  const text = await run(cloud, async ({ db }) => {
    const transaction = await db.startTransaction()
    await transaction.collection('accounts').add({ data: { _id: 'c', n: 3 } })
    const waiting = db
      .collection('accounts')
      .add({ data: { _id: 'c', n: 4 } })
      .then(
        () => 'added',
        (error: { errMsg: string }) => error.errMsg,
      )
    await new Promise((resolve) => setTimeout(resolve, 100))
    await transaction.commit()
    return waiting
  })
  expect(text).toContain('E11000')
})
