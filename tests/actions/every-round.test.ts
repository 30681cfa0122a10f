// Work of many kinds lies ready, then each round of the timer, and of jobs, is cut off one request later than the one before,
// until one comes to its end: what is left then is done once, and nothing is told or brought twice.
import { schemaMark, wantedSchema } from '../../cloudfunctions/core/contract'
import { calendar } from '../../cloudfunctions/core/domain/times'
import { wishOf } from './cases'
import { County, hour, minute } from './county'
import { each, make, stage, type Staged } from './every-run'
import { writes, type Key, type Scene } from './every-scenes'
import { problemsOf } from './invariants'
import type { Subject } from './subjects'

const isFull = process.env.EVERY_FAULT === '1'
/** A round dies so many requests later than the one before. */
const stride = isFull ? 1 : 7
/** Each time the calls are cut off elsewhere. */
const generations = isFull ? 8 : 1

const county = new County(['--no-fsync'])
beforeAll(async () => {
  await county.settle()
  for (const id of ['blue', 'far']) await county.set('teams', id, { members: 0 })
  // WeChat brings nothing by night.
  await county.goTo(9)
}, 60_000)
afterAll(() => county.end())

/** Calls that leave the timer something to do where they are cut off. */
const begun: readonly Key[] = [
  ...(['join', 'leave', 'edit', 'cancel', 'release', 'approve', 'apply', 'decide', 'acceptKeeping', 'letGo'] as const),
  ...(['eraseMe', 'withdrawConsent', 'claim', 'confirmClaim', 'createSeries', 'editSeries', 'endSeries'] as const),
  ...([
    'answerCard',
    'saveRecap',
    'decideCorrection',
    'mergeDay',
    'orderRoster',
    'askCase',
    'moveCase',
    'check',
  ] as const),
]

const lying = (name: string, put: (s: Subject) => void): Scene => ({
  name,
  key: 'me',
  stage: (s) => {
    put(s)
    return async () => ({ openid: s.openid('resident'), key: 'me', input: {} })
  },
})

/** A wish of the resident, of which something then waits. */
const waiting = (name: string, put: (county: County, id: string) => Promise<unknown>): Scene => ({
  name,
  key: 'me',
  stage: (s) => async (county) => {
    const wish = wishOf({ key: s.id, topic: 'other', communityId: s.communityId, compoundId: '' })
    const openid = s.openid('resident')
    await put(county, (await county.ask(openid, 'askCase', wish)).id)
    return { openid, key: 'me', input: {} }
  },
})

const people = (s: Subject) => ({ seats: [s.person('resident')], line: [s.person('member')] })
const soon = (s: Subject, ms: number) => ({ startsAt: s.now + ms, endsAt: s.now + ms + 2 * hour })

/** What waits for the clock alone. */
const clocked: readonly Scene[] = [
  lying('an offer nobody answered', (s) =>
    s.activity(people(s), { capacity: 1 }, { answerBy: s.now - 1, ...{ state: 'offered' as const } }),
  ),
  lying('an activity that is over', (s) => {
    const times = { ...soon(s, -3 * hour), closesAt: s.now - 3 * hour, state: 'published' as const }
    s.activity({ seats: [s.person('resident'), s.mother] }, { ...times, serves: true }, { ins: [s.now - 3 * hour] })
  }),
  lying('a reminder that is due', (s) =>
    s.activity({ seats: [s.person('resident'), s.mother] }, { ...soon(s, 2 * hour), closesAt: s.now + hour }),
  ),
  lying('somebody who is missing', (s) =>
    s.activity({ seats: [s.mother] }, { ...soon(s, -hour / 2), closesAt: s.now - hour }, { isLookedFor: true }),
  ),
  lying('a draw that is due', (s) =>
    s.activity({ pool: [s.person('resident'), s.person('member'), s.mother] }, { capacity: 1, drawAt: s.now - 1 }),
  ),
  lying('a guest to be forgotten', (s) =>
    s.put('dependents', s.ward(`o${s.id}`, { kind: 'guest', keepers: [], consent: null, keptUntil: s.now - 1 })),
  ),
  lying('a guest as edition 1 wrote it', (s) =>
    s.put('dependents', s.ward(`e${s.id}`, { kind: 'guest', keepers: [], consent: null, enteredBy: s.teamId })),
  ),
  waiting('a case whose time is over', (county, id) => {
    const past = county.now() - 1
    return county.set('cases', id, { dueAt: past, nextAt: past })
  }),
  waiting('a picture WeChat said nothing about', async (county, id) => {
    const fileId = await county.keepFile(`cases/${id}.jpg`, 'picture')
    const picture = { fileId, state: 'pending', trace: 'lost', at: 1, by: '', of: 'asked', turn: 1 } as const
    await county.set('cases', id, { pictures: [picture] })
  }),
]

