// What a card costs, counted by the cloud: the same however many people, cards and activities there are.
import type { CardDoc } from '../../cloudfunctions/core/ports/documents'
import type { CallStats } from './cloud-process'
import { activityDoc, County, day, personIdOf } from './county'
import { alsoKeeps, home, sentCard } from './cards'

const sizes = { small: 10, large: 4000 }

const cardDoc = (n: number, wardId: string): CardDoc => ({
  ...{ _id: `c${n}`, token: `${n}`.padStart(24, 'x'), activityId: `a${n % 50}`, wardId, by: `p${n}`, as: '', unit: '' },
  ...{ answers: {}, at: 1, until: 4e12, openedAt: null, answer: 'none', answeredAt: null, answeredBy: '' },
  ...{ turn: 0, said: null },
})

/** Everything a card asks of the cloud, with a crowd in the activity and other cards around; with three who keep her. */
async function measured(crowd: number) {
  const county = await new County(['--no-fsync']).settle()
  try {
    const people = Array.from({ length: crowd }, (_, n) => personIdOf(`crowd${n}`))
    const seats = { holders: people, taken: crowd, capacity: 5000, seatsLeft: 5000 - crowd }
    const now = county.now()
    const at = await home(county, seats)
    const full = { _id: 'full', holders: people, taken: crowd, capacity: crowd, seatsLeft: 0 }
    await county.add('activities', [{ ...activityDoc('full', now), ...full }])
    await county.add(
      'signups',
      people.map((personId) => ({
        ...{ _id: `${at.id}_${personId}`, activityId: at.id, personId, teamId: 'green', state: 'in' as const },
        ...{ live: true, since: 1, startsAt: now + 2 * day, endsAt: now + 3 * day, answerBy: null, history: [] },
      })),
    )
    const others = people.map((_, n) => cardDoc(n, `d${n % 40}`))
    await county.add('cards', [...others, ...Array.from({ length: 5 }, (_, n) => cardDoc(crowd + n, at.mother))])
    await alsoKeeps(county, at, 'son')
    await alsoKeeps(county, at, 'cousin')
    const token = await sentCard(county, at)
    const toWait = await county.ask(at.daughter, 'makeCard', { id: 'full', wardId: at.mother })
    const { phone, daughter, id, mother } = at
    const tap = (yes: boolean, text = token) => county.call(phone, 'answerCard', { token: text, yes })
    const calls = {
      'making a card again': () => county.call(daughter, 'makeCard', { id, wardId: mother }),
      'opening it first': () => county.call(phone, 'openCard', { token }),
      'saying yes': () => tap(true),
      'opening it again': () => county.call(phone, 'openCard', { token }),
      'saying yes again': () => tap(true),
      'saying yes to the line': () => tap(true, toWait.token),
      'opening one that waits': () => county.call(phone, 'openCard', { token: toWait.token }),
      'saying no': () => tap(false),
      'cards that were sent': () => county.call(daughter, 'sentCards', { id }),
      'this is my own account': () => county.call(phone, 'acceptCard', { token }),
    }
    const costs = new Map<string, CallStats>()
    for (const [name, call] of Object.entries(calls)) {
      const reply = await call()
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
      costs.set(name, reply.stats)
    }
    return costs
  } finally {
    await county.end()
  }
}

let few: Map<string, CallStats>
let many: Map<string, CallStats>
beforeAll(async () => {
  few = await measured(sizes.small)
  many = await measured(sizes.large)
}, 120_000)
const both = (name: string) => [few, many].map((each) => each.get(name) as CallStats)

/** A message and its count for each of the three who keep her. */
const messages = 3 * 2

test.each(['opening it first', 'opening it again', 'opening one that waits'])(
  '%s examines at most 10 documents, and writes at most that it was opened',
  (name) => {
    for (const { docsExamined, writes } of both(name)) {
      expect(docsExamined).toBeLessThanOrEqual(10)
      expect(writes).toBeLessThanOrEqual(name === 'opening it again' ? 0 : 1)
    }
  },
)

test.each(['saying yes', 'saying yes to the line', 'saying no'])(
  '%s writes three times for her place, twice for the card, and tells those who keep her',
  (name) => {
    for (const { writes } of both(name)) expect(writes).toBeLessThanOrEqual(3 + 2 + messages)
  },
)

test('saying yes again writes nothing', () => {
  for (const { writes, docsExamined } of both('saying yes again')) {
    expect(writes).toBe(0)
    expect(docsExamined).toBeLessThanOrEqual(10)
  }
})

test('every call examines as many documents among four thousand people and cards as among ten', () => {
  for (const [name, { docsExamined }] of many) {
    expect([name, docsExamined]).toEqual([name, few.get(name)?.docsExamined])
    expect([name, docsExamined <= 60]).toEqual([name, true])
  }
})
