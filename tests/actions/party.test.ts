// Families sign up: together or each for herself, and what the rules say to each of them beforehand.
import { County, day, formFor, hour, personIdOf } from './county'
import { born, family, wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
const newId = () => `p${++made}a`

/** A mother with two children. */
async function mother(more = {}): Promise<{ mum: string; all: string[]; children: string[] }> {
  const n = ++made
  const mum = `mum${n}`
  const age = born(county.now(), 8)
  const children = [`d${n}a`, `d${n}b`]
  await family(
    county,
    mum,
    children.map((id) => wardDoc(id, mum, { kind: 'child', born: age, ...more })),
  )
  return { mum, children, all: [personIdOf(mum), ...children] }
}

const seatsOf = async (id: string) => {
  const { holders, line, bonds, seatsLeft, taken, waiting } = await county.one('activities', id)
  return { holders, line, bonds, seatsLeft, taken, waiting }
}
const one = async () => {
  const name = `one${++made}`
  await county.residents([name])
  return name
}

describe('a family that comes together', () => {
  test('has all its seats in one go, and a row for each with who signed her up', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 3 })
    const { mum, all, children } = await mother()
    const joined = await county.ask(mum, 'join', { id, people: all, guardian: true })
    expect(joined.parts.map((part) => [part.personId, part.mine.state])).toEqual(all.map((each) => [each, 'in']))
    expect(joined).toMatchObject({ mine: { state: 'in' }, seatsLeft: 0 })
    expect(await seatsOf(id)).toMatchObject({ holders: all, seatsLeft: 0, taken: 3 })
    const row = await county.one('signups', `${id}_${children[0]}`)
    expect(row).toMatchObject({ by: personIdOf(mum), party: all, guardian: { by: personIdOf(mum) } })
  })

  test('waits together when its seats are not all there, and no smaller part of it is in', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 3 })
    await county.ask(await one(), 'join', { id })
    const { mum, all } = await mother()
    const joined = await county.ask(mum, 'join', { id, people: all, guardian: true })
    expect(joined.parts.map((part) => part.mine.position)).toEqual([1, 2, 3])
    expect(await seatsOf(id)).toMatchObject({ line: all, bonds: [all.join('+')], seatsLeft: 2, waiting: 3 })
  })

  test('is passed over by whoever fits, and has its seats as soon as enough are free', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 3 })
    const first = await one()
    await county.ask(first, 'join', { id })
    const { mum, all } = await mother()
    await county.ask(mum, 'join', { id, people: all, guardian: true })
    const late = await one()
    expect((await county.ask(late, 'join', { id })).mine?.state).toBe('in')
    expect(await county.find('messages', { personId: personIdOf(late) })).toEqual([])
    expect(await seatsOf(id)).toMatchObject({ line: all, seatsLeft: 1 })
    await county.ask(first, 'leave', { id })
    expect(await seatsOf(id)).toMatchObject({ line: all, seatsLeft: 2 })
    await county.ask(late, 'leave', { id })
    expect(await seatsOf(id)).toMatchObject({ holders: all, line: [], bonds: [], seatsLeft: 0, waiting: 0 })
    const states = (await county.find('signups', { activityId: id, live: true })).map((row) => row.state)
    expect(states).toEqual(['in', 'in', 'in'])
  })

  test('shrinks when one of it no longer waits', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 3 })
    const first = await one()
    await county.ask(first, 'join', { id })
    const { mum, all, children } = await mother()
    await county.ask(mum, 'join', { id, people: all, guardian: true })
    await county.ask(mum, 'leave', { id, people: [children[1] ?? ''] })
    expect(await seatsOf(id)).toMatchObject({ holders: [personIdOf(first), ...all.slice(0, 2)], line: [], bonds: [] })
  })

  test('larger than the whole activity is told so, and nobody of it waits for nothing', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 2 })
    const { mum, all } = await mother()
    expect(await county.refusalOf(mum, 'join', { id, people: all, guardian: true })).toBe('activity.party_too_large')
    expect(await seatsOf(id)).toMatchObject({ holders: [], line: [] })
  })

  test('tapped twice is one set of seats, also when both taps come at once', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 9 })
    const { mum, all } = await mother()
    const tap = () => county.ask(mum, 'join', { id, people: all, guardian: true })
    const both = await Promise.all([tap(), tap()])
    for (const each of both) expect(each.parts.map((part) => part.mine.state)).toEqual(['in', 'in', 'in'])
    expect(await seatsOf(id)).toMatchObject({ holders: all, seatsLeft: 6, taken: 3 })
    await county.ask('leader', 'close', { id, closed: true })
    expect((await tap()).parts).toHaveLength(3)
  })

  test('whose mother is in already adds only the others', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 3 })
    const { mum, all } = await mother()
    await county.ask(mum, 'join', { id })
    const joined = await county.ask(mum, 'join', { id, people: all, guardian: true })
    expect(joined.parts.map((part) => part.mine.state)).toEqual(['in', 'in', 'in'])
    expect(await seatsOf(id)).toMatchObject({ holders: all, taken: 3 })
  })

  test('leaves together in one go, so that a party that waits fits at once', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 3 })
    const a = await mother()
    const b = await mother()
    await county.ask(a.mum, 'join', { id, people: a.all, guardian: true })
    await county.ask(b.mum, 'join', { id, people: b.all, guardian: true })
    await county.ask(await one(), 'join', { id })
    await county.ask(a.mum, 'leave', { id, people: a.all })
    expect((await seatsOf(id)).holders).toEqual(b.all)
  })
})