/** What only the clock does and was not done. */
async function notDone(): Promise<string[]> {
  const [activities, cases, people, marks] = await Promise.all([
    county.find('activities', {}),
    county.find('cases', {}),
    county.find('dependents', { kind: 'guest' }),
    county.find('marks', { _id: schemaMark }),
  ])
  const now = county.now()
  return [
    ...activities.filter(({ drawAt, draw }) => drawAt && drawAt <= now && !draw?.at).map(({ _id }) => `draw ${_id}`),
    ...cases.filter(({ nextAt }) => nextAt > 0 && nextAt <= now).map(({ _id }) => `clock ${_id}`),
    ...cases.filter(({ pictures }) => pictures.some(({ at }) => at === 1)).map(({ _id }) => `picture ${_id}`),
    ...people.filter(({ keptUntil = 1 }) => keptUntil > 0 && keptUntil <= now).map(({ _id }) => `guest ${_id}`),
    ...marks.filter(({ at }) => at !== wantedSchema).map(({ at }) => `edition ${at}`),
  ]
}

const scenes = writes.filter(({ key }) => begun.includes(key))

/** Everyone who may be told lets WeChat bring some. */
async function allowAll(all: readonly Staged[]): Promise<void> {
  const openids = all.slice(0, 12).map(({ subject }) => subject.openid('resident'))
  await each(openids, (openid) => county.allow(openid, ['changed', 'cancelled', 'reminder']))
}

/** Cuts each call off after so many of its requests that something is begun. */
async function begin(generation: number): Promise<Staged[]> {
  const plain = generation === 0 ? await stage(county, scenes) : []
  const straight = await each(plain, (staged) => make(county, staged))
  straight.forEach((reply, at) => requests.set(scenes[at]?.name ?? '', reply?.stats.requests ?? 0))
  const set = await stage(county, [...scenes, ...clocked])
  await allowAll(set)
  await each(set.slice(0, scenes.length), (staged) => {
    const all = requests.get(staged.scene.name) ?? 0
    const after = Math.max(1, Math.ceil(all * ((generation * 0.27 + 0.6) % 1)))
    return make(county, staged, { killAfterRequests: after })
  })
  return set
}
const requests = new Map<string, number>()

/** What the fixtures say has ended already is in the county's sum, as it would be. */
async function countEnded(): Promise<void> {
  const ended = await county.find('activities', { state: 'ended', colour: 'green' })
  const counts = { activities: ended.length, people: 0, year: calendar(county.now()).year }
  const sum = { _id: 'county_green', scope: 'county', colour: 'green' } as const
  await county.add('sums', [{ ...sum, ...counts, counted: [] }])
}

/** Cuts rounds off, each one request later, until one is not; says how many were. */
async function cutOff(round: (faults: { killAfterRequests: number }) => Promise<unknown>, from: number) {
  for (let n = from, cut = 0; ; n += stride, cut++) {
    const isWhole = await round({ killAfterRequests: n }).then(
      () => true,
      () => false,
    )
    if (isWhole) return cut
  }
}

/** What somebody was told twice, in the app or by WeChat. */
async function toldTwice(set: readonly Staged[]): Promise<string[]> {
  const messages = await county.find('messages', {})
  const inApp = messages.map(({ personId, kind, about, title, body, for: whom }) =>
    [personId, kind, about, title, body, whom].join(' '),
  )
  const openids = set.map(({ subject }) => subject.openid('resident'))
  const brought = await each(openids, async (openid) =>
    (await county.received(openid)).map((message) => `${openid} ${JSON.stringify(message)}`),
  )
  const all = [...inApp, ...brought.flat()]
  return [...new Set(all.filter((line, at) => all.indexOf(line) !== at))]
}

test.each(Array.from({ length: generations }, (_, n) => n))(
  'rounds cut off after each of their requests do all of it once, %i',
  async (generation) => {
    const set = await begin(generation)
    await countEnded()
    await county.set('marks', schemaMark, { at: 1, cursor: null })
    await county.advance(minute)
    const rounds = await cutOff((faults) => county.round(faults), 1 + generation)
    const jobs = await cutOff((faults) => county.makeLeftFiles(faults), 1 + generation)
    for (let n = 0; n < 6; n++) {
      await county.advance(minute + 1000)
      await county.round()
      await county.makeLeftFiles()
    }
    const problems = (await problemsOf(county)).filter((line) => !/^(people|messages)-unread /.test(line))
    expect(problems).toEqual([])
    expect(await notDone()).toEqual([])
    expect(await toldTwice(set)).toEqual([])
    expect(rounds).toBeGreaterThan(isFull ? 40 : 5)
    expect(jobs).toBeGreaterThan(isFull ? 5 : 0)
  },
  600_000,
)
