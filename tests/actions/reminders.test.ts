// Reminders: the evening before and two hours before, each once, however often the timer fires or dies.
import { atHour, dateWords, startOfDay } from '../../cloudfunctions/core/domain/times'
import type { ActivityDoc } from '../../cloudfunctions/core/ports/documents'
import { County, day, hour, minute, personIdOf } from './county'
import { rowIn, underWay } from './day-county'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

/** Moves the county to the next moment at which its clock shows this hour, and lets the timer see it. */
async function goTo(wanted: number): Promise<void> {
  const now = county.now()
  const today = atHour(now, wanted)
  await county.advance((today > now ? today : today + day) - now)
}
const tomorrowAt = (wanted: number) => atHour(startOfDay(county.now()) + day, wanted)
const planned = (id: string, holders: readonly string[], startsAt: number, changes: Partial<ActivityDoc> = {}) =>
  underWay(county, id, { holders }, { startsAt, endsAt: startsAt + 2 * hour, cancelBy: startsAt - hour, ...changes })
/** What was said about an activity, in the order of moments. */
const said = async (who: string, about: string) => {
  const messages = await county.find('messages', { personId: personIdOf(who), kind: 'reminder' })
  return messages
    .filter(({ page }) => page.endsWith(`id=${about}`))
    .sort((a, b) => a.at - b.at)
    .map(({ title }) => title)
}

test('the evening before and two hours before, each exactly once however often the timer fires', async () => {
  await goTo(16)
  await county.round()
  const startsAt = tomorrowAt(9)
  const { title } = await planned('twice', ['resident', 'member'], startsAt)
  const eve = `${dateWords(startsAt, county.now())}有「${title}」`
  await county.round()
  expect(await said('resident', 'twice')).toEqual([])
  await goTo(18)
  for (let n = 0; n < 3; n++) await county.round()
  expect(await said('resident', 'twice')).toEqual([eve])
  await goTo(7)
  for (let n = 0; n < 3; n++) await county.round()
  await Promise.all([county.round(), county.round(), county.round()])
  for (const who of ['resident', 'member']) {
    expect(await said(who, 'twice')).toEqual([eve, `「${title}」快开始了`])
  }
  await goTo(9)
  await county.round()
  expect(await said('resident', 'twice')).toHaveLength(2)
})

test('outside the app too, where she allowed it', async () => {
  await goTo(16)
  await county.round()
  await county.allow('resident', ['reminder'])
  await planned('outside', ['resident'], tomorrowAt(10))
  await goTo(18)
  await county.round()
  const [letter] = (await county.received('resident')).slice(-1)
  expect(letter?.templateId).toBe('stand-in-reminder')
})

test('nobody is reminded of what was called off or moved, or who gave her seat back', async () => {
  await goTo(16)
  await county.round()
  await planned('off', ['resident'], tomorrowAt(9))
  await planned('moved', ['resident'], tomorrowAt(9))
  await planned('left', ['resident', 'member'], tomorrowAt(9))
  await county.set('activities', 'off', { state: 'cancelled', reason: '下雨' })
  await county.set('activities', 'left', { holders: [personIdOf('member')] })
  await county.set('activities', 'moved', { startsAt: tomorrowAt(9) + day, endsAt: tomorrowAt(11) + day })
  await goTo(18)
  await county.round()
  for (const about of ['off', 'moved', 'left']) expect([about, await said('resident', about)]).toEqual([about, []])
  expect(await said('member', 'left')).toHaveLength(1)
  await goTo(18)
  await county.round()
  expect(await said('resident', 'moved')).toHaveLength(1)
})

test('keepers are reminded for those they keep', async () => {
  await goTo(16)
  await county.round()
  const activity = await planned('ward', [], tomorrowAt(9))
  await county.add('dependents', [
    {
      ...{ _id: 'dmother', kind: 'elder', name: '李秀英', phone: '', born: '1950-01', communityId: 'east' },
      keepers: ['resident', 'member'].map((who) => ({ id: personIdOf(who), called: '妈妈', since: 1 })),
      consent: { at: 1, by: personIdOf('resident'), version: 1, asGuardian: false },
      ...{ enteredBy: '', claimedBy: '', createdAt: 1 },
    },
  ])
  await county.set('activities', 'ward', { holders: ['dmother'], taken: 1 })
  await county.add('signups', [rowIn(activity, 'dmother')])
  await goTo(18)
  await county.round()
  for (const who of ['resident', 'member']) {
    expect((await said(who, 'ward')).map((title) => title.includes('妈妈'))).toEqual([true])
  }
})

