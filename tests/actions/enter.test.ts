// People without a phone: an organiser enters them by name.
import { County, personIdOf } from './county'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
const newId = () => `e${++made}`
const phone = () => `139${String(++made).padStart(8, '0')}`

describe('entering by name', () => {
  test('gives seats as long as there are some, then places in the line, and nobody is entered twice', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 2 })
    const people = [
      { name: '王桂芳', phone: phone() },
      { name: '李长顺', phone: '' },
      { name: '赵素英', phone: phone() },
      { name: '李长顺', phone: '' },
    ]
    const first = await county.ask('leader', 'enterPeople', { id, people })
    expect(first.items.map((each) => each.outcome)).toEqual(['in', 'in', 'waiting', 'same'])
    const again = await county.ask('leader', 'enterPeople', { id, people })
    expect(again.items.map((each) => each.outcome)).toEqual(['same', 'same', 'same', 'same'])
    const { items, counts } = await county.ask('leader', 'roster', { id, which: 'in' })
    expect(items).toMatchObject([
      { name: '王桂芳', kind: 'guest', phone: people[0]?.phone, broughtBy: 'leader' },
      { name: '李长顺', kind: 'guest', phone: '' },
    ])
    expect(counts).toMatchObject({ in: 2, waiting: 1 })
  })

  test('finds a namesake and enters her only when it is meant so', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 5 })
    await county.ask('resident', 'join', { id })
    const people = [{ name: 'resident', phone: phone() }]
    const asked = await county.ask('leader', 'enterPeople', { id, people })
    expect(asked.items).toEqual([{ name: 'resident', personId: null, outcome: 'name' }])
    const meant = await county.ask('leader', 'enterPeople', { id, people, anyway: true })
    expect(meant.items).toMatchObject([{ outcome: 'in' }])
    const same = [{ name: 'member', phone: '13800001234' }]
    await county.ask('member', 'join', { id })
    expect((await county.ask('leader', 'enterPeople', { id, people: same })).items).toEqual([
      { name: 'member', personId: personIdOf('member'), outcome: 'same' },
    ])
  })

  test('knows the same name and number again in another activity of the community', async () => {
    const people = [{ name: '孙玉兰', phone: phone() }]
    const { _id: one } = await county.activity(newId())
    const { _id: two } = await county.activity(newId())
    const first = await county.ask('leader', 'enterPeople', { id: one, people })
    const second = await county.ask('leader', 'enterPeople', { id: two, people })
    expect(second.items[0]?.personId).toBe(first.items[0]?.personId)
  })

  test('goes on after sign-up has closed, and lets a freed seat go to a guest without asking her', async () => {
    const startsAt = county.now() + 5 * 3_600_000
    const times = { startsAt, endsAt: startsAt + 3_600_000, cancelBy: startsAt }
    const { _id: id } = await county.activity(newId(), { capacity: 1, closesAt: 5, ...times })
    const [a, b] = [
      { name: '周文秀', phone: '' },
      { name: '吴德海', phone: '' },
    ]
    const { items } = await county.ask('leader', 'enterPeople', { id, people: [a, b] })
    expect(items.map((each) => each.outcome)).toEqual(['in', 'waiting'])
    const [first, second] = items.map((each) => each.personId ?? '')
    await county.ask('leader', 'release', { id, personId: first ?? '', reason: '来不了' })
    expect(await county.one('signups', `${id}_${second}`)).toMatchObject({ state: 'in', answerBy: null })
  })

  test('asks for a post where there are posts, and counts them', async () => {
    const unit = { kind: 'post' as const, name: '登记', capacity: 1, startsAt: null, endsAt: null, skills: '' }
    const units = [{ ...unit, id: 'desk', role: 'helper' as const }]
    const seats = { desk: { left: 1, waiting: 0, holders: [], line: [] } }
    const { _id: id } = await county.activity(newId(), { capacity: 1, units, seats })
    const people = [{ name: '郑金凤', phone: '' }]
    expect(await county.refusalOf('leader', 'enterPeople', { id, people })).toBe('activity.needs_unit')
    const { items } = await county.ask('leader', 'enterPeople', { id, people, unit: 'desk' })
    expect(items[0]?.outcome).toBe('in')
    expect((await county.one('activities', id)).seats?.desk).toMatchObject({ left: 0, holders: [items[0]?.personId] })
  })
})
