// What an older version wrote is brought to the edition of today by the job, and today's actions work on it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { wantedSchema } from '../../cloudfunctions/core/contract'
import { migrations } from '../../cloudfunctions/core/actions/migrations'
import type { Collections } from '../../cloudfunctions/core/ports/documents'
import { County, day } from './county'
import { collectionNames } from './left'

/** The demo county as each version wrote it at this moment, with invented people. */
const versions = ['0.1.0', '0.2.0', '0.3.0']
const writtenAt = Date.parse('2026-11-22T08:20:00+08:00')
type Kept = { [Name in keyof Collections]?: Collections[Name][] }
const read = (version: string) =>
  JSON.parse(gunzipSync(readFileSync(path.join(__dirname, 'editions', `${version}.json.gz`))).toString()) as Kept

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

async function settleAs(version: string): Promise<Kept> {
  const kept = read(version)
  for (const name of collectionNames) await county.clear(name)
  await county.advance(writtenAt - county.now())
  for (const name of collectionNames) await county.add(name, (kept[name] ?? []) as never)
  return kept
}

/** Rounds of the job until the edition is today's; how many it took. */
async function migrate(killAfterRequests = 0): Promise<number> {
  for (let rounds = 1; rounds < 50; rounds++) {
    const faults = killAfterRequests ? { killAfterRequests: killAfterRequests + rounds } : 0
    await county.makeLeftFiles(faults).catch(() => undefined)
    const { schema } = await county.ask('o-demo-newcomer', 'health', {})
    if (schema.now === schema.wanted) return rounds
  }
  throw new Error('the edition was never reached')
}

const everything = async () => {
  const found: Record<string, unknown> = {}
  for (const name of collectionNames) if (name !== 'marks') found[name] = await county.find(name, {})
  return found
}

test('there is a way from the first edition to the one of today, step by step', () => {
  expect(migrations.map(({ to }) => to)).toEqual(Array.from({ length: wantedSchema - 1 }, (_, at) => at + 2))
})

describe.each(versions)('documents of %s', (version) => {
  let kept: Kept
  beforeAll(async () => {
    kept = await settleAs(version)
  }, 60_000)

  test('come to the edition of today, none is lost, and what they said before they still say', async () => {
    expect((await county.ask('o-demo-newcomer', 'health', {})).schema).toEqual({ now: 1, wanted: wantedSchema })
    await migrate()
    for (const name of collectionNames.filter((each) => each !== 'marks')) {
      const before = kept[name] ?? []
      const after = new Map((await county.find(name, {})).map((doc) => [doc._id, doc]))
      expect([name, after.size]).toEqual([name, before.length])
      for (const doc of before) expect(after.get(doc._id)).toMatchObject(doc)
    }
    const guests = await county.find('dependents', { kind: 'guest' })
    expect(guests.every(({ keptUntil }) => keptUntil !== undefined && keptUntil > county.now())).toBe(true)
    expect(guests.length > 0).toBe(version !== '0.1.0')
  }, 60_000)

  test('once there, another round changes nothing', async () => {
    const before = await everything()
    await county.makeLeftFiles()
    expect(await everything()).toEqual(before)
  }, 60_000)

  test('a resident, a leader and a community worker go on as if nothing had been', async () => {
    const resident = 'o-demo-liang-wenjuan'
    const { items } = await county.ask(resident, 'listActivities', { communityId: 'liuwan', from: county.now() })
    expect(items.length).toBeGreaterThan(3)
    const later = items.filter(({ mine, startsAt }) => !mine && startsAt > county.now() + 2 * day)
    const joined: string[] = []
    for (const { id } of later) if ((await county.call(resident, 'join', { id })).ok) joined.push(id)
    expect(joined.length).toBeGreaterThan(0)
    await county.ask(resident, 'leave', { id: joined[0] ?? '' })
    await county.ask(resident, 'myActivities', { which: 'past' })
    await county.ask(resident, 'messages', {})
    await county.ask(resident, 'family', {})
    const desk = await county.ask('o-demo-su-guilan', 'desk', {})
    expect(JSON.stringify(desk)).toContain('柳湾巧手队')
    await county.ask('o-demo-shao-liping', 'inboxCases', { communityId: 'liuwan', which: 'all' })
    await county.ask('o-demo-shao-liping', 'elders', { communityId: 'liuwan' })
    await county.mend()
  }, 60_000)
})

test('a job that is killed again and again comes to the same end', async () => {
  await settleAs('0.2.0')
  await migrate()
  const wanted = await everything()
  await settleAs('0.2.0')
  expect(await migrate(2)).toBeGreaterThan(1)
  expect(forgetful(await everything())).toEqual(forgetful(wanted))
}, 120_000)

/** Without the moment itself, which differs by how long it took. */
const forgetful = (all: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(all, (key, value: unknown) => (key === 'keptUntil' ? 'set' : value))) as unknown