describe('a family that comes each for herself', () => {
  test('takes the seats there are, in its order, and the others wait', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 2 })
    const { mum, all } = await mother()
    const order = [all[1], all[2], all[0]] as string[]
    const joined = await county.ask(mum, 'join', { id, people: order, together: false, guardian: true })
    expect(joined.parts.map((part) => part.mine.state)).toEqual(['in', 'in', 'waiting'])
    expect(await seatsOf(id)).toMatchObject({ holders: order.slice(0, 2), line: order.slice(2), bonds: [] })
  })
})

describe('whom she can sign up', () => {
  test('is nobody else’s family', async () => {
    const { _id: id } = await county.activity(newId())
    const { all } = await mother()
    expect(await county.refusalOf('resident', 'join', { id, people: all })).toBe('family.not_yours')
    expect(await county.refusalOf('resident', 'leave', { id, people: all })).toBe('family.not_yours')
  })

  test('is a child under 14 only with her guardian’s yes, kept with the sign-up', async () => {
    const { _id: id } = await county.activity(newId())
    const { mum, children } = await mother()
    expect(await county.refusalOf(mum, 'join', { id, people: children })).toBe('activity.guardian_needed')
    expect(await county.refusalOf(mum, 'join', { id, people: children, guardian: true })).toBe('')
  })

  test('is said beforehand for each, with what stands in the way', async () => {
    const ages = { from: 6, to: 12 }
    const now = county.now()
    const startsAt = now + 5 * day
    const other = { startsAt: startsAt - hour, endsAt: startsAt + hour, title: '四点半课堂' }
    const { _id: clash } = await county.activity(newId(), other)
    const { _id: id } = await county.activity(newId(), { ages, startsAt, endsAt: startsAt + hour })
    const mum = `mum${++made}`
    const child = wardDoc(`d${made}c`, mum, { kind: 'child', called: '乐乐', born: born(now, 8) } as object)
    const missed = { activityId: 'x', title: '上回的义诊', at: 5 }
    const elder = wardDoc(`d${made}e`, mum, { born: null, missed })
    await family(county, mum, [child, elder])
    await county.ask(mum, 'join', { id: clash, people: [child._id], guardian: true })
    const { people } = await county.ask(mum, 'getActivity', { id })
    expect(people).toMatchObject([
      { kind: 'self', no: { refused: 'activity.age', facts: { ages: '6–12 岁' } }, mine: null },
      { id: child._id, no: null, age: 8, clash: '四点半课堂', mine: null, missed: null },
      { id: elder._id, no: { refused: 'activity.age_unknown' }, missed: { title: '上回的义诊', at: 5 } },
    ])
    expect(await county.refusalOf(mum, 'join', { id, people: [elder._id] })).toBe('activity.age_unknown')
    expect(await county.refusalOf(mum, 'join', { id })).toBe('activity.age')
    await county.ask(mum, 'join', { id, people: [child._id], guardian: true })
    const after = await county.ask(mum, 'getActivity', { id })
    expect(after).toMatchObject({ mine: null, ours: [{ id: child._id, mine: { state: 'in' } }] })
    expect(after.people[1]?.mine?.state).toBe('in')
  })

  test('is limited to so many activities of the team in a month, and what was called off does not count', async () => {
    const startsAt = county.now() + 40 * day
    const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt, perMonth: 1 }
    const name = await one()
    const { _id: first } = await county.activity(newId(), times)
    const { _id: second } = await county.activity(newId(), times)
    await county.ask(name, 'join', { id: first })
    expect(await county.refusalOf(name, 'join', { id: second })).toBe('activity.month_limit')
    expect((await county.ask(name, 'getActivity', { id: second })).people[0]?.no?.refused).toBe('activity.month_limit')
    expect(await county.refusalOf(name, 'join', { id: first })).toBe('')
    await county.ask('leader', 'cancel', { id: first, reason: '下雨' })
    expect(await county.refusalOf(name, 'join', { id: second })).toBe('')
  })
})

