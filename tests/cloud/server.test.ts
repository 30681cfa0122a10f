import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { call, launch, plain, removeFolders, run, runWithStats } from './launch'

afterAll(removeFolders)

const collections = { notes: plain }

test('a taken port is one clear sentence, and leaves the data folder free', async () => {
  const first = await launch({ collections })
  const port = first.port
  await expect(launch({ collections, port })).rejects.toThrow(
    `Port ${port} is taken; stop what uses it or choose another.`,
  )
  await first.close()
})

test('inside another server it answers its own paths and leaves the others', async () => {
  const cloud = await launch({ collections })
  const outer = createServer((request, response) => {
    void cloud.handle(request, response).then((isDone) => {
      if (!isDone) response.end('the phone')
    })
  })
  await new Promise<void>((done) => outer.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(outer.address() as AddressInfo).port}`
  try {
    expect((await call(url, 'identity', { openid: 'oOuter' })).errMsg).toContain('Db or Table not exist: visits')
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true })
    expect(await (await fetch(`${url}/index.html`)).text()).toBe('the phone')
  } finally {
    outer.closeAllConnections()
    await new Promise((done) => outer.close(done))
    await cloud.close()
  }
})

test('each database request takes the given latency besides', async () => {
  const cloud = await launch({ collections, latency: [40, 60] })
  const { value, stats } = await runWithStats(cloud, async ({ db }) => {
    const startedAt = Date.now()
    for (let n = 0; n < 5; n++) await db.collection('notes').count()
    return Date.now() - startedAt
  })
  expect(value).toBeGreaterThanOrEqual(200)
  expect(stats.byAction).toEqual({ 'database.calculateDocument': 5 })
  await cloud.close()
})

test('an unknown address is 404, and a call without JSON is 400', async () => {
  const cloud = await launch({ collections })
  expect((await fetch(`${cloud.url}/nowhere`)).status).toBe(404)
  expect((await fetch(`${cloud.url}/functions/probe`, { method: 'POST', body: 'no json' })).status).toBe(400)
  await cloud.close()
})

test('the clock is moved by numbers of ms and by nothing else', async () => {
  const cloud = await launch({ collections })
  const move = (body: string) => fetch(`${cloud.url}/clock`, { method: 'POST', body })
  expect(await (await move('{"advance": 60000}')).json()).toMatchObject({ offset: 60_000 })
  const wrong = ['{"advance": "abc"}', '{"at": null}', '{"offset": true}', '{"advance": 1e16}', '{"advanced": 5}']
  for (const body of wrong) expect([body, (await move(body)).status]).toEqual([body, 400])
  expect(cloud.clock.offset).toBe(60_000)
  await cloud.close()
})

test('documents are looked at page by page to the last, by numeric ids and on into texts', async () => {
  const cloud = await launch({ collections })
  const ids = [...Array.from({ length: 45 }, (_, n) => n - 2.5), 'a', 'b']
  await cloud.store.insert(
    'notes',
    ids.map((_id, n) => JSON.stringify({ _id, isOdd: n % 2 === 1 })),
  )
  const read = async (filter = '') => {
    const pages: unknown[][] = []
    for (let after: string | undefined, isMore = true; isMore && pages.length < 9; isMore = after !== undefined) {
      const wish = new URLSearchParams({ filter, ...(after !== undefined && { after }) })
      const answer = await fetch(`${cloud.url}/collections/notes?${wish}`)
      const { documents, next } = (await answer.json()) as { documents: string[]; next?: string }
      pages.push(documents.map((text) => plainId((JSON.parse(text) as { _id: unknown })._id)))
      after = next
    }
    return pages
  }
  const pages = await read()
  expect(pages.map((page) => page.length)).toEqual([20, 20, 7])
  expect(pages.flat()).toEqual(ids)
  expect((await read('{"isOdd": true}')).flat()).toEqual(ids.filter((_, n) => n % 2 === 1))
  expect((await fetch(`${cloud.url}/collections/notes?after=nothing`)).status).toBe(400)
  await cloud.close()
})

/** A number as EJSON writes it, back to a plain one. */
const plainId = (id: unknown) =>
  typeof id === 'object' && id !== null ? Number(Object.values(id as Record<string, string>)[0]) : id

test('many writers on one document lose no increment', async () => {
  const cloud = await launch({ collections, latency: [0, 5], maxInstances: 2 })
  await run(cloud, ({ db }) => db.collection('notes').add({ data: { _id: 'hot', n: 0, by: [] } }))
  const lanes = Array.from({ length: 8 }, (_, lane) =>
    run(
      cloud,
      async ({ db, _ }, given) => {
        const hot = db.collection('notes').doc('hot')
        const writes = Array.from({ length: 25 }, (__, n) =>
          hot.update({ data: { n: _.inc(1), by: _.push([`${given}-${n}`]) } }),
        )
        await Promise.all(writes)
      },
      lane,
    ),
  )
  await Promise.all(lanes)
  const doc = await run(cloud, async ({ db }) => (await db.collection('notes').doc('hot').get()).data)
  expect(doc?.n).toBe(200)
  expect(new Set(doc?.by as string[]).size).toBe(200)
  await cloud.close()
})
