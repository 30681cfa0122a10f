// The consistency check: whatever somebody broke behind the back of the actions is found, and set right where it can be.
import { makeCounty } from '../../local/demo'
import type { Collections } from '../../cloudfunctions/core/ports/documents'
import { invariantsByName } from '../../cloudfunctions/core/domain/invariants'
import { asks, settleCases } from './cases'
import { newCheck } from '../../cloudfunctions/core/actions/watching'
import { County, day, hour, minute, personDoc, personIdOf } from './county'
import { problemsOf } from './invariants'

/** Rounds of `jobs` until a check that begins now has come to its end. */
async function checked(county: County) {
  const { id } = await county.ask('county', 'check', { key: `k${county.now()}` })
  for (let round = 0; round < 16; round++) {
    await county.makeLeftFiles()
    const check = await county.one('checks', id)
    if (check.finishedAt > 0) return check
    await county.advance(minute + 1000)
  }
  throw new Error('the check came to no end')
}

/** Makes a team's fixtures agree with themselves. */
async function tidy(county: County): Promise<void> {
  for (const id of ['green', 'blue', 'far'])
    await county.set('teams', id, { members: id === 'green' ? 1 : 0, applications: 0 })
}

describe('in a small county', () => {
  const county = new County(['--no-fsync', '--strict'])
  beforeAll(async () => {
    await settleCases(county)
    await tidy(county)
  }, 60_000)
  afterAll(() => county.end())

  test('that nobody touched nothing is found, and every document is looked at', async () => {
    const check = await checked(county)
    expect(check.examples).toEqual([])
    expect(check.looked).toBeGreaterThan(20)
    expect(await problemsOf(county)).toEqual([])
  })

  const resident = personIdOf('resident')
  const joined = async (id: string) => {
    await county.activity(id, { capacity: 2 })
    await county.ask('resident', 'join', { id })
    await county.mend()
  }
  const row = (id: string) => `${id}_${resident}`

  const leftRow = async (id: string) => {
    const mine = await county.one('signups', row(id))
    const personId = personIdOf('member')
    await county.add('signups', [{ ...mine, _id: `${id}_${personId}`, personId, state: 'left', live: true }])
  }

  const aMessage = (_id: string) => ({
    ...{ _id, personId: resident, kind: 'x', title: '', body: '', page: '', at: 1, read: true, sent: null },
  })
  const unreadMessage = async (id: string) => {
    await county.add('messages', [{ ...aMessage(`u${id}`), read: false }])
    await county.set('people', resident, { unread: 0 })
  }
  /** As an older version writes it. */
  const guest = (id: string) =>
    county.add('dependents', [
      {
        ...{ _id: `g${id}`, kind: 'guest', name: '客人', phone: '', born: null, communityId: 'east', keepers: [] },
        ...{ consent: null, enteredBy: 'green', claimedBy: '', createdAt: 1 },
      } as never,
    ])

  /** What is broken; the rule that finds it; whether it is whole afterwards. */
  const broken: [rule: string, means: 'mended' | 'reported', spoil: (id: string) => Promise<unknown>][] = [
    ['seats-counts', 'reported', (id) => county.set('activities', id, { seatsLeft: 2 })],
    ['seats-once', 'reported', (id) => county.set('activities', id, { line: [resident], waiting: 1 })],
    ['seats-rows', 'mended', (id) => county.set('signups', row(id), { state: 'left', live: false })],
    ['rows-seats', 'mended', (id) => county.set('activities', id, { holders: [], seatsLeft: 2, taken: 0 })],
    ['rows-times', 'mended', (id) => county.set('signups', row(id), { startsAt: 1 })],
    ['rows-live', 'reported', (id) => leftRow(id)],
    ['seats-line', 'mended', (id) => county.set('activities', id, { line: [personIdOf('member')], waiting: 1 })],
    ['activities-ended', 'reported', (id) => county.set('activities', id, { endsAt: county.now() - 2 * hour })],
    ['activities-listed', 'reported', (id) => county.set('activities', id, { listed: false })],
    ['activities-refs', 'reported', (id) => county.set('activities', id, { communityId: 'nowhere' })],
    ['activities-day', 'mended', () => county.clear('tallies')],
    [
      'tallies-activities',
      'mended',
      (id) =>
        county.add('tallies', [{ _id: 'east_2020-01-01', scope: 'east', day: '2020-01-01', ids: { green: [id] } }]),
    ],
    ['rows-refs', 'reported', (id) => county.set('signups', row(id), { by: 'pnobody' })],
    ['rows-hours', 'reported', (id) => county.set('signups', row(id), { minutes: 60 })],
    ['activities-refs', 'reported', (id) => county.set('activities', id, { line: null as never })],
    [
      'tallies-activities',
      'mended',
      async (id) => {
        const [{ ids = {}, _id: today = '' } = {}] = await county.find('tallies', { 'ids.green': id, scope: 'east' })
        await county.set('tallies', today, { ids: { ...ids, green: [...(ids.green ?? []), id] } })
      },
    ],
    ['messages-unread', 'mended', (id) => unreadMessage(id)],
    ['wards-until', 'mended', (id) => guest(id)],
    ['people-unread', 'mended', () => county.set('people', resident, { unread: 7 })],
    ['people-wards', 'mended', () => county.set('people', resident, { wards: ['dmother'] })],
    ['wards-keepers', 'mended', () => county.set('people', personIdOf('daughter'), { wards: [] })],
    ['wards-kept', 'reported', () => county.set('dependents', 'dmother', { keepers: [] })],
    ['teams-members', 'mended', () => county.set('teams', 'green', { members: 9 })],
    ['teams-done', 'reported', () => county.set('teams', 'green', { done: { activities: 3, people: 3 } })],
    ['teams-refs', 'reported', () => county.set('teams', 'green', { leaderIds: [] })],
    [
      'sums-activities',
      'reported',
      () =>
        county.add('sums', [
          { _id: 'east_red', scope: 'east', colour: 'red', activities: 1, people: 1, counted: ['gone'] },
        ]),
    ],
    [
      'memberships-refs',
      'reported',
      () => county.set('memberships', `green_${personIdOf('member')}`, { teamId: 'gone' }),
    ],
    [
      'tasks-done',
      'reported',
      // What the timer never does: nobody's clock goes round here.
      (id) =>
        county.add('tasks', [
          {
            _id: id,
            kind: 'changed',
            activityId: id,
            revision: 9,
            day: '',
            cursor: '',
            dueAt: county.now() - 2 * hour,
          },
        ]),
    ],
    [
      'messages-out',
      'reported',
      (id) =>
        county.add('messages', [
          {
            ...aMessage(`m${id}`),
            out: { state: 'queued', notice: 'x', template: 'x', dueAt: county.now() - 2 * hour },
          },
        ]),
    ],
    [
      'hours-sum',
      'reported',
      () =>
        county.add('ledgers', [{ _id: `${resident}_2020`, personId: resident, year: 2020, minutes: 5, entries: [] }]),
    ],
    ['projects-booked', 'mended', () => county.set('projects', 'haircut', { booked: { '2099-01-01': ['kgone'] } })],
    ['projects-refs', 'reported', () => county.set('projects', 'haircut', { teamId: 'gone' })],
  ]

  const caseBroken: [rule: string, means: 'mended' | 'reported', change: Partial<Collections['cases']>][] = [
    ['cases-owner', 'reported', { desk: 'county' }],
    ['cases-owner', 'reported', { desk: '', isOpen: false }],
    ['cases-steps', 'reported', { turn: 7, settled: 7 }],
    ['cases-clock', 'reported', { nextAt: 1 }],
    ['cases-settled', 'mended', { settled: 0 }],
    ['cases-people', 'reported', { followers: [personIdOf('member')] }],
    [
      'cases-units',
      'reported',
      { units: [{ id: 'gone', kind: 'partner', isLead: false, state: 'declined', personId: '' }] },
    ],
  ]

  let made = 0
  /** Takes away what a test broke. */
  async function undone(before: Record<string, readonly { _id: string }[]>): Promise<void> {
    for (const [name, docs] of Object.entries(before)) {
      await county.clear(name as keyof Collections)
      await county.add(name as keyof Collections, docs as never)
    }
  }
  const touched = [
    ...(['activities', 'signups', 'people', 'dependents', 'teams', 'memberships', 'tallies', 'sums', 'tasks'] as const),
    ...(['messages', 'ledgers', 'projects', 'cases', 'casesums'] as const),
  ]
  const snapshot = async () =>
    Object.fromEntries(await Promise.all(touched.map(async (name) => [name, await county.find(name, {})] as const)))

  async function breaks(rule: string, means: string, work: () => Promise<unknown>) {
    const before = await snapshot()
    await work()
    expect((await problemsOf(county)).filter((line) => line.startsWith(`${rule} `))).not.toEqual([])
    const told = (await county.find('messages', {})).length
    const check = await checked(county)
    // Nobody hears that something was put right, but who got a seat by it.
    const isTold = rule === 'seats-line' || rule === 'seats-once'
    expect((await county.find('messages', {})).length).toBe(told + (isTold ? 1 : 0))
    expect(check.broken[rule]).toMatchObject({ mended: means === 'mended' ? check.broken[rule]?.found : 0 })
    const isMended = means === 'mended'
    expect(check.examples.some((line) => line.startsWith(`${rule} `) && line.endsWith(' mended') === isMended)).toBe(
      true,
    )
    const left = (await problemsOf(county)).filter((line) => line.startsWith(`${rule} `))
    expect(left.length > 0).toBe(means === 'reported')
    await undone(before)
  }

  test.each(broken)('%s is found, and %s', async (rule, means, work) => {
    const id = `i${++made}`
    await joined(id)
    await breaks(rule, means, () => work(id))
  })

  test('steps of a case stand in their order, however slow the call that made one', async () => {
    const id = await asks(county, 'resident', { topic: 'other' })
    const { steps } = await county.one('cases', id)
    const ahead = steps.map((step) => ({ ...step, at: county.now() + 5_000 }))
    await county.set('cases', id, { steps: ahead })
    await county.ask('resident', 'moveCase', { id, key: 'later', move: { move: 'withdraw', words: '' } })
    expect((await problemsOf(county)).filter((line) => line.startsWith('cases-steps'))).toEqual([])
    expect((await county.one('cases', id)).turn).toBe(2)
  })

  test.each(caseBroken)('%s is found, and %s', async (rule, means, change) => {
    const id = await asks(county, 'resident', { topic: 'other' })
    await county.mend()
    await breaks(rule, means, () => county.set('cases', id, change))
  })

  test('what is at work at the first look and done at the second is no finding', async () => {
    const id = `i${++made}`
    await joined(id)
    await county.set('activities', id, { seatsLeft: 2 })
    const { id: check } = await county.ask('county', 'check', { key: 'passing' })
    await county.makeLeftFiles()
    expect((await county.one('checks', check)).suspects).toHaveLength(1)
    await county.set('activities', id, { seatsLeft: 1 })
    await county.advance(minute + 1000)
    await county.makeLeftFiles()
    expect(await county.one('checks', check)).toMatchObject({ broken: {}, examples: [], suspects: [] })
    expect((await county.one('checks', check)).finishedAt).toBeGreaterThan(0)
  })

  /** A seat that nobody was told of: her row still says that she waits. */
  const untold = async (id: string, changes: Partial<Collections['activities']>) => {
    await joined(id)
    await county.set('signups', row(id), { state: 'waiting' })
    await county.set('activities', id, changes)
  }

  const notToCome: [string, Partial<Collections['activities']>][] = [
    ['over', { state: 'ended', startsAt: 1, endsAt: 2 }],
    ['called off', { state: 'cancelled', reason: '下雨' }],
  ]
  test.each(notToCome)('of one that is %s nobody is told that she has a seat', async (_, changes) => {
    const id = `i${++made}`
    const before = await snapshot()
    await untold(id, changes)
    const told = (await county.find('messages', {})).length
    const check = await checked(county)
    expect(check.broken['seats-rows']).toEqual({ found: 1, mended: 0 })
    expect((await county.one('signups', row(id))).state).toBe('waiting')
    // The timer sees it too, since somebody touched it: the row follows, and still nothing is said.
    await county.set('activities', id, { touchedAt: county.now() })
    await county.mend()
    expect((await county.one('signups', row(id))).state).toBe('in')
    expect(await county.find('messages', {})).toHaveLength(told)
    await undone(before)
  })

  test('one that somebody touches at the second look waits for a third', async () => {
    const id = `i${++made}`
    await joined(id)
    await county.set('activities', id, { seatsLeft: 2 })
    const { id: check } = await county.ask('county', 'check', { key: 'touched' })
    await county.makeLeftFiles()
    await county.advance(minute + 1000)
    await county.set('activities', id, { touchedAt: county.now() })
    await county.makeLeftFiles()
    expect(await county.one('checks', check)).toMatchObject({ broken: {}, suspects: [{ id, looks: 1 }] })
    await county.set('activities', id, { seatsLeft: 1 })
    await county.advance(minute + 1000)
    await county.makeLeftFiles()
    expect(await county.one('checks', check)).toMatchObject({ broken: {}, examples: [] })
  })

  test('what cannot even be asked is named, and the check goes on to the end', async () => {
    const before = await snapshot()
    await county.add('sums', [{ _id: 'east_none', scope: 'east', activities: 1, people: 1, counted: [] } as never])
    const check = await checked(county)
    expect(Object.keys(check.broken)).toEqual([expect.stringMatching(/^sums-/)])
    expect(check.examples).toEqual([expect.stringMatching(/^sums-\w+ sums\/east_none$/)])
    await undone(before)
  })

  test('those that begin together each come to their end, and one that stood still for a day is ended', async () => {
    // Only thirty reports are kept, and the oldest go first.
    await county.clear('checks')
    const [a, b] = await Promise.all([
      county.ask('county', 'check', { key: 'together1' }),
      county.ask('county', 'check', { key: 'together2' }),
    ])
    await county.add('checks', [{ ...newCheck('cfirst', county.now() - hour), collection: 'nowhere' }])
    await county.add('checks', [{ ...newCheck('cstuck', county.now() - 2 * day), collection: 'teams' }])
    await county.set('checks', 'cfirst', { collection: 'teams' })
    for (let round = 0; round < 6; round++) {
      await county.makeLeftFiles()
      await county.advance(minute + 1000)
    }
    for (const id of [a.id, b.id, 'cfirst', 'cstuck'])
      expect((await county.one('checks', id)).finishedAt).toBeGreaterThan(0)
    const { checks } = await county.ask('county', 'watch', {})
    expect(checks.filter(({ isBrokenOff }) => isBrokenOff).map(({ id }) => id)).toEqual(['cstuck'])
  })

  test('the county reads which documents are left for somebody to look at', async () => {
    const id = `i${++made}`
    const before = await snapshot()
    await joined(id)
    await county.set('activities', id, { listed: false })
    await county.set('people', resident, { unread: 7 })
    await checked(county)
    const { checks, health } = await county.ask('county', 'watch', {})
    expect(checks[0]?.examples).toEqual([{ rule: 'activities-listed', id: `activities/${id}` }])
    expect(checks[0]?.broken).toContainEqual({ rule: 'people-unread', found: 1, mended: 1 })
    expect(health.jobsAt).toBeGreaterThan(county.now() - 3 * minute)
    await undone(before)
  })

  test('two at once count each thing once', async () => {
    const id = `i${++made}`
    await joined(id)
    await county.set('activities', id, { seatsLeft: 2 })
    const { id: check } = await county.ask('county', 'check', { key: 'twice' })
    for (let round = 0; round < 3; round++) {
      await Promise.all([county.makeLeftFiles(), county.makeLeftFiles(), county.makeLeftFiles()])
      await county.advance(minute + 1000)
    }
    expect((await county.one('checks', check)).broken).toEqual({ 'seats-counts': { found: 1, mended: 0 } })
    await county.set('activities', id, { seatsLeft: 1 })
  })

  test('one that dies after any of its requests is carried on, and finds all the same', async () => {
    const id = `i${++made}`
    await joined(id)
    await county.set('signups', row(id), { startsAt: 1 })
    const { id: check } = await county.ask('county', 'check', { key: 'dying' })
    for (let after = 4; after < 40; after += 3)
      await county.makeLeftFiles({ killAfterRequests: after }).catch(() => null)
    await county.advance(minute + 1000)
    for (let after = 4; after < 30; after += 2)
      await county.makeLeftFiles({ killAfterRequests: after }).catch(() => null)
    await county.makeLeftFiles()
    const done = await county.one('checks', check)
    expect(done.finishedAt).toBeGreaterThan(0)
    expect((await county.one('signups', row(id))).startsAt).toBeGreaterThan(1)
  })

  test('once a night one begins by itself, and thirty reports are kept', async () => {
    const old = await county.find('checks', {})
    await county.goTo(2.9)
    await county.makeLeftFiles()
    expect(await county.find('checks', {})).toHaveLength(old.length)
    await county.goTo(3.1)
    const from = county.now() - minute
    for (let round = 0; round < 4; round++) {
      await Promise.all([county.makeLeftFiles(), county.makeLeftFiles()])
      await county.advance(minute + 1000)
    }
    const all = await county.find('checks', {})
    expect(all.filter(({ startedAt }) => startedAt > from)).toHaveLength(1)
    expect(all.length).toBeLessThanOrEqual(30)
    expect(all.every(({ finishedAt }) => finishedAt > 0)).toBe(true)
  })

  test('every rule has a sentence of its own', () => {
    const says = [...invariantsByName.values()].map((each) => each.says)
    expect(new Set(says).size).toBe(says.length)
    expect(says.every((each) => /^[A-Z].*\.$/.test(each))).toBe(true)
  })
})

