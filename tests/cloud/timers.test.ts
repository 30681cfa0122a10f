import { firesAt, parseCron } from '../../local/cloud/host/cron'
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
