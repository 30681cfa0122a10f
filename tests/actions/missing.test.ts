// Who has not come 20 minutes after the start: those who lead hear it, and the families.
import type { ActivityDoc, MessageDoc } from '../../cloudfunctions/core/ports/documents'
import { County, hour, minute, personIdOf } from './county'
import { rowIn, stepAt, underWay } from './day-county'
import { wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

/** An activity that starts in a minute, with a mother whom the resident keeps and a neighbour who came by herself. */
async function withMother(id: string, changes: Partial<ActivityDoc> = {}): Promise<string> {
  const mother = `d${id}`
  await county.add('dependents', [wardDoc(mother, 'resident', { name: '李秀英' })])
  const holders = [personIdOf('member'), mother]
  const startsAt = county.now() + minute
  const activity = await underWay(
    county,
    id,
    {},
    { holders, capacity: 9, seatsLeft: 7, taken: 2, startsAt, ...changes },
  )
  await county.add('signups', [
    rowIn(activity, personIdOf('member')),
    rowIn(activity, mother, { by: personIdOf('resident'), isLookedFor: true }),
  ])
  return mother
}

const checkIn = (id: string, personId: string) =>
  county.ask('leader', 'mergeDay', { id, sentAt: county.now(), steps: [stepAt(county.now(), { personId })] })
const told = async (who: string, kind: string, about: string): Promise<MessageDoc[]> =>
  (await county.find('messages', { personId: personIdOf(who), kind })).filter((each) => each.about === about)
const counts = async (id: string) => [
  (await told('leader', 'missing', id)).length,
  (await told('resident', 'notArrived', id)).length,
]
/** The timer as the minutes go by. */
async function pass(minutes: number): Promise<void> {
  for (let left = minutes; left > 0; left -= 7) {
    await county.advance(Math.min(left, 7) * minute)
    await county.round()
  }
}

test('twenty minutes after the start, those who lead are told how many, and her family that she is not there', async () => {
  await withMother('plain')
  await checkIn('plain', personIdOf('member'))
  await pass(20)
  expect(await counts('plain')).toEqual([0, 0])
  await pass(2)
  expect(await counts('plain')).toEqual([1, 1])
  await pass(30)
  expect(await counts('plain')).toEqual([1, 1])
  const [toLeader] = await told('leader', 'missing', 'plain')
  expect(`${toLeader?.title}${toLeader?.body}`).not.toContain('李秀英')
  expect(toLeader?.title).toContain('1 位')
  expect(toLeader?.page).toContain('/packages/day/')
  const [toFamily] = await told('resident', 'notArrived', 'plain')
  expect(toFamily?.title).toContain('还没签到')
  expect(toFamily?.body).toContain((await county.one('activities', 'plain')).contact.phone)
  expect(await county.find('tasks', { kind: 'missing' })).toEqual([])
})

test('who is there worries nobody, and whose check-in was taken back is missed again', async () => {
  const mother = await withMother('there')
  await checkIn('there', mother)
  await pass(22)
  expect(await counts('there')).toEqual([0, 0])

  const undone = await withMother('undone')
  await checkIn('undone', personIdOf('member'))
  await checkIn('undone', undone)
  const steps = [stepAt(county.now() + 1, { personId: undone, kind: 'undo' })]
  await county.ask('leader', 'mergeDay', { id: 'undone', sentAt: county.now(), steps })
  await pass(22)
  expect(await counts('undone')).toEqual([1, 1])
})

test('no family is alarmed while nobody at all is checked in; once somebody is, it is looked at again', async () => {
  await withMother('quiet')
  await pass(30)
  expect(await counts('quiet')).toEqual([1, 0])
  await checkIn('quiet', personIdOf('member'))
  await pass(15)
  expect(await counts('quiet')).toEqual([1, 1])
})

test('nobody is alarmed of what was called off or is over, nor of whoever gave her seat back', async () => {
  await withMother('off')
  await withMother('short', { endsAt: county.now() + 15 * minute })
  const left = await withMother('left')
  for (const id of ['off', 'short', 'left']) await checkIn(id, personIdOf('member'))
  await county.set('activities', 'off', { state: 'cancelled', reason: '下雨' })
  await county.set('activities', 'left', { holders: [personIdOf('member')] })
  await county.set('signups', `left_${left}`, { state: 'left', live: false })
  await pass(150)
  for (const id of ['off', 'short', 'left']) expect([id, await counts(id)]).toEqual([id, [0, 0]])
  expect(await county.find('tasks', { kind: 'missing' })).toEqual([])
})

test('who has a slot of her own is missed by the start of the slot', async () => {
  const startsAt = county.now() + minute
  const slot = { id: 'late', kind: 'slot' as const, name: '晚', capacity: 9, startsAt: startsAt + hour, endsAt: null }
  const units = [{ ...slot, role: 'guest' as const, skills: '' }]
  const seats = { late: { left: 8, waiting: 0, holders: ['dslot'], line: [] } }
  const mother = await withMother('slot', { units, seats, startsAt })
  await county.set('signups', `slot_${mother}`, { unit: 'late', startsAt: startsAt + hour })
  await checkIn('slot', personIdOf('member'))
  await pass(40)
  expect(await counts('slot')).toEqual([0, 0])
  await pass(42)
  expect(await counts('slot')).toEqual([1, 1])
})

test('a slot that an edit moves after the activity began is looked for by its new start', async () => {
  const startsAt = county.now() + minute
  const slot = { id: 'late', kind: 'slot' as const, name: '晚', capacity: 9, startsAt: startsAt + hour, endsAt: null }
  const units = [{ ...slot, role: 'guest' as const, skills: '' }]
  const seats = { late: { left: 8, waiting: 0, holders: ['dmoved'], line: [] } }
  const mother = await withMother('moved', { units, seats, startsAt, closesAt: startsAt, cancelBy: startsAt })
  await county.set('signups', `moved_${mother}`, { unit: 'late', startsAt: startsAt + hour })
  await checkIn('moved', personIdOf('member'))
  await pass(14)
  const { form, revision } = await county.ask('leader', 'getForm', { id: 'moved' })
  const sooner = form.units.map((unit) => ({ ...unit, startsAt: startsAt + 30 * minute }))
  await county.ask('leader', 'edit', { id: 'moved', revision, form: { ...form, units: sooner } })
  await pass(34)
  expect(await counts('moved')).toEqual([0, 0])
  await pass(7)
  expect(await counts('moved')).toEqual([1, 1])
  await pass(60)
  expect(await counts('moved')).toEqual([1, 1])
  expect(await county.find('tasks', { kind: 'missing' })).toEqual([])
})

test('her own account is told what to do herself, and is not asked to call herself', async () => {
  const mother = await withMother('herself')
  await county.residents(['grandma'])
  const { keepers } = await county.one('dependents', mother)
  const self = { id: personIdOf('grandma'), called: '我', since: 1, isSelf: true }
  await county.set('dependents', mother, { keepers: [...keepers, self] })
  await checkIn('herself', personIdOf('member'))
  await pass(22)
  expect(await counts('herself')).toEqual([1, 1])
  const hers = await told('grandma', 'notArrived', 'herself')
  expect(hers.map(({ title, ward }) => [title, ward])).toEqual([['您还没签到', mother]])
  expect(hers[0]?.body).toContain('您还没签到。来不了或找不到地方，打给队长')
  expect(hers[0]?.body).not.toContain('先打个电话问问')
})

test('signed up by her family, or entered by those who lead, she is looked for; who came by herself is not', async () => {
  await county.residents(['daughter'])
  await county.set('people', personIdOf('daughter'), { wards: ['dkept'] })
  await county.add('dependents', [wardDoc('dkept', 'daughter')])
  await county.activity('marked', { capacity: 9, seatsLeft: 9 })
  await county.ask('daughter', 'join', { id: 'marked', people: [personIdOf('daughter'), 'dkept'] })
  await county.ask('leader', 'enterPeople', { id: 'marked', people: [{ name: '王大爷', phone: '' }] })
  const rows = await county.find('signups', { activityId: 'marked' })
  const marked = rows.filter((row) => row.isLookedFor).map(({ personId }) => personId[0])
  expect(marked.sort()).toEqual(['d', 'g'])
  expect(rows).toHaveLength(3)
})

test('killed at any write and fired twice at once, with hundreds missing, everybody is told once', async () => {
  const mothers = Array.from({ length: 120 }, (_, n) => `dcrowd${n}`)
  const children = mothers.map((_, n) => `c${n}`)
  await county.residents(children)
  await county.add(
    'dependents',
    mothers.map((each, n) => wardDoc(each, children[n] ?? '')),
  )
  const holders = [personIdOf('member'), ...mothers]
  const seats = { holders, capacity: 200, seatsLeft: 79, taken: 121 }
  const activity = await underWay(county, 'crowd', {}, { ...seats, startsAt: county.now() + minute })
  await county.add(
    'signups',
    holders.map((each) => rowIn(activity, each, each.startsWith('d') ? { isLookedFor: true } : {})),
  )
  await checkIn('crowd', personIdOf('member'))
  await pass(7)
  await county.advance(15 * minute)
  for (const after of [1, 2, 3, 40, 120]) await county.round(after).catch(() => undefined)
  await Promise.all([county.round(), county.round()])
  const all = await county.find('messages', { kind: 'notArrived', about: 'crowd' })
  expect(all).toHaveLength(mothers.length)
  expect(new Set(all.map(({ personId }) => personId)).size).toBe(mothers.length)
  expect(await told('leader', 'missing', 'crowd')).toHaveLength(1)
  expect(await county.find('tasks', { kind: 'missing' })).toEqual([])
}, 60_000)
