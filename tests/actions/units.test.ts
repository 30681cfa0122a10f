// Posts and slots: each with its own seats, its own line and its own time.
import type { ActivityForm } from '../../cloudfunctions/core/contract'
import { County, formFor, hour, minute, personIdOf } from './county'
import { family, wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
const newId = () => `u${++made}`

async function people(count: number): Promise<string[]> {
  const names = Array.from({ length: count }, () => `one${++made}`)
  await county.residents(names)
  return names
}

type Unit = ActivityForm['units'][number]
const post = (id: string, capacity: number, more: Partial<Unit> = {}): Unit => ({
  ...{ id, kind: 'post', name: `岗位${id}`, capacity, startsAt: null, endsAt: null, role: 'helper', skills: '' },
  ...more,
})

/** A published activity with these units; in two days, unless said otherwise. */
async function withUnits(units: Unit[], changes: Partial<ActivityForm> = {}, now = county.now()): Promise<string> {
  const form = formFor(now, { units, ...changes })
  const { id } = await county.ask('leader', 'saveDraft', { key: newId(), form })
  await county.ask('leader', 'publish', { id })
  return id
}

const seatsOf = async (id: string) => {
  const { capacity, holders, line, seats, seatsLeft, taken, waiting } = await county.one('activities', id)
  return { capacity, holders, line, seats, seatsLeft, taken, waiting }
}
const ids = (openids: readonly string[]) => openids.map(personIdOf)

describe('an activity with posts', () => {
  test('has as many seats as its posts together, and each post its own', async () => {
    const id = await withUnits([post('a', 1), post('b', 2)])
    const [one = '', two = '', three = ''] = await people(3)
    expect(await seatsOf(id)).toMatchObject({ capacity: 3, seatsLeft: 3 })
    expect((await county.ask(one, 'join', { id, unit: 'a' })).mine).toMatchObject({ state: 'in', unit: 'a' })
    expect((await county.ask(two, 'join', { id, unit: 'a' })).mine).toMatchObject({ state: 'waiting', position: 1 })
    expect((await county.ask(three, 'join', { id, unit: 'b' })).mine).toMatchObject({ state: 'in', unit: 'b' })
    const page = await county.ask(two, 'getActivity', { id })
    expect(page.units).toMatchObject([
      { id: 'a', seatsLeft: 0, waiting: 1 },
      { id: 'b', seatsLeft: 1, waiting: 0 },
    ])
    expect(page).toMatchObject({ seatsLeft: 1, taken: 2, waiting: 1, mine: { state: 'waiting', unit: 'a' } })
    const roster = await county.ask('leader', 'roster', { id, which: 'in' })
    expect(roster.items.map((row) => row.unit)).toEqual(['a', 'b'])
    expect(roster.form.units).toMatchObject([{ id: 'a' }, { id: 'b' }])
  })

  test('asks everybody to choose one that is there', async () => {
    const id = await withUnits([post('a', 1)])
    expect(await county.refusalOf('resident', 'join', { id })).toBe('activity.needs_unit')
    expect(await county.refusalOf('resident', 'join', { id, unit: 'z' })).toBe('activity.unit_gone')
  })

  test('gives one person one post', async () => {
    const id = await withUnits([post('a', 1), post('b', 2)])
    await county.ask('resident', 'join', { id, unit: 'a' })
    expect(await county.refusalOf('resident', 'join', { id, unit: 'b' })).toBe('activity.unit_taken')
    expect(await county.refusalOf('resident', 'join', { id, unit: 'a' })).toBe('')
    expect(await seatsOf(id)).toMatchObject({ taken: 1, seats: { b: { left: 2, holders: [] } } })
  })

  test('moves up only those who wait for the very post that came free', async () => {
    const id = await withUnits([post('a', 1), post('b', 1)])
    const [a = '', b = '', forA = '', forB = ''] = await people(4)
    await county.ask(a, 'join', { id, unit: 'a' })
    await county.ask(b, 'join', { id, unit: 'b' })
    await county.ask(forA, 'join', { id, unit: 'a' })
    await county.ask(forB, 'join', { id, unit: 'b' })
    await county.ask(b, 'leave', { id })
    expect(await seatsOf(id)).toMatchObject({
      holders: ids([a, forB]),
      line: ids([forA]),
      seatsLeft: 0,
      waiting: 1,
      seats: {
        a: { left: 0, waiting: 1, holders: ids([a]), line: ids([forA]) },
        b: { left: 0, waiting: 0, holders: ids([forB]), line: [] },
      },
    })
    expect(await county.one('signups', `${id}_${personIdOf(forB)}`)).toMatchObject({ state: 'in', unit: 'b' })
  })

  test('seats a family in one post together or not at all', async () => {
    const id = await withUnits([post('a', 2), post('b', 1)])
    const mum = `mum${++made}`
    await family(county, mum, [wardDoc(`d${made}x`, mum)])
    const all = [personIdOf(mum), `d${made}x`]
    expect(await county.refusalOf(mum, 'join', { id, people: all, unit: 'b' })).toBe('activity.party_too_large')
    await county.ask(mum, 'join', { id, people: all, unit: 'a' })
    expect((await seatsOf(id)).seats?.a).toMatchObject({ left: 0, holders: all })
  })
})

describe('slots', () => {
  const slot = (id: string, startsAt: number, capacity = 1) =>
    post(id, capacity, { kind: 'slot', name: `时段${id}`, role: 'guest', startsAt, endsAt: startsAt + 10 * minute })

  test('give each their own time, and an edit of it goes to those who have it', async () => {
    const now = county.now()
    const { startsAt } = formFor(now)
    const id = await withUnits([slot('s1', startsAt), slot('s2', startsAt + 10 * minute)], {}, now)
    await county.ask('resident', 'join', { id, unit: 's2' })
    const row = () => county.one('signups', `${id}_${personIdOf('resident')}`)
    expect(await row()).toMatchObject({ startsAt: startsAt + 10 * minute, endsAt: startsAt + 20 * minute })
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const units = [slot('s1', startsAt), slot('s2', startsAt + 30 * minute)]
    const edited = await county.ask('leader', 'edit', { id, revision, form: { ...form, units } })
    expect(edited).toMatchObject({ changed: ['units', 'unitTimes'], told: 1 })
    expect(await row()).toMatchObject({ startsAt: startsAt + 30 * minute })
    await county.mend()
    expect(await row()).toMatchObject({ startsAt: startsAt + 30 * minute, endsAt: startsAt + 40 * minute })
  })

  test('of later in the morning still move up when the first have begun', async () => {
    const startsAt = county.now() - hour
    const endsAt = county.now() + 3 * hour
    const times = { startsAt, endsAt, closesAt: endsAt, cancelBy: endsAt }
    const units = [slot('early', startsAt), slot('late', county.now() + 2 * hour)]
    const seats = Object.fromEntries(units.map((each) => [each.id, { left: 1, waiting: 0, holders: [], line: [] }]))
    const { _id: id } = await county.activity(newId(), { ...times, units, seats, capacity: 2 })
    const [a = '', b = ''] = await people(2)
    await county.ask(a, 'join', { id, unit: 'late' })
    await county.ask(b, 'join', { id, unit: 'late' })
    expect(await county.refusalOf('resident', 'join', { id, unit: 'early' })).toBe('activity.closed')
    await county.ask(a, 'leave', { id })
    expect((await seatsOf(id)).seats?.late).toMatchObject({ left: 0, holders: ids([b]) })
  })
})

describe('the offer of a seat in a slot', () => {
  test('of later in the morning is taken back from whoever did not answer, though the first have begun', async () => {
    const endsAt = county.now() + 6 * hour
    const startsAt = county.now() - hour
    const late = post('late', 1, { kind: 'slot', role: 'guest', startsAt: county.now() + 5 * hour })
    const [a = '', b = '', c = ''] = await people(3)
    const seats = { late: { left: 1, waiting: 0, holders: [], line: [] } }
    const times = { startsAt, endsAt, closesAt: endsAt, cancelBy: endsAt }
    const { _id: id } = await county.activity(newId(), { ...times, units: [late], seats, capacity: 1 })
    for (const each of [a, b, c]) await county.ask(each, 'join', { id, unit: 'late' })
    await county.ask(a, 'leave', { id })
    const row = `${id}_${personIdOf(b)}`
    expect((await county.one('signups', row)).state).toBe('offered')
    await county.set('signups', row, { answerBy: county.now() - minute })
    await county.round()
    expect(await county.one('signups', row)).toMatchObject({ state: 'left' })
    expect((await seatsOf(id)).seats?.late).toMatchObject({ holders: ids([c]), line: [] })
  })
})

describe('a post with more people than seats', () => {
  test('takes nothing from the free seats of the others, on the page and in lists', async () => {
    const id = await withUnits([post('a', 3), post('b', 3)])
    for (const each of await people(3)) await county.ask(each, 'join', { id, unit: 'a' })
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const units = [post('a', 1), post('b', 2)]
    await county.ask('leader', 'edit', { id, revision, form: { ...form, units } })
    expect(await seatsOf(id)).toMatchObject({ seatsLeft: 0, seats: { a: { left: -2 }, b: { left: 2 } } })
    const cards = (await county.ask('leader', 'desk', {})).coming
    expect(cards.find((card) => card.id === id)?.seatsLeft).toBe(2)
    expect((await county.ask('resident', 'getActivity', { id })).seatsLeft).toBe(2)
    expect((await county.ask('resident', 'join', { id, unit: 'b' })).seatsLeft).toBe(1)
    expect((await county.ask('resident', 'leave', { id })).seatsLeft).toBe(2)
  })
})

describe('an edit of posts', () => {
  test('raises, lowers and adds, and the line moves into what was raised', async () => {
    const id = await withUnits([post('a', 1), post('b', 2)])
    const [one = '', two = ''] = await people(2)
    await county.ask(one, 'join', { id, unit: 'a' })
    await county.ask(two, 'join', { id, unit: 'a' })
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const units = [post('a', 2), post('b', 1), post('c', 4)]
    expect(await county.ask('leader', 'edit', { id, revision, form: { ...form, units } })).toMatchObject({ told: 0 })
    expect(await seatsOf(id)).toMatchObject({
      capacity: 7,
      seatsLeft: 5,
      seats: { a: { left: 0, holders: ids([one, two]) }, b: { left: 1 }, c: { left: 4 } },
    })
  })

  test('takes away only a post that nobody has', async () => {
    const id = await withUnits([post('a', 1), post('b', 2)])
    await county.ask('resident', 'join', { id, unit: 'a' })
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const without = (units: Unit[]) => ({ id, revision, form: { ...form, units } })
    expect(await county.call('leader', 'edit', without([post('b', 2)]))).toMatchObject({
      refusal: { refused: 'activity.unit_taken_by_people', facts: { unit: '岗位a' } },
    })
    await county.ask('leader', 'edit', without([post('a', 1)]))
    expect(Object.keys((await seatsOf(id)).seats ?? {})).toEqual(['a'])
  })

  test('does not cut seats that somebody has into posts', async () => {
    const id = await withUnits([])
    await county.ask('resident', 'join', { id })
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const divided = { id, revision, form: { ...form, units: [post('a', 3)] } }
    expect(await county.refusalOf('leader', 'edit', divided)).toBe('activity.unit_taken_by_people')
    await county.ask('resident', 'leave', { id })
    await county.ask('leader', 'edit', divided)
    expect((await county.ask('resident', 'join', { id, unit: 'a' })).mine?.unit).toBe('a')
    expect(await seatsOf(id)).toMatchObject({ capacity: 3, seatsLeft: 2, seats: { a: { left: 2 } } })
  })

  test.each([
    ['outside the activity', { startsAt: 5 }],
    ['that ends before it starts', { startsAt: 4e12, endsAt: 4e12 - 1 }],
  ])('refuses a slot %s', async (_, times) => {
    const form = formFor(county.now(), { units: [post('a', 1, times)] })
    const { id } = await county.ask('leader', 'saveDraft', { key: newId(), form })
    expect(await county.refusalOf('leader', 'publish', { id })).toBe('activity.units_outside')
  })
})
