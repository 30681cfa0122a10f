// Asking to come: the leader's yes, and the draw by lot.
import { createHash } from 'node:crypto'
import { drawOrder } from '../../cloudfunctions/core/domain/draw'
import { County, day, formFor, hour, personIdOf } from './county'
import { family, wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
const newId = () => `q${++made}`
async function people(count: number): Promise<string[]> {
  const names = Array.from({ length: count }, () => `one${++made}`)
  await county.residents(names)
  return names
}
async function pair(): Promise<{ mum: string; all: string[] }> {
  const mum = `mum${++made}`
  const ward = `d${made}w`
  await family(county, mum, [wardDoc(ward, mum)])
  return { mum, all: [personIdOf(mum), ward] }
}
const seatsOf = async (id: string) => {
  const { holders, line, pool, bonds, seatsLeft, taken, waiting } = await county.one('activities', id)
  return { holders, line, pool, bonds, seatsLeft, taken, waiting }
}
const told = async (openid: string, id: string) =>
  (await county.ask(openid, 'messages', {})).items.filter((each) => each.page.endsWith(id)).map((each) => each.kind)

describe('an activity to which the leader says yes', () => {
  test('takes nobody’s seat before it, and tells each once after it', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 2, approval: true })
    const [a = '', b = '', c = ''] = await people(3)
    for (const each of [a, b, c]) {
      expect((await county.ask(each, 'join', { id })).mine).toMatchObject({ state: 'asked', position: null })
    }
    expect(await seatsOf(id)).toMatchObject({ holders: [], seatsLeft: 2 })
    const roster = await county.ask('leader', 'roster', { id, which: 'asked' })
    expect(roster.counts).toEqual({ in: 0, waiting: 0, asked: 3 })
    expect(roster.items.map((row) => row.state)).toEqual(['asked', 'asked', 'asked'])
    const yes = { id, people: [a, b, c].map(personIdOf), accept: true }
    expect(await county.ask('leader', 'approve', yes)).toEqual({ done: 3, asked: 0 })
    expect(await county.ask('leader', 'approve', yes)).toEqual({ done: 3, asked: 0 })
    expect(await seatsOf(id)).toMatchObject({
      holders: [a, b].map(personIdOf),
      line: [personIdOf(c)],
      pool: [],
      seatsLeft: 0,
    })
    expect((await county.ask(c, 'getActivity', { id })).mine).toMatchObject({ state: 'waiting', position: 1 })
    expect(await told(a, id)).toEqual(['admitted'])
    expect(await told(c, id)).toEqual(['admitted'])
  })

  test('keeps a family together, and lets in only those of it whom the leader names', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1, approval: true })
    const one = await pair()
    const two = await pair()
    const tooMany = { id, people: one.all }
    expect(await county.refusalOf(one.mum, 'join', tooMany)).toBe('activity.party_too_large')
    expect(await seatsOf(id)).toMatchObject({ holders: [], pool: [] })
    const { _id: wide } = await county.activity(newId(), { capacity: 3, approval: true })
    for (const each of [one, two]) await county.ask(each.mum, 'join', { id: wide, people: each.all })
    expect((await seatsOf(wide)).bonds).toEqual([one.all.join('+'), two.all.join('+')])
    await county.ask('leader', 'approve', { id: wide, people: [...one.all, ...two.all], accept: true })
    expect(await seatsOf(wide)).toMatchObject({ holders: one.all, line: two.all, bonds: [two.all.join('+')] })
  })

  test('may say no, with a reason, and then she may ask again', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 2, approval: true })
    const [a = ''] = await people(1)
    await county.ask(a, 'join', { id })
    const no = { id, people: [personIdOf(a)], accept: false, reason: '这次先紧着没来过的' }
    expect(await county.ask('leader', 'approve', no)).toEqual({ done: 1, asked: 0 })
    await county.ask('leader', 'approve', no)
    expect(await told(a, id)).toEqual(['declined'])
    expect((await county.ask(a, 'getActivity', { id })).mine).toBeNull()
    expect((await county.ask(a, 'join', { id })).mine?.state).toBe('asked')
  })

  test('or her no reaches whoever asked, also when the call is cut off after any of its writes', async () => {
    let isCut = true
    for (let cut = 1; isCut; cut++) {
      const { _id: id } = await county.activity(newId(), { capacity: 2, approval: true })
      const [a = ''] = await people(1)
      await county.ask(a, 'join', { id })
      const no = { id, people: [personIdOf(a)], accept: false, reason: '这次先紧着没来过的' }
      isCut = await county.call('leader', 'approve', no, cut).then(
        () => false,
        () => true,
      )
      await county.mend()
      const { pool = [] } = await county.one('activities', id)
      if (pool.length > 0) await county.ask('leader', 'approve', no)
      const { items } = await county.ask(a, 'messages', {})
      expect([cut, items.map((each) => each.kind)]).toEqual([cut, ['declined']])
      expect(items[0]?.body).toContain('这次先紧着没来过的')
      expect(await county.one('signups', `${id}_${personIdOf(a)}`)).toMatchObject({ state: 'left', live: false })
    }
  }, 60_000)

  test('given up for no asking seats those who asked, in their order, behind those who wait already', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 3, approval: true })
    const [a = '', b = '', c = '', d = ''] = await people(4)
    const both = await pair()
    for (const each of [a, b]) await county.ask(each, 'join', { id })
    await county.ask(both.mum, 'join', { id, people: both.all })
    await county.ask(c, 'join', { id })
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    await county.ask('leader', 'edit', { id, revision, form: { ...form, approval: false } })
    const seats = { holders: [a, b, c].map(personIdOf), line: both.all, pool: [], bonds: [both.all.join('+')] }
    expect(await seatsOf(id)).toMatchObject({ ...seats, seatsLeft: 0, taken: 3, waiting: 2 })
    expect((await county.ask(d, 'join', { id })).mine).toMatchObject({ state: 'waiting', position: 3 })
    for (const each of [a, b, c]) expect(await told(each, id)).toEqual(['admitted'])
    expect(await county.find('signups', { activityId: id, state: 'asked' })).toEqual([])
  })

  test('given up while the call is cut off seats those who asked after the next round', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1, approval: true })
    const [a = '', b = ''] = await people(2)
    for (const each of [a, b]) await county.ask(each, 'join', { id })
    await county.set('activities', id, { approval: false, touchedAt: county.now() })
    await county.mend()
    expect(await seatsOf(id)).toMatchObject({ holders: [personIdOf(a)], line: [personIdOf(b)], pool: [] })
    for (const each of [a, b]) expect(await told(each, id)).toEqual(['admitted'])
  })

  test('for a post that was taken away in this very moment is told so, and asks for nothing', async () => {
    const unit = {
      id: 'tea',
      kind: 'post' as const,
      name: '端茶',
      capacity: 1,
      startsAt: null,
      endsAt: null,
      skills: '',
    }
    const units = [{ ...unit, role: 'helper' as const }]
    const { _id: id } = await county.activity(newId(), { approval: true, units, seats: {} })
    expect(await county.refusalOf('resident', 'join', { id, unit: 'tea' })).toBe('activity.unit_gone')
    expect(await county.one('activities', id)).toMatchObject({ pool: [], seats: {} })
  })

  test('tells those who lead the team that people ask, once a day, and stands on the desk until they are answered', async () => {
    const { _id: later } = await county.activity(newId(), { approval: true, startsAt: county.now() + 5 * day })
    const { _id: id } = await county.activity(newId(), { approval: true, capacity: 9, title: '插花' })
    const before = await county.ask('leader', 'desk', {})
    const [a = '', b = '', c = ''] = await people(3)
    await county.ask(c, 'join', { id: later })
    await county.ask(a, 'join', { id })
    await county.ask(a, 'join', { id })
    await county.ask(b, 'join', { id })
    const about = { personId: personIdOf('leader'), kind: 'askedToJoin', page: { $regex: `id=${id}&which=asked$` } }
    expect(await county.find('messages', about)).toMatchObject([{ title: '有人想来「插花」' }])
    const { asked } = await county.ask('leader', 'desk', {})
    expect(asked).toBe(before.asked + 3)
    await county.advance(day)
    const [d = ''] = await people(1)
    await county.ask(d, 'join', { id })
    expect(await county.find('messages', about)).toHaveLength(2)
    await county.ask('leader', 'approve', { id, people: [a, b, d].map(personIdOf), accept: true })
    expect((await county.ask('leader', 'desk', {})).asked).toBe(before.asked + 1)
  })

  test('says nothing of it to a leader who asks herself, and nothing where lots decide', async () => {
    const own = newId()
    await county.activity(own, { approval: true })
    await county.ask('leader', 'join', { id: own })
    const lots = newId()
    await county.activity(lots, { approval: true, drawAt: county.now() + day })
    const before = (await county.ask('leader', 'desk', {})).asked
    const [a = ''] = await people(1)
    await county.ask(a, 'join', { id: lots })
    expect((await county.ask('leader', 'desk', {})).asked).toBe(before)
    for (const id of [own, lots]) {
      expect(await county.find('messages', { kind: 'askedToJoin', page: { $regex: `id=${id}&` } })).toEqual([])
    }
  })

  test('is full too, some day', async () => {
    const pool = Array.from({ length: 5000 }, (_, n) => `p${n}`)
    const { _id: id } = await county.activity(newId(), { approval: true, pool })
    expect(await county.refusalOf('resident', 'join', { id })).toBe('activity.line_full')
  })

  test('can be stepped back from until the start', async () => {
    const { _id: id } = await county.activity(newId(), { approval: true, cancelBy: 5 })
    const [a = ''] = await people(1)
    await county.ask(a, 'join', { id })
    await county.ask(a, 'leave', { id })
    expect((await seatsOf(id)).pool).toEqual([])
  })
})

