// The demo county asked through the genuine functions: what the cast would see on the phone, and a round of the timer.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { actions, answeredBy, type InputOf, type OutputOf, type Reply } from '@core/contract'
import { startLocalCloud, type LocalCloud } from '../../local/cloud/server'
import { collectionsFile } from '../../local/deployment'
import { demoPeople } from '../../local/demo'
import { seedCounty } from '../../local/demo/seed'

const root = path.resolve(__dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'dandelion-asked-'))
const now = Date.parse('2026-11-22T08:20:00+08:00')
let cloud: LocalCloud
beforeAll(async () => {
  execFileSync(process.execPath, ['config/build-functions.mjs'], { cwd: root })
  const functionsDir = path.join(root, 'dist/cloudfunctions')
  const from = Date.now()
  const clock = () => now + Date.now() - from
  cloud = await startLocalCloud({ dataDir: folder, indexesFile: collectionsFile, functionsDir, clock, fsync: false })
  await seedCounty(cloud, { now, seed: 7, scale: 0.3 })
}, 60_000)
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

type Actions = typeof actions
async function ask<K extends keyof Actions>(name: string, key: K, input: Partial<InputOf<Actions[K]>> = {}) {
  const openid = demoPeople.find((each) => each.name === name)?.openid ?? ''
  const by = answeredBy(actions[key].name)
  const event = { openid, data: { action: actions[key].name, input } }
  const { result } = (await post(`functions/${by}`, event)) as { result: Reply<OutputOf<Actions[K]>> }
  if (!result.ok) throw new Error(`${key}: ${JSON.stringify(result)}`)
  return result.data
}
async function post(at: string, body: object): Promise<unknown> {
  const response = await fetch(`${cloud.url}/${at}`, { method: 'POST', body: JSON.stringify(body) })
  return response.json()
}
const inLiuwan = async (name: string, word: string) => {
  const { items } = await ask(name, 'listActivities', { communityId: 'liuwan', from: now, search: word })
  return items[0]?.id ?? ''
}

test('a family, its hours, its record to claim, and what it can sign up for', async () => {
  const { items } = await ask('梁文娟', 'family')
  expect(items.map(({ called, kind }) => [called, kind])).toEqual([
    ['乐乐', 'child'],
    ['婆婆', 'elder'],
  ])
  expect((await ask('梁文娟', 'myHours')).total).toBeGreaterThan(300)
  const { items: records } = await ask('梁文娟', 'claimable')
  expect(records.map(({ count }) => count)).toEqual([1])
  await ask('梁文娟', 'claim', { id: records[0]?.id })
  const { items: waiting } = await ask('苏桂兰', 'claims')
  expect(waiting.map(({ name, team }) => [name, team])).toEqual([['梁文娟', '柳湾巧手队']])
  const { id, by } = waiting[0] ?? { id: '', by: '' }
  expect(await ask('苏桂兰', 'confirmClaim', { id, by, accept: true })).toEqual({ moved: 1 })
  const page = await ask('梁文娟', 'getActivity', { id: await inLiuwan('梁文娟', '分时段') })
  expect(page.units.filter(({ kind }) => kind === 'slot')).toHaveLength(12)
  expect(page.people.map(({ called, mine }) => [called, mine?.state])).toContainEqual(['婆婆', undefined])
  expect(
    (await ask('梁文娟', 'sentCards', { id: page.id })).items.map(({ called, answer }) => [called, answer]),
  ).toEqual([['婆婆', 'none']])
  const drawn = await ask('梁文娟', 'showDraw', { id: await inLiuwan('梁文娟', '植物园') })
  expect(drawn.tickets).toBeGreaterThan(20)
})

test('the weekly class, and signing up for all of it', async () => {
  const id = await inLiuwan('梁文娟', '泥人')
  const { seriesId } = await ask('梁文娟', 'getActivity', { id })
  const series = await ask('梁文娟', 'getSeries', { id: seriesId ?? '' })
  expect(series.regulars).toHaveLength(1)
  expect(series.items.length).toBeGreaterThan(5)
  const input = { id: seriesId ?? '', people: series.regulars, meetings: null, guardian: true }
  const { items } = await ask('梁文娟', 'joinSeries', input)
  expect(items.every(({ mine }) => mine?.state === 'in')).toBe(true)
  expect((await ask('苏桂兰', 'getSeries', { id: seriesId ?? '', which: 'past' })).items.length).toBeGreaterThan(3)
})

test('the leader has a roster of the day with posts, and checks people in at once', async () => {
  const id = await inLiuwan('苏桂兰', '包饺子')
  const { items, units } = await ask('苏桂兰', 'daySheet', { id })
  expect(items.length).toBeGreaterThanOrEqual(38)
  expect(units).toHaveLength(4)
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['account', 'elder', 'guest']))
  const [first] = items
  const step = { key: 'k1', kind: 'in', personId: first?.personId ?? '', name: '', phone: '', unit: null } as const
  const noted = { ...step, at: now + 60_000, via: 'name', pass: '' } as const
  const { results } = await ask('苏桂兰', 'mergeDay', { id, sentAt: now + 60_000, steps: [noted] })
  expect(results.map(({ outcome }) => outcome)).toEqual(['done'])
})

test('who asked for a small course waits for the leader’s yes; a recap is there', async () => {
  const id = await inLiuwan('苏桂兰', '陪护小课')
  const { items, counts } = await ask('苏桂兰', 'roster', { id, which: 'asked' })
  expect([items.length, counts.asked]).toEqual([4, 4])
  expect(items.every(({ answers }) => typeof answers.why === 'string')).toBe(true)
})

test('a round of the timer finds nothing to mend', async () => {
  const before = cloud.store.count({ collection: 'signups', query: '{"state":"left"}' })
  await post('timers/timer/every-minute', {})
  expect(cloud.store.count({ collection: 'signups', query: '{"state":"left"}' })).toBe(before)
  expect(cloud.store.count({ collection: 'tasks', query: '{}' })).toBe(0)
})
