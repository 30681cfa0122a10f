import { County, formFor, hour, personIdOf } from './county'
import { family, wardDoc } from './families'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
const newId = () => `r${++made}`

async function published(): Promise<string> {
  const { id } = await county.ask('leader', 'saveDraft', { key: newId(), form: formFor(county.now()) })
  await county.ask('leader', 'publish', { id })
  return id
}

describe('the roster', () => {
  test('is in the order of coming, page by page, with numbers for those who run it', async () => {
    const crowd = Array.from({ length: 70 }, (_, n) => `row${n}`)
    await county.residents(crowd)
    const all = crowd.map(personIdOf)
    const { _id: id } = await county.activity(newId(), {
      ...{ capacity: 60, holders: all.slice(0, 60), taken: 60, seatsLeft: 0, line: all.slice(60), waiting: 10 },
    })
    const first = await county.ask('leader', 'roster', { id, which: 'in' })
    const second = await county.ask('leader', 'roster', { id, which: 'in', cursor: first.next })
    expect([...first.items, ...second.items].map((row) => row.personId)).toEqual(all.slice(0, 60))
    expect(second.next).toBeNull()
    expect(first.items[0]).toMatchObject({ name: 'row0', phone: '13800001234', state: 'in' })
    const waiting = await county.ask('staff', 'roster', { id, which: 'waiting' })
    expect(waiting.items.map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(waiting.counts).toEqual({ in: 60, waiting: 10, asked: 0 })
  })

  test('shows those who gave their seat back', async () => {
    const id = await published()
    await county.ask('resident', 'join', { id })
    await county.ask('resident', 'leave', { id })
    expect((await county.ask('leader', 'roster', { id, which: 'left' })).items).toMatchObject([
      { name: 'resident', phone: '' },
    ])
  })

  test('has a number to call for those a family keeps: her own, or that of who signed her up, or of who keeps her', async () => {
    const [hers, brought, lost] = ['d1r', 'd2r', 'd3r']
    const keeper = (id: string) => ({ id: personIdOf(id), called: '妈妈', since: 1 })
    const both = { keepers: [keeper('father'), keeper('mother')] }
    await family(county, 'father', [wardDoc(hers, 'father', { phone: '0555-1' }), wardDoc(lost, 'father')])
    await family(county, 'mother', [wardDoc(brought, 'mother', both)])
    const { _id: id } = await county.activity(newId(), { holders: [hers, lost], taken: 2, seatsLeft: 8, capacity: 10 })
    await county.ask('mother', 'join', { id, people: [brought] })
    const { items } = await county.ask('leader', 'roster', { id, which: 'in' })
    const sheet = await county.ask('leader', 'daySheet', { id })
    for (const rows of [items, sheet.items]) {
      expect(rows.map(({ personId, phone, phoneOf }) => [personId, phone, phoneOf])).toEqual([
        [hers, '0555-1', ''],
        [lost, '13800001234', 'father'],
        [brought, '13800001234', 'mother'],
      ])
    }
    await county.ask('mother', 'leave', { id, people: [brought] })
    const [gone] = (await county.ask('leader', 'roster', { id, which: 'left' })).items
    expect(gone).toMatchObject({ personId: brought, phone: '', phoneOf: '' })
  })

  test('lets the leader give up a seat once, and not one that nobody has', async () => {
    const id = await published()
    await county.ask('resident', 'join', { id })
    const input = { id, personId: personIdOf('resident'), reason: '电话里说来不了' }
    expect(await county.ask('leader', 'release', input)).toMatchObject({ seatsLeft: 3 })
    expect(await county.ask('leader', 'release', input)).toMatchObject({ seatsLeft: 3 })
    const told = (await county.ask('resident', 'messages', {})).items.filter((each) => each.page.endsWith(id))
    expect(told).toHaveLength(1)
    const never = { ...input, personId: personIdOf('member') }
    expect(await county.refusalOf('leader', 'release', never)).toBe('activity.not_signed_up')
  })

  test('tells whoever waited that it was her place in the line', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1 })
    await county.ask('resident', 'join', { id })
    await county.ask('member', 'join', { id })
    await county.ask('leader', 'release', { id, personId: personIdOf('member'), reason: '电话里说不等了' })
    const [told] = (await county.ask('member', 'messages', {})).items.filter((each) => each.page.endsWith(id))
    expect(told?.title).toContain('您的候补')
    expect(told?.title).not.toContain('座位')
  })

  test('asks whoever moves up too late to cancel to call', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1, cancelBy: county.now() - hour })
    await county.ask('resident', 'join', { id })
    await county.ask('member', 'join', { id })
    await county.ask('leader', 'release', { id, personId: personIdOf('resident'), reason: '来不了' })
    const [told] = (await county.ask('member', 'messages', {})).items.filter((each) => each.page.endsWith(id))
    expect(told?.body).toContain('来不了请打给队长：0555-7654321。')
  })

  test('does not take a seat given back by herself for one the leader gave up', async () => {
    const id = await published()
    await county.ask('resident', 'join', { id })
    await county.ask('resident', 'leave', { id })
    const input = { id, personId: personIdOf('resident'), reason: '来不了' }
    expect(await county.refusalOf('leader', 'release', input)).toBe('activity.not_signed_up')
  })
})