describe('a draw by lot', () => {
  /** Published with a draw in a day, two days before its start. */
  async function drawn(capacity: number, changes = {}): Promise<string> {
    const now = county.now()
    const times = { startsAt: now + 3 * day, endsAt: now + 3 * day + hour, closesAt: now + day, drawAt: now + day }
    const form = formFor(now, { capacity, ...times, ...changes })
    const { id } = await county.ask('leader', 'saveDraft', { key: newId(), form })
    await county.ask('leader', 'publish', { id })
    return id
  }

  test('is promised before, held once by the timer, and can be checked by anyone after', async () => {
    const id = await drawn(3)
    const before = await county.ask('resident', 'showDraw', { id })
    expect(before).toMatchObject({ seed: null, drawnAt: null, order: [], mine: null, seats: 3 })
    const singles = await people(4)
    const both = await pair()
    for (const each of singles) await county.ask(each, 'join', { id })
    expect((await county.ask(both.mum, 'join', { id, people: both.all })).parts.map((each) => each.mine.state)).toEqual(
      ['asked', 'asked'],
    )
    expect(await county.ask(both.mum, 'showDraw', { id })).toMatchObject({ tickets: 5, mine: 5 })
    await county.advance(day + 60_000)
    await county.round()
    await county.round()
    const after = await county.ask('resident', 'showDraw', { id })
    expect(after.commitment).toBe(before.commitment)
    expect(
      createHash('sha256')
        .update(after.seed ?? '')
        .digest('hex'),
    ).toBe(before.commitment)
    expect(after.order).toEqual(drawOrder(5, after.seed ?? ''))
    const tickets = [...singles.map((each) => [personIdOf(each)]), both.all]
    let free = 3
    const [seated, waiting]: [string[], string[]] = [[], []]
    for (const number of after.order) {
      const party = tickets[number - 1] ?? []
      if (party.length <= free) {
        seated.push(...party)
        free -= party.length
      } else waiting.push(...party)
    }
    expect(await seatsOf(id)).toMatchObject({ holders: seated, line: waiting, pool: [], seatsLeft: free })
    for (const each of singles) expect(await told(each, id)).toEqual(['admitted'])
    const rows = await county.find('signups', { activityId: id, state: 'asked' })
    expect(rows).toEqual([])
    expect(await county.find('secrets', { _id: `draw_${id}` })).toHaveLength(1)
  })

  test('that fell due before anybody asked is held all the same, and seats are given as ever after it', async () => {
    const id = await drawn(2, { closesAt: county.now() + day })
    await county.advance(day + 60_000)
    await county.round()
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const later = { ...form, closesAt: form.startsAt, drawAt: null }
    await county.ask('leader', 'edit', { id, revision, form: later })
    expect((await county.ask('resident', 'join', { id })).mine?.state).toBe('in')
  })

  test('cut off after any of its writes is whole after the next rounds, and nobody is told twice', async () => {
    await county.mend()
    const crowd = await people(4)
    const state = async (id: string) => {
      const { draw } = await county.one('activities', id)
      const rows = await county.find('signups', { activityId: id })
      const messages = await county.find('messages', {
        page: { $regularExpression: { pattern: `${id}$`, options: '' } },
      })
      const parts = rows.map((row) => [row.personId, row.state, row.live]).sort()
      return { ...(await seatsOf(id)), order: draw?.order, seats: draw?.seats, parts, told: messages.length }
    }
    /** Four asked, two can come; the seed is the same each time. */
    const stage = async () => {
      const id = newId()
      await county.add('secrets', [{ _id: `draw_${id}`, value: 'the same' }])
      await county.activity(id, { capacity: 2, drawAt: county.now() + hour })
      for (const each of crowd) await county.ask(each, 'join', { id })
      await county.set('activities', id, { drawAt: county.now() - 1 })
      return id
    }
    const whole = await stage()
    await county.round()
    const wanted = await state(whole)
    expect(wanted).toMatchObject({ taken: 2, waiting: 2, told: 4 })
    let isCut = true
    for (let cut = 1; isCut; cut++) {
      const id = await stage()
      isCut = await county.round(cut).then(
        () => false,
        () => true,
      )
      await county.mend()
      expect([cut, await state(id)]).toEqual([cut, wanted])
    }
  }, 120_000)

  test('is not together with the leader’s yes, and until it is held nobody is let in or sent away', async () => {
    const id = await drawn(1)
    const [a = ''] = await people(1)
    await county.ask(a, 'join', { id })
    const answer = { id, people: [personIdOf(a)] }
    for (const accept of [true, false])
      expect(await county.refusalOf('leader', 'approve', { ...answer, accept })).toBe('activity.draw_first')
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const edited = { id, revision, form: { ...form, approval: true } }
    expect(await county.refusalOf('leader', 'edit', edited)).toBe('activity.draw_or_approval')
    expect(await seatsOf(id)).toMatchObject({ holders: [], pool: [personIdOf(a)] })
  })

  test('given up before it is held seats those who asked, in their order', async () => {
    const id = await drawn(1)
    const [a = '', b = ''] = await people(2)
    for (const each of [a, b]) await county.ask(each, 'join', { id })
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    await county.ask('leader', 'edit', { id, revision, form: { ...form, drawAt: null } })
    expect(await seatsOf(id)).toMatchObject({ holders: [personIdOf(a)], line: [personIdOf(b)], pool: [] })
  })

  test('before sign-up closes is refused', async () => {
    const form = formFor(county.now(), { drawAt: county.now() + hour })
    const { id } = await county.ask('leader', 'saveDraft', { key: newId(), form })
    expect(await county.refusalOf('leader', 'publish', { id })).toBe('activity.draw_after_start')
  })
})
