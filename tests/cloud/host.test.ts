import { type LocalCloud } from '../../local/cloud/server'
import { call, launch, plain, removeFolders, run } from './launch'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await launch({ collections: { visits: plain, ledger: plain }, maxInstances: 4 })
})

afterAll(async () => {
  await cloud.close()
  removeFolders()
})

interface Identity {
  before: string
  after: string
  served: number
  source: string
  event: { n?: number; userInfo?: { openId: string } }
}

test('400 calls by 400 people at once: each runs as its own person, on a few warm instances', async () => {
  const openids = Array.from({ length: 400 }, (_, n) => `oPerson${n}`)
  const answers = await Promise.all(
    openids.map((openid, n) => call(cloud.url, 'identity', { openid, data: { n } }, { 'x-local-stats': '1' })),
  )
  const wrong = answers.filter(({ result }, n) => {
    const { before, after, event } = result as Identity
    return before !== openids[n] || after !== openids[n] || event.userInfo?.openId !== openids[n] || event.n !== n
  })
  expect(wrong).toEqual([])
  expect(answers.every(({ stats }) => stats?.requests === 1 && stats.writes === 1)).toBe(true)
  const { instances, calls, coldStartsMs } = cloud.stats().functions.identity!
  expect(instances).toBeLessThanOrEqual(4)
  expect(calls).toBe(400)
  expect(coldStartsMs).toHaveLength(instances)
  expect(Math.max(...answers.map(({ result }) => (result as Identity).served))).toBeGreaterThan(50)
})

test('a result goes through JSON: dates become texts, undefined becomes null', async () => {
  expect((await call(cloud.url, 'unruly', { openid: 'o', data: { how: 'date' } })).result).toEqual({
    at: '1970-01-01T00:00:00.000Z',
  })
  expect((await call(cloud.url, 'unruly', { openid: 'o', data: {} })).result).toBeNull()
})

test('what a function throws is answered as -504002 with its message', async () => {
  const answer = await call(cloud.url, 'unruly', { openid: 'o', data: { how: 'throw' } })
  expect(answer.errCode).toBe(-504002)
  expect(answer.errMsg).toContain('functions execute fail | errMsg: Error: told to throw')
})

test('a function over its time is stopped, spinning or sleeping, and replaced by a fresh one', async () => {
  for (const how of ['spin', 'sleep']) {
    const answer = await call(cloud.url, 'unruly', { openid: 'o', data: { how } })
    expect(answer).toMatchObject({ errCode: -504003, errMsg: 'Invoking task timed out after 1 seconds' })
  }
  expect((await call(cloud.url, 'unruly', { openid: 'o', data: { how: 'date' } })).errCode).toBeUndefined()
})

test('a function over its memory fails alone, and the next call works', async () => {
  const answer = await call(cloud.url, 'unruly', { openid: 'o', data: { how: 'eat' } })
  // A slow machine may see the second pass before 64 MB are full.
  expect(answer.errMsg).toMatch(/memory limit of 64 MB exceeded|timed out/)
  expect((await call(cloud.url, 'unruly', { openid: 'o', data: { how: 'date' } })).errCode).toBeUndefined()
})

test('process.exit and an answer above 6 MB fail the call, not the cloud', async () => {
  expect((await call(cloud.url, 'unruly', { openid: 'o', data: { how: 'exit' } })).errCode).toBe(-504002)
  const huge = await call(cloud.url, 'unruly', { openid: 'o', data: { how: 'huge' } })
  expect(huge.errMsg).toContain('larger than 6 MB')
})

test('a function that is not there, or cannot be loaded, says so', async () => {
  expect(await call(cloud.url, 'nobody', { openid: 'o' })).toMatchObject({ errCode: -501000 })
  expect(await call(cloud.url, '..%2Fprobe', { openid: 'o' })).toMatchObject({ errCode: -501000 })
  expect((await call(cloud.url, 'broken', { openid: 'o' })).errMsg).toContain('cannot even be loaded')
})

