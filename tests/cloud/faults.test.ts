// What a function lives through when a test asks for faults, seen through the genuine SDK.
import { type LocalCloud } from '../../local/cloud/server'
import { call, launch, plain, removeFolders, run, type CallAnswer } from './launch'
import { type Sdk } from './sdk'

let cloud: LocalCloud

beforeEach(async () => {
  cloud = await launch({ collections: { ledger: plain } })
})

afterEach(() => cloud.close())
afterAll(removeFolders)

/** Runs code in a function that suffers these faults. */
const suffer = (faults: object, code: (sdk: Sdk) => unknown): Promise<CallAnswer> =>
  call(
    cloud.url,
    'probe',
    { openid: 'oProbe', data: { code: code.toString() } },
    { 'x-local-faults': JSON.stringify(faults), 'x-local-stats': '1' },
  )

const ledger = () =>
  run(cloud, async ({ db }) => (await db.collection('ledger').orderBy('_id', 'asc').get()).data.map((row) => row._id))

const addThree = async ({ db }: Sdk) => {
  const failed: unknown[] = []
  for (const _id of ['a', 'b', 'c']) {
    try {
      await db.collection('ledger').add({ data: { _id } })
    } catch (error) {
      failed.push([_id, (error as { errCode: number }).errCode])
    }
  }
  return failed
}

describe('faults of one call', () => {
  test('dying after the n-th write leaves that write and nothing after it', async () => {
    expect(await suffer({ killAfterWrites: 2 }, addThree)).toMatchObject({ errCode: -504002, stats: { writes: 2 } })
    expect(await ledger()).toEqual(['a', 'b'])
  })

  test('dying after the n-th request counts what only reads, and the request was carried out', async () => {
    const answer = await suffer({ killAfterRequests: 2 }, async ({ db }) => {
      await db.collection('ledger').get()
      await db.collection('ledger').add({ data: { _id: 'a' } })
      await db.collection('ledger').add({ data: { _id: 'b' } })
    })
    expect(answer).toMatchObject({ errCode: -504002, stats: { requests: 2, writes: 1 } })
    expect(await ledger()).toEqual(['a'])
  })

  test('dying after a request that the database refused is dying all the same', async () => {
    const answer = await suffer({ killAfterRequests: 1 }, async ({ db }) => {
      await db.collection('unknown').get()
    })
    expect(answer).toMatchObject({ errCode: -504002 })
  })

  test('a request fails with -502001 and was not carried out, or was: its answer got lost', async () => {
    const fail = [{ request: 1 }, { request: 2, done: true }]
    const { result } = await suffer({ fail }, addThree)
    expect((result as { value: unknown }).value).toEqual([
      ['a', -502001],
      ['b', -502001],
    ])
    expect(await ledger()).toEqual(['b', 'c'])
  })

  test('a request fails with the code that was asked for', async () => {
    const fail = [
      { request: 1, code: 'SYS_ERR' },
      { request: 2, code: 'SERVER_TIMEOUT' },
      { request: 3, code: 'EXCEED_REQUEST_LIMIT' },
    ]
    const { result } = await suffer({ fail }, addThree)
    expect((result as { value: unknown }).value).toEqual([
      ['a', -501001],
      ['b', -501002],
      ['c', -501003],
    ])
  })

  test('faults that make no sense are refused with a sentence', async () => {
    expect((await suffer({ killAfterWrite: 1 }, addThree)).errMsg).toContain('killAfterWrite')
    expect((await suffer({ killAfterRequests: 0 }, addThree)).errMsg).toContain('counts from 1')
    expect(await ledger()).toEqual([])
  })
})

const rules = (...list: object[]) =>
  fetch(`${cloud.url}/faults`, { method: 'POST', body: JSON.stringify({ seed: 7, rules: list }) })

const shown = async () =>
  (await (await fetch(`${cloud.url}/faults`)).json()) as { rules: { matched: number; struck: number }[] }

const add = async ({ db }: Sdk) => (await db.collection('ledger').add({ data: { n: 1 } }))._id

