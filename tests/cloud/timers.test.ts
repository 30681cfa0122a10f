import { firesAt, firesWithin, parseCron } from '../../local/cloud/host/cron'
import { launch, plain, removeFolders, run } from './launch'

afterAll(removeFolders)

const ticks = { collections: { ticks: plain } }

test('a timer is fired by hand, as the platform would: no person, its own source and event', async () => {
  const cloud = await launch(ticks)
  try {
    const response = await fetch(`${cloud.url}/timers/clockwork/newYear`, { method: 'POST' })
    expect(await response.json()).toMatchObject({ result: 'ticked' })
    const [tick] = await run(cloud, async ({ db }) => (await db.collection('ticks').get()).data)
    expect(tick).toMatchObject({
      source: 'wx_trigger',
      openid: null,
      event: { Type: 'timer', TriggerName: 'newYear', Time: expect.any(String) as string },
    })
    const unknown = await fetch(`${cloud.url}/timers/clockwork/never`, { method: 'POST' })
    expect(await unknown.json()).toMatchObject({ errCode: -501000 })
  } finally {
    await cloud.close()
  }
})

test('timers fire by themselves only when switched on', async () => {
  const [on, off] = await Promise.all([launch({ ...ticks, timers: true }), launch(ticks)])
  try {
    await new Promise((resolve) => setTimeout(resolve, 3500))
    const count = (cloud: { url: string }) => run(cloud, async ({ db }) => (await db.collection('ticks').count()).total)
    expect(await count(on)).toBeGreaterThanOrEqual(1)
    expect(await count(off)).toBe(0)
  } finally {
    await Promise.all([on.close(), off.close()])
  }
})

test('a timer that was jumped over fires once, and goes on after the clock was moved back', async () => {
  const cloud = await launch({ ...ticks, timers: true })
  const moveTo = (at: string) =>
    fetch(`${cloud.url}/clock`, { method: 'POST', body: JSON.stringify({ at: Date.parse(at) }) })
  const fired = (TriggerName: string) =>
    cloud.store.count({ collection: 'ticks', query: JSON.stringify({ 'event.TriggerName': TriggerName }) })
  const until = async (isSo: () => boolean) => {
    const end = Date.now() + 10_000
    while (!isSo() && Date.now() < end) await new Promise((done) => setTimeout(done, 50))
    expect(isSo()).toBe(true)
  }
  try {
    await moveTo('2035-06-01T00:00:00Z')
    await until(() => fired('newYear') === 1)
    await moveTo('2036-01-05T00:00:00Z')
    await until(() => fired('newYear') === 2)
    await moveTo('2030-01-01T00:00:00Z')
    const before = fired('everySecond')
    await until(() => fired('everySecond') > before + 1)
    await moveTo('2031-12-31T23:59:59Z')
    await until(() => fired('newYear') >= 4)
  } finally {
    await cloud.close()
  }
})

test.each([
  ['0 0 8 1 1 * *', '2026-01-01T00:00:01Z', '2026-12-31T23:59:59Z', false],
  ['0 0 8 1 1 * *', '2026-01-01T00:00:01Z', '2027-01-01T00:00:00Z', true],
  ['30 15 2 29 2 * *', '2025-03-01T00:00:00Z', '2028-02-28T18:15:29Z', false],
  ['30 15 2 29 2 * *', '2025-03-01T00:00:00Z', '2028-02-28T18:15:30Z', true],
  ['59 59 23 * * SUN *', '2026-03-02T00:00:00Z', '2026-03-08T15:59:58Z', false],
  ['59 59 23 * * SUN *', '2026-03-02T00:00:00Z', '2026-03-08T15:59:59Z', true],
  ['* * * * * * *', '2026-03-02T00:00:01Z', '2026-03-02T00:00:00Z', false],
])('the schedule "%s" fires between %s and %s: %s', (text, from, to, fires) => {
  expect(firesWithin(parseCron(text, 'test'), Date.parse(from), Date.parse(to))).toBe(fires)
})

test.each([
  ['0 0 8 1 1 * *', '2026-01-01T00:00:00Z', true],
  ['0 0 8 1 1 * *', '2026-01-01T08:00:00Z', false],
  ['0 */15 * * * * *', '2026-03-04T05:45:00Z', true],
  ['0 */15 * * * * *', '2026-03-04T05:46:00Z', false],
  ['30 0 9-17 * * MON-FRI *', '2026-03-04T01:00:30Z', true],
  ['30 0 9-17 * * MON-FRI *', '2026-03-07T01:00:30Z', false],
  ['0 0 2 1,15 * * *', '2026-03-14T18:00:00Z', true],
  ['0 5/10 * * * * *', '2026-03-14T18:15:00Z', true],
])('the schedule "%s" is read in UTC+8: at %s it fires: %s', (text, at, fires) => {
  expect(firesAt(parseCron(text, 'test'), Date.parse(at))).toBe(fires)
})

test.each(['* * * * *', '60 * * * * * *', '0 0 25 * * * *', '0 0 0 * JUNE * *'])(
  'a schedule that is none is refused: %s',
  (text) => {
    expect(() => parseCron(text, 'config.json')).toThrow('config.json')
  },
)