test('an openid that is none is refused', async () => {
  expect(await call(cloud.url, 'identity', { openid: 'a;WX_APPID=x' })).toMatchObject({ errCode: -501007 })
  expect(await call(cloud.url, 'identity', {})).toMatchObject({ errCode: -501007 })
})

test('a call from a page opened in Moments names nobody', async () => {
  await call(cloud.url, 'identity', { openid: 'somebody', data: {} })
  const { before, event } = (await call(cloud.url, 'identity', { openid: '', data: {} })).result as Identity
  expect({ before, event }).toEqual({ before: undefined, event: {} })
})

test('what a function logs is kept with its name and the request it belongs to', async () => {
  const { requestId } = await call(cloud.url, 'unruly', { openid: 'o', data: { how: 'log' } })
  const response = await fetch(`${cloud.url}/logs?requestId=${requestId}`)
  const { logs } = (await response.json()) as { logs: { level: string; text: string; functionName: string }[] }
  expect(logs).toEqual([
    expect.objectContaining({ functionName: 'unruly', level: 'log', text: 'counting 7 { deep: [ 1 ] }' }),
    expect.objectContaining({ level: 'error', text: 'oh' }),
  ])
})

test('a function calls another on behalf of the same person', async () => {
  const { result } = await call(cloud.url, 'nested', { openid: 'oInner', data: { name: 'identity', data: { n: 1 } } })
  expect((result as { result: Identity }).result).toMatchObject({
    before: 'oInner',
    event: { n: 1 },
    source: 'wx_client,scf',
  })
  const failed = await call(cloud.url, 'nested', { openid: 'oInner', data: { name: 'unruly', data: { how: 'throw' } } })
  expect((failed.result as { message: string }).message).toContain('told to throw')
})

test('the crash hook kills an instance right after its n-th write: that write stays, nothing follows', async () => {
  const code = async ({ db }: Parameters<Parameters<typeof run>[1]>[0]) => {
    await db.collection('ledger').add({ data: { _id: 'first' } })
    await db.collection('ledger').add({ data: { _id: 'second' } })
    await db.collection('ledger').add({ data: { _id: 'third' } })
  }
  const answer = await call(
    cloud.url,
    'probe',
    { openid: 'o', data: { code: code.toString() } },
    { 'x-local-faults': JSON.stringify({ killAfterWrites: 2 }), 'x-local-stats': '1' },
  )
  expect(answer).toMatchObject({ errCode: -504002, stats: { writes: 2 } })
  const left = await run(cloud, async ({ db }) => (await db.collection('ledger').get()).data.map((row) => row._id))
  expect(left).toEqual(['first', 'second'])
})

test('a shifted clock is the functions’ clock and the database’s', async () => {
  const shifted = await launch({ collections: { ledger: plain } })
  try {
    const day = 86_400_000
    await fetch(`${shifted.url}/clock`, { method: 'POST', body: JSON.stringify({ advance: day }) })
    const ahead = await run(shifted, async ({ db }) => {
      await db.collection('ledger').add({ data: { _id: 'x', at: db.serverDate() } })
      const { data } = await db.collection('ledger').doc('x').get()
      return [Date.now(), new Date().getTime(), (data?.at as Date).getTime()]
    })
    for (const time of ahead) expect(Math.abs(time - Date.now() - day)).toBeLessThan(5000)
  } finally {
    await shifted.close()
  }
})

test('requests from another host name or another web page are refused', async () => {
  const { request } = await import('node:http')
  const status = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve) => {
      request(`${cloud.url}/functions/identity`, { method: 'POST', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).end('{"openid":"o"}')
    })
  expect(await status({ host: 'evil.example' })).toBe(403)
  expect(await status({ origin: 'https://evil.example' })).toBe(403)
  expect(await status({ origin: 'null' })).toBe(403)
  expect(await status({ origin: 'http://127.0.0.1:8520' })).toBe(200)
})
