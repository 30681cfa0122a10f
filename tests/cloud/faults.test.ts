// What a function lives through when a test asks for faults, seen through the genuine SDK.
import { type LocalCloud } from '../../local/cloud/server'
import { call, launch, plain, removeFolders, run, type CallAnswer } from './launch'
import { type Sdk } from './sdk'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { ledger: plain } })
})

afterEach(async () => {
  await rules()
  await cloud.store.remove({ collection: 'ledger', multi: true })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

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

  test('a request fails with the code that was asked for, by name or by number', async () => {
    const fail = [
      { request: 1, code: 'SYS_ERR' },
      { request: 2, code: 'SERVER_TIMEOUT' },
      { request: 3, code: -502003 },
    ]
    const { result } = await suffer({ fail }, addThree)
    expect((result as { value: unknown }).value).toEqual([
      ['a', -501001],
      ['b', -501002],
      ['c', -502003],
    ])
  })

  test('a request that would fail by itself fails with the code that was asked for, carried out or not', async () => {
    await run(cloud, async ({ db }) => db.collection('ledger').add({ data: { _id: 'a' } }))
    const fail = [{ request: 1, code: 'SERVER_TIMEOUT', done: true }]
    const { result } = await suffer({ fail }, addThree)
    expect((result as { value: unknown }).value).toEqual([['a', -501002]])
  })

  test('faults that make no sense are refused with a sentence', async () => {
    expect((await suffer({ killAfterWrite: 1 }, addThree)).errMsg).toContain('killAfterWrite')
    expect((await suffer({ killAfterRequests: 0 }, addThree)).errMsg).toContain('counts from 1')
    const unknown = { fail: [{ request: 1, code: -502099 }] }
    expect((await suffer(unknown, addThree)).errMsg).toBe('faults.fail: no request fails with -502099')
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

  test('an error by its number is that error, and says that a rule asked for it', async () => {
    await rules({ on: 'database.*', do: 'error', code: -502001 })
    await expect(run(cloud, add)).rejects.toMatchObject({
      errCode: -502001,
      message: expect.stringContaining('as a fault rule asked for') as string,
    })
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
      const patience = new Promise((done) => setTimeout(() => done('no answer'), 2000))
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

  test('a call that is killed or whose time is up at once does nothing, however quick it is', async () => {
    let isBusy = false
    // Long turns here would give a function time to begin, were it called at all.
    const spin = () => {
      const end = Date.now() + 20
      while (Date.now() < end) continue
      if (isBusy) setImmediate(spin)
    }
    const asked = { openid: 'oProbe', data: { code: (() => console.log('has begun')).toString() } }
    const begun = async () => (await (await fetch(`${cloud.url}/logs`)).text()).split('has begun').length - 1
    for (const [deed, errCode] of [
      ['kill', -504002],
      ['timeout', -504003],
    ]) {
      await rules()
      await call(cloud.url, 'probe', asked)
      await rules({ on: 'function probe', do: deed })
      isBusy = true
      spin()
      const answer = await call(cloud.url, 'probe', asked)
      isBusy = false
      expect(answer).toMatchObject({ errCode })
    }
    expect(await begun()).toBe(2)
  })

  test.each([
    ['FUNCTION_NOT_FOUND', -501000],
    ['EXCEED_CONCURRENT_REQUEST_LIMIT', -501004],
    ['FUNCTIONS_TIME_LIMIT_EXCEEDED', -504003],
  ])('a call fails with %s by its name and by its number', async (name, number) => {
    for (const code of [name, number]) {
      await rules({ on: 'function probe', do: 'error', code })
      const { errCode, errMsg } = await call(cloud.url, 'probe', { openid: 'oProbe', data: {} })
      expect({ errCode, errMsg }).toEqual({ errCode: number, errMsg: `${name}: as a fault rule asked for` })
    }
  })

  test('a call whose time is up is -504003, keeps what it wrote, and its instance is thrown away', async () => {
    // A cold start would use up the time that it is given.
    await ledger()
    await rules({ on: 'function probe', do: 'timeout', ms: 2000, times: 1 })
    const slow = async ({ db }: Sdk) => {
      Object.assign(globalThis, { seen: true })
      await db.collection('ledger').add({ data: { _id: 'before' } })
      await new Promise((done) => setTimeout(done, 20_000))
      await db.collection('ledger').add({ data: { _id: 'after' } })
    }
    await expect(run(cloud, slow)).rejects.toMatchObject({
      errCode: -504003,
      message: 'Invoking task timed out after 2 seconds',
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

  test.each([
    [{ on: 'database.*', do: 'explode' }, 'do is one of delay, drop'],
    [{ on: 'database.*', do: 'error', code: -504003 }, 'no request fails with -504003'],
    [{ on: '*', do: 'error', code: 43101 }, 'no request fails with 43101'],
    [{ on: 'function probe', do: 'error', code: -1 }, 'no call fails with -1'],
    [{ on: 'database.*', do: 'error', code: 'SYS_EROR' }, 'the platform has no error called SYS_EROR'],
    [{ on: 'database.*', do: 'error', code: 'toString' }, 'the platform has no error called toString'],
    [{ on: 'databse.*', do: 'kill' }, 'nothing is called "databse.*"'],
    [{ on: 'database.getDocuments', do: 'kill' }, 'nothing is called "database.getDocuments"'],
    [{ on: 'openapi subscribeMessage.sent', do: 'kill' }, 'nothing is called "openapi subscribeMessage.sent"'],
    [{ on: 'function prob', do: 'kill' }, 'nothing is called "function prob"'],
  ])('a rule that makes no sense is refused with a sentence, and leaves those that hold: %j', async (rule, why) => {
    await rules({ on: 'functions.invokeFunction', do: 'error' }, { on: 'storage.batchDeleteFile', do: 'error' })
    const answer = await rules({ on: 'function *', do: 'kill' }, rule)
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { errMsg: string }).errMsg).toContain(`faults.rules[1]: ${why}`)
    expect((await shown()).rules).toHaveLength(2)
  })
})
