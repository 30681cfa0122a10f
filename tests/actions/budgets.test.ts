// What a call may cost, counted by the cloud; and that it costs the same however much there is.
import type { ActivityDoc, SignupDoc } from '../../cloudfunctions/core/ports/documents'
import type { CallStats } from './cloud-process'
import { activityDoc, County, day, hour, personIdOf } from './county'
import { family, wardDoc } from './families'

const small = { activities: 10, signups: 10 }
const large = { activities: 1000, signups: 20_000 }

/** An activity that thousands have joined or wait for, among many others, in a county of its own. */
async function countyWith({ activities, signups }: typeof small): Promise<County> {
  const county = await new County(['--no-fsync']).settle()
  await family(county, 'mum', [wardDoc('d1', 'mum'), wardDoc('d2', 'mum')])
  const now = county.now()
  const docs: ActivityDoc[] = []
  const rows: SignupDoc[] = []
  const crowd = Array.from({ length: Math.min(signups / 2, 3000) }, (_, n) => personIdOf(`crowd${n}`))
  for (let n = 0; n < activities; n++) {
    const startsAt = now + day + n * hour
    docs.push(activityDoc(`a${n}`, now, { startsAt, endsAt: startsAt + hour, capacity: 20, closesAt: startsAt }))
  }
  const half = crowd.length / 2
  const hot = { holders: crowd.slice(0, half), taken: half, line: crowd.slice(half), waiting: half }
  docs.push(activityDoc('hot', now, { ...hot, capacity: half, seatsLeft: 0 }))
  docs.push(activityDoc('roomy', now, { holders: hot.holders, taken: half, capacity: 5000, seatsLeft: 5000 - half }))
  docs.push(activityDoc('door', now, { capacity: 20 }))
  const rowOf = (activity: ActivityDoc, personId: string, state: 'in' | 'waiting'): SignupDoc => ({
    _id: `${activity._id}_${personId}`,
    activityId: activity._id,
    personId,
    teamId: 'green',
    state,
    live: true,
    since: now,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    answerBy: null,
    history: [],
  })
  const big = docs.slice(-3)
  for (const activity of big) {
    rows.push(...activity.holders.map((each) => rowOf(activity, each, 'in')))
    rows.push(...activity.line.map((each) => rowOf(activity, each, 'waiting')))
  }
  const reader = personIdOf('resident')
  const joined = docs.slice(0, activities)
  for (const activity of joined) rows.push(rowOf(activity, reader, 'in'))
  for (let n = 0; rows.length < signups; n++) {
    rows.push(rowOf(joined[n % joined.length] as ActivityDoc, personIdOf(`other${n}`), 'in'))
  }
  await county.add('activities', docs)
  await county.add('signups', rows)
  return county
}

const three = [personIdOf('mum'), 'd1', 'd2']
const ten = Array.from({ length: 10 }, (_, n) => ({ name: `邻居${n}`, phone: `1390000000${n}` }))

/** The calls a phone makes on its main screens, and signing up. */
const calls = {
  'what is on': (county: County) =>
    county.call('resident', 'listActivities', { communityId: 'east', from: county.now(), week: true }),
  'a colour of the county': (county: County) =>
    county.call('resident', 'listActivities', { communityId: null, colour: 'green', from: county.now() }),
  'an activity': (county: County) => county.call('resident', 'getActivity', { id: 'hot' }),
  'the roster': (county: County) => county.call('leader', 'roster', { id: 'hot', which: 'in' }),
  'the waiting list': (county: County) => county.call('leader', 'roster', { id: 'hot', which: 'waiting' }),
  'my sign-ups': (county: County) => county.call('resident', 'myActivities', { which: 'coming' }),
  'the desk': (county: County) => county.call('leader', 'desk', {}),
  'a team': (county: County) => county.call('resident', 'getTeam', { id: 'green' }),
  'signing up for a seat': (county: County) => county.call('staff', 'join', { id: 'roomy' }),
  'signing up again': (county: County) => county.call('staff', 'join', { id: 'roomy' }),
  'signing up for the line': (county: County) => county.call('county', 'join', { id: 'hot' }),
  'signing up again for the line': (county: County) => county.call('county', 'join', { id: 'hot' }),
  'signing up three together': (county: County) => county.call('mum', 'join', { id: 'roomy', people: three }),
  'an activity for a family': (county: County) => county.call('mum', 'getActivity', { id: 'hot' }),
  'sign-ups of a family': (county: County) => county.call('mum', 'myActivities', { which: 'coming' }),
  'entering ten by name': (county: County) => county.call('leader', 'enterPeople', { id: 'door', people: ten }),
}
type Name = keyof typeof calls

async function measured(size: typeof small): Promise<Record<Name, CallStats>> {
  const county = await countyWith(size)
  try {
    const costs: [string, CallStats][] = []
    for (const [name, call] of Object.entries(calls)) {
      const reply = await call(county)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
      costs.push([name, reply.stats])
    }
    return Object.fromEntries(costs) as Record<Name, CallStats>
  } finally {
    await county.end()
  }
}

describe('the cost of a call', () => {
  let few: Record<Name, CallStats>
  let many: Record<Name, CallStats>
  beforeAll(async () => {
    few = await measured(small)
    many = await measured(large)
  }, 120_000)

  test.each([
    'signing up for a seat',
    'signing up again',
    'signing up for the line',
    'signing up again for the line',
  ] as const)('%s takes at most 3 writes, 6 requests and 10 documents, with little data and with much', (name) => {
    for (const { writes, requests, docsExamined } of [few[name], many[name]]) {
      expect(writes).toBeLessThanOrEqual(3)
      expect(requests).toBeLessThanOrEqual(6)
      expect(docsExamined).toBeLessThanOrEqual(10)
    }
  })

  test('signing up three together is one write for the seats and one for each row', () => {
    for (const { writes, requests, docsExamined } of [few, many].map((each) => each['signing up three together'])) {
      expect(writes).toBeLessThanOrEqual(4)
      expect(requests).toBeLessThanOrEqual(7)
      expect(docsExamined).toBeLessThanOrEqual(10)
    }
  })

  test('entering by name costs the same however much there is', () => {
    const [one, other] = [few, many].map((each) => each['entering ten by name']) as [CallStats, CallStats]
    expect(other.docsExamined).toBe(one.docsExamined)
    expect(other.writes).toBeLessThanOrEqual(10 * 3 + 1)
  })

  /** A full page: 21 activities and her 20 rows, or 50 people with their rows, and a little around them. */
  const fullPage: Partial<Record<Name, number>> = {
    'what is on': 60,
    'a colour of the county': 60,
    'an activity': 40,
    'an activity for a family': 60,
    'sign-ups of a family': 70,
    'the roster': 110,
    'the waiting list': 110,
    'my sign-ups': 70,
    'the desk': 130,
    'a team': 30,
  }
  test.each(Object.entries(fullPage))(
    '%s reads no more than a full page, %i documents, out of 20,000',
    (name, most) => {
      expect(many[name as Name].docsExamined).toBeLessThanOrEqual(most)
      expect(many[name as Name].requests).toBeLessThanOrEqual(10)
    },
  )
})