describe('the activity’s own questions', () => {
  const questions = [
    { id: 'q1', kind: 'text', label: '忌口', options: [], required: true },
    { id: 'q2', kind: 'choice', label: '哪一班', options: ['上午', '下午'], required: false },
    { id: 'q3', kind: 'consent', label: '同意拍照', options: [], required: true },
  ] as const

  test('are answered for each before anybody has a seat, and seen by the organiser alone', async () => {
    const { _id: id } = await county.activity(newId(), {
      questions: questions.map((each) => ({ ...each, options: [...each.options] })),
    })
    const name = await one()
    const personId = personIdOf(name)
    const missing = { id, answers: [{ personId, values: { q1: '花生' } }] }
    expect(await county.call(name, 'join', missing)).toMatchObject({
      refusal: { refused: 'activity.answers_missing', facts: { label: '同意拍照' } },
    })
    const risky = { id, answers: [{ personId, values: { q1: '快来赌博网站', q3: true } }] }
    expect(await county.refusalOf(name, 'join', risky)).toBe('content.risky')
    expect((await seatsOf(id)).holders).toEqual([])
    const values = { q1: '花生', q2: '晚上', q3: true, q9: '别的' }
    await county.ask(name, 'join', { id, answers: [{ personId, values }] })
    const { items, form } = await county.ask('leader', 'roster', { id, which: 'in' })
    expect(items[0]?.answers).toEqual({ q1: '花生', q3: true })
    expect(form.questions).toHaveLength(3)
    await county.ask(name, 'join', { id, answers: [{ personId, values: { q1: '没有', q2: '上午', q3: true } }] })
    expect((await county.ask('leader', 'roster', { id, which: 'in' })).items[0]?.answers).toMatchObject({ q2: '上午' })
  })
})

describe('what is hers', () => {
  test('shows the sign-ups of those she keeps beside her own, each activity once', async () => {
    const { mum, all, children } = await mother()
    const { _id: both } = await county.activity(newId())
    const { _id: only } = await county.activity(newId())
    await county.ask(mum, 'join', { id: both, people: all, guardian: true })
    await county.ask(mum, 'join', { id: only, people: [children[0] ?? ''], guardian: true })
    const { items } = await county.ask(mum, 'myActivities', { which: 'coming' })
    expect(items.map((card) => card.id).sort()).toEqual([both, only].sort())
    const card = items.find((each) => each.id === only)
    expect(card).toMatchObject({ mine: null, ours: [{ id: children[0], mine: { state: 'in' } }] })
    const row = (await county.ask('leader', 'roster', { id: both, which: 'in' })).items[1]
    expect(row).toMatchObject({ kind: 'child', age: 8, broughtBy: mum, party: [mum, `家人${children[1]}`] })
  })
})

test('a form keeps posts, questions and ages as they were written', async () => {
  const form = formFor(county.now(), { ages: { from: 60, to: null }, perMonth: 2, approval: true })
  const { id } = await county.ask('leader', 'saveDraft', { key: newId(), form })
  await county.ask('leader', 'publish', { id })
  expect((await county.ask('leader', 'getForm', { id })).form).toEqual(form)
})
