// What leaders' phones noted at the door, merged: each person once, the first time kept.
import type { ActivityDoc } from '../../cloudfunctions/core/ports/documents'
import type { DayStep } from '../../cloudfunctions/core/contract'
import { County, hour, minute, personIdOf } from './county'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let steps = 0
const step = (changes: Partial<DayStep>): DayStep => ({
  ...{ key: `k${++steps}`, kind: 'in', personId: null, name: '', phone: '', unit: null, at: county.now() },
  ...{ via: 'name', pass: '' },
  ...changes,
})
const about = (who: string, changes: Partial<DayStep> = {}) => step({ personId: personIdOf(who), ...changes })

/** An activity under way since half an hour, with seats for whoever is named. */
async function open(id: string, changes: Partial<ActivityDoc> = {}): Promise<ActivityDoc> {
  const startsAt = county.now() - hour / 2
  const holders = changes.holders ?? [personIdOf('resident'), personIdOf('member')]
  const line = changes.line ?? []
  const counts = {
    holders,
    taken: holders.length,
    line,
    waiting: line.length,
    capacity: 3,
    seatsLeft: 3 - holders.length,
  }
  const times = { startsAt, endsAt: startsAt + 2 * hour, closesAt: startsAt, cancelBy: startsAt }
  const activity = await county.activity(id, { ...times, ...counts, ...changes })
  const rowOf = (personId: string, state: 'in' | 'waiting') => ({
    ...{ _id: `${id}_${personId}`, activityId: id, personId, teamId: 'green', state, live: true, since: 1 },
    ...{ startsAt, endsAt: startsAt + 2 * hour, answerBy: null, history: [] },
  })
  await county.add('signups', [
    ...holders.map((each) => rowOf(each, 'in')),
    ...line.map((each) => rowOf(each, 'waiting')),
  ])
  return activity
}

const merge = (id: string, wanted: DayStep[], sentAt = county.now()) =>
  county.ask('leader', 'mergeDay', { id, sentAt, steps: wanted })

test('by name: in and out, and the sheet says so', async () => {
  await open('byName')
  const at = county.now() - 10 * minute
  const { results } = await merge('byName', [
    about('resident', { at }),
    about('resident', { kind: 'out', at: at + minute }),
  ])
  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
  expect(results[0]?.row).toMatchObject({ name: 'resident', inAt: at, outAt: at + minute, state: 'in' })
  const sheet = await county.ask('leader', 'daySheet', { id: 'byName' })
  expect(sheet.items.map(({ name, inAt, outAt }) => [name, inAt, outAt])).toEqual([
    ['resident', at, at + minute],
    ['member', null, null],
  ])
})

test('somebody who only waits is let in beyond the seats', async () => {
  const holders = ['resident', 'member', 'leader'].map(personIdOf)
  await open('beyond', { holders, line: [personIdOf('staff')] })
  const { results } = await merge('beyond', [about('staff')])
  expect(results[0]).toMatchObject({ outcome: 'done', row: { state: 'in' } })
  const { holders: after, line, seatsLeft, taken, waiting } = await county.one('activities', 'beyond')
  expect([after.length, line, seatsLeft, taken, waiting]).toEqual([4, [], -1, 4, 0])
  expect(await county.one('signups', `beyond_${personIdOf('staff')}`)).toMatchObject({ state: 'in', live: true })
})

test('a walk-in with a name becomes a guest with a seat; two without a number stay two', async () => {
  await open('walkIn')
  const walkIn = (name: string, phone = '') => step({ name, phone, via: 'walkIn' })
  const wanted = [walkIn('王桂兰'), walkIn('王桂兰'), walkIn('李秀', '13900001111'), walkIn('李秀', '13900001111')]
  const once = await merge('walkIn', wanted)
  const again = await merge('walkIn', wanted)
  const people = once.results.map(({ row }) => row?.personId)
  expect(new Set(people).size).toBe(3)
  expect(again.results.map(({ row }) => row?.personId)).toEqual(people)
  expect((await county.one('activities', 'walkIn')).holders).toHaveLength(5)
  expect(once.results[0]?.row).toMatchObject({ name: '王桂兰', kind: 'guest', state: 'in' })
})

test('a name that is nobody’s is unknown', async () => {
  await open('unknown')
  const { results } = await merge('unknown', [about('stranger')])
  expect(results).toMatchObject([{ outcome: 'unknown', row: null }])
})
