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
    await holder.rollback()
    return count
  })
  expect(attempts).toBe(1)
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

test('once finished, a transaction takes nothing any more, and says so', async () => {
  const texts = await run(cloud, async ({ db }) => {
    const finish = async (end: 'commit' | 'rollback') => {
      const transaction = await db.startTransaction()
      await transaction[end]()
      return transaction
    }
    const text = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { errMsg?: string; message: string }) => error.errMsg ?? error.message,
      )
    const [committed, rolledBack] = [await finish('commit'), await finish('rollback')]
    return [
      await text(
        committed
          .collection('accounts')
          .doc('a')
          .set({ data: { n: 2 } }),
      ),
      await text(committed.collection('accounts').doc('a').get()),
      await text(committed.commit()),
      await text(committed.rollback()),
      await text(rolledBack.collection('accounts').add({ data: {} })),
      await text(rolledBack.commit()),
      String((await db.collection('accounts').doc('a').get()).data?.n),
    ]
  })
  expect(texts.pop()).toBe('1')
  for (const text of texts) {
    expect(text).toContain(
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit ' +
        'or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
    )
  }
})

test('a write that fails ends its transaction, and what it did before is undone', async () => {
  const outcome = await run(cloud, async ({ db, _ }) => {
    const ended: string[] = []
    for (const fail of [
      (inside: Transaction) => inside.collection('accounts').add({ data: { _id: 'b' } }),
      (inside: Transaction) =>
        inside
          .collection('accounts')
          .doc('b')
          .update({ data: { 'n.x': 1 } }),
      (inside: Transaction) => inside.collection('nowhere').add({ data: {} }),
    ]) {
      const transaction = await db.startTransaction()
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { n: _.inc(1) } })
      const first = await fail(transaction).then(
        () => 'done',
        (error: { errCode: number }) => error.errCode,
      )
      const then = await transaction.commit().then(
        () => 'committed',
        (error: Error) => error.message.slice(0, 47),
      )
      ended.push(`${first} ${then}`)
    }
    return { ended, n: (await db.collection('accounts').doc('a').get()).data?.n }
  })
  const gone = '[ResourceUnavailable.TransactionNotExist] Trans'
  expect(outcome.ended).toEqual([`-502001 ${gone}`, `-502001 ${gone}`, `-502005 ${gone}`])
  expect(outcome.n).toBe(1)
})

test('runTransaction passes on what its work returns and what it throws', async () => {
  const outcome = await run(cloud, async ({ db }) => {
    const caught = (work: Promise<unknown>) =>
      work.then(
        () => 'nothing',
        (error: unknown) => error,
      )
    const set = (transaction: Transaction, n: number) =>
      transaction.collection('accounts').doc('a').update({ data: { n } })
    const returned = await db.runTransaction(async (transaction) => {
      await set(transaction, 7)
      return { done: true }
    })
    const thrown = await caught(
      db.runTransaction(async (transaction) => {
        await set(transaction, 8)
        throw new Error('no')
      }),
    )
    const silent = await caught(db.runTransaction((transaction) => transaction.rollback()))
    return {
      returned,
      thrown: thrown instanceof Error && thrown.message,
      silent: silent === undefined,
      n: (await db.collection('accounts').doc('a').get()).data?.n,
    }
  })
  expect(outcome).toEqual({ returned: { done: true }, thrown: 'no', silent: true, n: 7 })
})

test('runTransaction tries four times in all, without a pause, when the error carries the code of a conflict', async () => {
  const outcome = await run(cloud, async ({ db }) => {
    let attempts = 0
    const from = Date.now()
    const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'TransactionConflict' }
    const code = await db
      .runTransaction(() => {
        attempts++
        return Promise.reject(conflict as unknown as Error)
      })
      .catch((error: { code: string }) => error.code)
    return { attempts, code, isQuick: Date.now() - from < 5000 }
  })
  expect(outcome).toEqual({ attempts: 4, code: 'DATABASE_TRANSACTION_CONFLICT', isQuick: true })
})

test('a conflict that an operation meets reaches the caller as -501001, with nothing left but its text', async () => {
  const failed = await run(cloud, async ({ db }) => {
    const accounts = db.collection('accounts')
    return db
      .runTransaction(async (transaction) => {
        await transaction.collection('accounts').doc('a').get()
        await accounts.doc('a').set({ data: { n: 5 } })
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ data: { n: 6 } })
      })
      .then(
        () => ({ code: 'none' }),
        (error: { code?: string; errCode?: number; errMsg?: string }) => ({
          ...error,
          code: error.code,
          text: error.errMsg,
        }),
      )
  })
  expect(failed).toMatchObject({ errCode: -501001 })
  expect(failed).not.toHaveProperty('code', 'DATABASE_TRANSACTION_CONFLICT')
  expect(JSON.stringify(failed)).toContain('[ResourceUnavailable.TransactionConflict] Transaction is conflict')
})