test('who has a slot of her own is reminded before her own slot', async () => {
  await goTo(16)
  await county.round()
  const startsAt = tomorrowAt(9)
  const slot = (id: string, from: number) => ({
    ...{ id, kind: 'slot' as const, name: id, capacity: 1, startsAt: from, endsAt: from + 10 * minute },
    ...{ role: 'guest' as const, skills: '' },
  })
  const units = [slot('early', startsAt), slot('late', startsAt + 90 * minute)]
  const [first, second] = ['resident', 'member'].map(personIdOf)
  const seats = {
    early: { left: 0, waiting: 0, holders: [first ?? ''], line: [] },
    late: { left: 0, waiting: 0, holders: [second ?? ''], line: [] },
  }
  await planned('slots', ['resident', 'member'], startsAt, { units, seats })
  await goTo(18)
  await county.round()
  const bodies = await county.find('messages', { personId: second, kind: 'reminder' })
  expect(bodies.some(({ body }) => body.includes('10:30'))).toBe(true)
  await goTo(7)
  await county.round()
  expect([await said('resident', 'slots'), await said('member', 'slots')].map((each) => each.length)).toEqual([2, 1])
  await goTo(8.5)
  await county.round()
  expect([await said('resident', 'slots'), await said('member', 'slots')].map((each) => each.length)).toEqual([2, 2])
})

test('a slot added or moved after the first reminders has its own all the same', async () => {
  await goTo(16)
  await county.round()
  const startsAt = tomorrowAt(9)
  const slot = (id: string, from: number) => ({
    ...{ id, kind: 'slot' as const, name: id, capacity: 1, startsAt: from, endsAt: from + 10 * minute },
    ...{ role: 'guest' as const, skills: '' },
  })
  const late = personIdOf('member')
  const units = [slot('only', startsAt + hour)]
  const seats = { only: { left: 0, waiting: 0, holders: [late], line: [] } }
  const before = await planned('added', ['member'], startsAt, { units, seats })
  await goTo(7.5)
  await county.round()
  const moved = [slot('only', startsAt + 90 * minute)]
  const { revision } = await county.one('activities', before._id)
  const lastChange = ['units']
  await county.set('activities', before._id, { units: moved, revision: revision + 1, lastChange })
  const task = { _id: `added_changed_${revision + 1}`, kind: 'changed' as const, activityId: 'added', day: '' }
  await county.add('tasks', [{ ...task, revision: revision + 1, cursor: '', dueAt: 1, isQuiet: true }])
  await county.round()
  const soon = async () => (await said('member', 'added')).filter((title) => title.includes('快开始了'))
  expect(await soon()).toHaveLength(0)
  await goTo(8.5)
  await county.round()
  expect(await soon()).toHaveLength(1)
})

test('a timer that stood still for hours reminds of what has not begun', async () => {
  await goTo(16)
  await county.round()
  await planned('still', ['resident'], tomorrowAt(9))
  await planned('begun', ['resident'], tomorrowAt(7))
  await goTo(7.5)
  await county.round()
  expect([await said('resident', 'still'), await said('resident', 'begun')].map((each) => each.length)).toEqual([2, 0])
})

test('killed at any write, with hundreds to tell, everybody is told once', async () => {
  await goTo(16)
  await county.round()
  const crowd = Array.from({ length: 130 }, (_, n) => `r${n}`)
  await county.residents(crowd)
  await planned('crowd', crowd, tomorrowAt(9))
  await goTo(18)
  for (const after of [1, 2, 3, 40, 120]) await county.round(after).catch(() => undefined)
  await county.round()
  const told = (await county.find('messages', { kind: 'reminder' })).filter(({ page }) => page.endsWith('id=crowd'))
  expect(told).toHaveLength(crowd.length)
  expect(new Set(told.map(({ personId }) => personId)).size).toBe(crowd.length)
  expect(await county.find('tasks', { kind: 'reminded' })).toEqual([])
}, 60_000)

test('a round reads what is due alone, whatever else there is', async () => {
  await goTo(12)
  await county.round()
  const others = Array.from({ length: 300 }, (_, n) => `far${n}`)
  for (const [n, id] of others.entries()) await planned(id, [], county.now() + 3 * day + n * hour)
  await county.advance(minute)
  const { docsExamined, requests } = await county.costOfRound()
  expect(docsExamined).toBeLessThan(30)
  expect(requests).toBeLessThan(36)
}, 60_000)