describe('faults by rule', () => {
  test('an error is answered with its code, so many times, and nothing was carried out', async () => {
    await rules({ on: 'database.*', do: 'error', code: 'SYS_ERR', times: 2 })
    await expect(run(cloud, add)).rejects.toMatchObject({ errCode: -501001 })
    await rules({ on: 'database.insertDocument', do: 'error', code: 'DATABASE_REQUEST_FAILED', times: 1 })
    await expect(run(cloud, add)).rejects.toMatchObject({ errCode: -502001 })
    await run(cloud, add)
    expect((await shown()).rules).toMatchObject([{ matched: 2, struck: 1 }])
    expect(await ledger()).toHaveLength(1)
  })

  test('a conflict of transactions reaches the code as the SDK shows it, and the SDK begins again', async () => {
    await rules({ on: 'database.commitTransaction', do: 'error', code: 'DATABASE_TRANSACTION_CONFLICT', times: 1 })
    const attempts = await run(cloud, async ({ db }) => {
      let count = 0
      await db.runTransaction(async (transaction) => {
        count++
        await transaction
          .collection('ledger')
          .doc('a')
          .set({ data: { n: count } })
      })
      return count
    })
    expect(attempts).toBe(2)
    expect(await ledger()).toEqual(['a'])
  })

  test('a timeout of the database is -501002', async () => {
    await rules({ on: 'database.getDocument', do: 'timeout' })
    await expect(run(cloud, async ({ db }) => db.collection('ledger').limit(1).get())).rejects.toMatchObject({
      errCode: -501002,
    })
  })

  test('a duplicate is carried out twice, a delay once and late', async () => {
    await rules({ on: 'database.insertDocument', do: 'duplicate', times: 1 })
    await run(cloud, add)
    expect(await ledger()).toHaveLength(2)
    await rules({ on: 'database.insertDocument', do: 'delay', ms: 300 })
    const from = Date.now()
    await run(cloud, add)
    expect(Date.now() - from).toBeGreaterThanOrEqual(290)
    expect(await ledger()).toHaveLength(3)
  })

  test('a request that is dropped or whose answer is lost leaves its function waiting until its time is up', async () => {
    const code = async ({ db, event }: Sdk) => {
      const patience = new Promise((done) => setTimeout(() => done('no answer'), 300))
      return Promise.race([db.collection('ledger').add({ data: { _id: event.given } }), patience])
    }
    await rules({ on: 'database.insertDocument', do: 'drop' })
    expect(await run(cloud, code, 'dropped')).toBe('no answer')
    await rules({ on: 'database.insertDocument', do: 'lose' })
    expect(await run(cloud, code, 'lost')).toBe('no answer')
    await rules()
    expect(await ledger()).toEqual(['lost'])
  })

  test('a function is killed as it asks, and the next call has a new instance', async () => {
    await rules({ on: 'database.insertDocument', do: 'kill', times: 1 })
    await expect(run(cloud, add)).rejects.toMatchObject({ errCode: -504002 })
    await run(cloud, add)
    expect(await ledger()).toHaveLength(1)
  })

  test('WeChat’s own errors and the storage’s go wrong the same way', async () => {
    await rules({ on: 'openapi subscribeMessage.send', do: 'error', code: 43101 }, { on: 'storage.*', do: 'error' })
    const errors = await run(cloud, async ({ cloud: sdk }) => {
      const codeOf = (work: Promise<unknown>) =>
        work.then(
          () => 0,
          (error: { errCode: number }) => error.errCode,
        )
      const send = sdk.openapi.subscribeMessage?.send?.({
        touser: 'o',
        templateId: 't',
        data: { thing1: { value: 'x' } },
      })
      return [
        await codeOf(Promise.resolve(send)),
        await codeOf(sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') })),
      ]
    })
    // The SDK shows every failure of an upload as -1.
    expect(errors).toEqual([43101, -1])
  })

  test('a call is answered with an error, dropped, lost, carried out twice or killed', async () => {
    const body = { openid: 'oProbe', data: { code: add.toString() } }
    const patient = () =>
      fetch(`${cloud.url}/functions/probe`, {
        method: 'POST',
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(1500),
      }).then(
        () => 'answered',
        () => 'silence',
      )
    await rules({ on: 'function probe', do: 'error', code: 'SYS_ERR', times: 1 })
    expect(await call(cloud.url, 'probe', body)).toMatchObject({ errCode: -501001 })
    await rules({ on: 'function probe', do: 'drop', times: 1 })
    expect(await patient()).toBe('silence')
    await rules()
    expect(await ledger()).toHaveLength(0)
    await rules({ on: 'function probe', do: 'lose', times: 1 })
    expect(await patient()).toBe('silence')
    await rules()
    expect(await ledger()).toHaveLength(1)
    await rules({ on: 'function probe', do: 'duplicate', times: 1 })
    await call(cloud.url, 'probe', body)
    expect(await ledger()).toHaveLength(3)
    await rules({ on: 'function probe', do: 'kill', times: 1 })
    expect(await call(cloud.url, 'probe', body)).toMatchObject({ errCode: -504002 })
  })

  test('a call whose time is up is -504003, keeps what it wrote, and its instance is thrown away', async () => {
    await rules({ on: 'function probe', do: 'timeout', ms: 400, times: 1 })
    const slow = async ({ db }: Sdk) => {
      Object.assign(globalThis, { seen: true })
      await db.collection('ledger').add({ data: { _id: 'before' } })
      await new Promise((done) => setTimeout(done, 5000))
      await db.collection('ledger').add({ data: { _id: 'after' } })
    }
    await expect(run(cloud, slow)).rejects.toMatchObject({
      errCode: -504003,
      message: 'Invoking task timed out after 0.4 seconds',
    })
    expect(await run(cloud, () => 'seen' in globalThis)).toBe(false)
    expect(await ledger()).toEqual(['before'])
  })

  test('the same seed and the same requests give the same faults', async () => {
    const code = async ({ db }: Sdk) => {
      let struck = ''
      for (let at = 0; at < 30; at++) {
        const works = await db
          .collection('ledger')
          .limit(1)
          .get()
          .then(
            () => '.',
            () => 'x',
          )
        struck += works
      }
      return struck
    }
    const rule = { on: 'database.*', chance: 0.3, do: 'error' }
    await rules(rule)
    const first = await run(cloud, code)
    await rules(rule)
    expect(await run(cloud, code)).toBe(first)
    expect(first).toMatch(/x/)
    expect(first).toMatch(/\./)
  })

  test('a rule that makes no sense is refused with a sentence', async () => {
    const answer = await (await rules({ on: 'database.*', do: 'explode' })).text()
    expect(answer).toContain('do is one of delay, drop')
  })
})