describe('the desk', () => {
  test('shows a leader her own team, a worker the teams of her community', async () => {
    expect((await county.ask('leader', 'desk', {})).teams.map((team) => team.id)).toEqual(['green'])
    expect((await county.ask('staff', 'desk', {})).teams.map((team) => team.id).sort()).toEqual(['blue', 'green'])
    expect(await county.refusalOf('leader', 'desk', { teamId: 'blue' })).toBe('access.denied')
  })

  test('keeps what runs over midnight until it ends', async () => {
    const now = county.now()
    const { _id: id } = await county.activity(newId(), { startsAt: now - 25 * hour, endsAt: now + hour })
    const { coming, past } = await county.ask('leader', 'desk', {})
    expect(coming[0]?.id).toBe(id)
    expect(past.map((each) => each.id)).not.toContain(id)
  })
})

describe('the timer', () => {
  test('does nothing when a person calls it, and everything on schedule', async () => {
    const now = county.now()
    const { _id: id } = await county.activity(newId(), { startsAt: now - 2 * hour, endsAt: now - hour })
    expect(await county.callTimer('resident')).toEqual({ done: [] })
    expect((await county.one('activities', id)).state).toBe('published')
    await county.round()
    expect((await county.one('activities', id)).state).toBe('ended')
  })

  test('ends what is over and adds it to what the team has done, once', async () => {
    const before = await county.one('teams', 'green')
    const now = county.now()
    await county.activity(newId(), { startsAt: now - 2 * hour, endsAt: now - hour, holders: ['a', 'b'], taken: 2 })
    const id = `r${made}`
    await county.round()
    expect((await county.one('activities', id)).state).toBe('ended')
    await county.set('activities', id, { state: 'published' })
    await county.round()
    const after = await county.one('teams', 'green')
    expect(after.done.activities - before.done.activities).toBeGreaterThanOrEqual(1)
    expect(after.counted.filter((each) => each === id)).toHaveLength(1)
    const { colours } = await county.ask('resident', 'listTeams', { communityId: null })
    expect(colours.find((each) => each.colour === 'green')?.done.people).toBe(after.done.people)
  })

  test('begins the sums anew with the first activity of a new year', async () => {
    const green = await county.one('teams', 'green')
    await county.set('teams', 'green', { done: { ...green.done, year: 2000 } })
    const now = county.now()
    await county.activity(newId(), { startsAt: now - 2 * hour, endsAt: now - hour, holders: ['a'], taken: 1 })
    await county.round()
    expect((await county.one('teams', 'green')).done).toMatchObject({ activities: 1, people: 1 })
  })

  test('writes nothing about people into the log', async () => {
    const profile = { name: '何秀英', phone: '13911112222', communityId: 'east' }
    await county.raw('resident', { action: 'people.save', input: { ...profile, phone: '13911112222转1' } })
    // A document that breaks the contract on the way out is a fault of ours.
    const { hours } = await county.one('communities', 'east')
    await county.set('communities', 'east', { hours: 8 as unknown as string })
    expect(await county.refusalOf('resident', 'saveProfile', profile)).toBe('fault')
    await county.set('communities', 'east', { hours })
    const log = await county.log()
    expect(log).toMatch(/bad_input[^}]*phone/)
    expect(log).toMatch(/people\.save[^}]*fault/)
    expect(log).not.toMatch(/13800001234|13911112222|resident|吴队长|何秀英/)
  })
})