test('the county of the demo is sound, page by page, with an index for every query', async () => {
  const county = new County(['--no-fsync', '--strict'])
  await county.settle()
  const small = makeCounty({ now: county.now(), seed: 3, scale: 0.12 })
  for (const [name, docs] of Object.entries(small)) {
    await county.clear(name as keyof Collections)
    await county.add(name as keyof Collections, docs as never)
  }
  await county.add('people', [personDoc('watcher', 'liuwan', { county: true, communityId: null })])
  const { id } = await county.ask('watcher', 'check', { key: 'demo' })
  for (let round = 0; round < 5; round++) {
    await county.makeLeftFiles()
    await county.advance(minute + 1000)
  }
  const check = await county.one('checks', id)
  expect(check.finishedAt).toBeGreaterThan(0)
  expect(check.looked).toBeGreaterThan(500)
  expect(check.examples).toEqual([])
  // What a night costs: some requests for each thousand documents, not one for each.
  const { logs } = JSON.parse(await county.log()) as { logs: { text: string }[] }
  const rounds = logs.map(({ text }) => JSON.parse(text) as { job?: string; requests?: number })
  const requests = rounds.reduce((sum, line) => sum + (line.job === 'round' ? (line.requests ?? 0) : 0), 0)
  expect(rounds.filter(({ job }) => job === 'round')).toHaveLength(5)
  expect((requests / check.looked) * 1000).toBeLessThan(250)
  await county.end()
}, 120_000)
