// The way out of the app for whom a family keeps, and while WeChat is silent.
import { County, day, hour, minute, personIdOf } from './county'
import { family, wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
beforeEach(() => county.goTo(12))
afterAll(() => county.end())

let made = 0
/** An activity in two days to which new residents come, each of whom allowed one message of these templates. */
async function withPeople(count: number, templates: readonly string[] = []) {
  const id = `kept${++made}`
  const who = Array.from({ length: count }, (_, n) => `${id}r${n}`)
  await county.residents(who)
  const startsAt = county.now() + 2 * day
  const times = { startsAt, endsAt: startsAt + 2 * hour, cancelBy: startsAt - hour, closesAt: startsAt }
  const seats = { capacity: 50, seatsLeft: 50 - count, taken: count }
  await county.activity(id, { ...seats, ...times, holders: who.map(personIdOf) })
  if (templates.length > 0) for (const each of who) await county.allow(each, templates)
  return { id, who, startsAt }
}
const cancel = (id: string) => county.call('leader', 'cancel', { id, reason: '下雨' })
const toldOf = (about: string, more: object = {}) => county.find('messages', { about, personId: { $ne: '' }, ...more })
const receivedBy = async (who: string) => (await county.received(who)).map(({ templateId }) => templateId)
/** Long enough that whatever a call left half done is the timer's. */
const later = async () => {
  await county.advance(3 * minute)
  await county.round()
}

describe('somebody whom a family keeps', () => {
  /** An account that keeps these, who all come to one activity. */
  async function kept(wards: readonly string[], allowed: readonly string[] = []) {
    const { id, startsAt } = await withPeople(0)
    const keeper = `${id}k`
    const all = wards.map((each) => `d${id}${each}`)
    await family(
      county,
      keeper,
      all.map((each) => wardDoc(each, keeper)),
    )
    if (allowed.length > 0) await county.allow(keeper, allowed)
    await county.set('activities', id, { holders: all, taken: all.length })
    return { id, keeper, startsAt, all }
  }
  const standsOf = async (id: string) =>
    (await county.find('messages', { about: id, notice: { $exists: true } })).map(({ stand }) => stand)

  test('waits, and is not to be called, while a message to her family does', async () => {
    const { id, keeper } = await kept(['a'], ['cancelled'])
    await county.goTo(22)
    await cancel(id)
    expect(await standsOf(id)).toEqual(['queued'])
    await county.round()
    expect(await standsOf(id)).toEqual(['queued'])
    await county.goTo(7.5)
    await county.round()
    expect(await receivedBy(keeper)).toEqual(['stand-in-cancelled'])
    expect(await standsOf(id)).toEqual(['family'])
  })

  test('is to be called once the last of them did not arrive', async () => {
    const { id, keeper } = await kept(['a'], ['cancelled'])
    await county.goTo(22)
    await cancel(id)
    await county.goTo(7.5)
    await county.troubles([{ openid: keeper, how: 47003 }])
    await later()
    expect(await standsOf(id)).toEqual(['open'])
  })

  test('is reached with whoever else the same account keeps', async () => {
    const day = await kept(['a', 'b'], ['cancelled'])
    await cancel(day.id)
    expect(await standsOf(day.id)).toEqual(['family', 'family'])
    const night = await kept(['a', 'b'], ['cancelled'])
    await county.goTo(22)
    await cancel(night.id)
    await county.goTo(7.5)
    await later()
    expect(await receivedBy(night.keeper)).toHaveLength(1)
    expect(await standsOf(night.id)).toEqual(['family', 'family'])
  })

  test('is reached with the account itself, and by reading one of several', async () => {
    const { id, keeper, all } = await kept(['a', 'b'])
    await county.set('activities', id, { holders: [...all, personIdOf(keeper)], taken: 3 })
    await cancel(id)
    expect(await standsOf(id)).toEqual(['open', 'open', 'open'])
    const { items } = await county.ask(keeper, 'messages', {})
    await county.ask(keeper, 'readMessages', { ids: items.slice(0, 1).map((each) => each.id) })
    expect((await standsOf(id)).sort()).toEqual(['family', 'family', 'read'])
  })

  test('told of in a later part is reached by what the account was told before', async () => {
    const { id, keeper, all } = await kept(['a', 'z'])
    // One stands before, the other after fifty more.
    const between = Array.from({ length: 60 }, (_, n) => `d${id}m${n}`)
    await county.allow(keeper, ['cancelled'])
    await county.set('activities', id, { holders: [...all, ...between], taken: 62 })
    await cancel(id)
    expect(await standsOf(id)).toHaveLength(50)
    await later()
    const stands = await county.find('messages', { about: id, for: { $in: all }, notice: { $exists: true } })
    expect(stands.map(({ stand }) => stand)).toEqual(['family', 'family'])
  })
})

describe('the family', () => {
  test('who is not to be told is left out, and she herself reads her own words', async () => {
    const { id } = await withPeople(0)
    await family(county, 'told', [wardDoc('dself', 'told')])
    await county.residents(['nottold', 'herself'])
    const keepers = [
      { id: personIdOf('told'), called: '妈妈', since: 1 },
      { id: personIdOf('nottold'), called: '奶奶', since: 2, may: { signUp: true, told: false } },
      { id: personIdOf('herself'), called: '我', since: 3, isSelf: true },
    ]
    await county.set('dependents', 'dself', { keepers })
    await county.set('activities', id, { holders: ['dself'], taken: 1 })
    await county.allow('herself', ['cancelled'])
    await cancel(id)
    const told = await toldOf(id)
    expect(told.map(({ personId, title }) => [personId, title]).sort()).toEqual(
      [
        [personIdOf('told'), '妈妈：「一起扫扫咱们院」不办了'],
        [personIdOf('herself'), '「一起扫扫咱们院」不办了'],
      ].sort(),
    )
    expect((await county.received('herself'))[0]?.data.thing3).toBe('下雨')
    expect((await county.find('messages', { about: id, personId: '' }))[0]?.stand).toBe('family')
  })

  test('their own template stands in where one who must be reached has no consent left of the other', async () => {
    const { id } = await withPeople(0)
    await family(county, 'standin', [wardDoc('dstand', 'standin')])
    await county.allow('standin', ['family'])
    await county.set('activities', id, { holders: ['dstand'], taken: 1 })
    await cancel(id)
    const [letter] = await county.received('standin')
    expect(letter).toMatchObject({ templateId: 'stand-in-family', data: { thing1: '叫dstand' } })
  })
})

describe('while WeChat is silent', () => {
  test('a call soon stops asking, and the timer asks when all else is done', async () => {
    const { id, who } = await withPeople(40, ['cancelled'])
    await county.troubles(who.map((openid) => ({ openid, how: 'silence' as const })))
    const began = Date.now()
    await cancel(id)
    expect(Date.now() - began).toBeLessThan(11_000)
    const waiting = async () => (await toldOf(id, { 'out.state': 'queued' })).length
    // Ten are asked at a time, each for three seconds; how many of these times fit before the call ends is the machine's.
    expect([20, 30]).toContain(await waiting())
    const other = await withPeople(1)
    await county.add('tasks', [
      {
        ...{
          _id: `${other.id}_cancelled_0`,
          kind: 'cancelled',
          activityId: other.id,
          revision: 0,
          day: '',
          cursor: '',
        },
        dueAt: county.now(),
      },
    ])
    await county.set('activities', other.id, { state: 'cancelled' })
    await county.round()
    expect(await waiting()).toBe(0)
    expect(await toldOf(other.id)).toHaveLength(1)
    expect((await toldOf(id)).map(({ stand, sent }) => [stand, sent])).toEqual(who.map(() => ['open', -2]))
  }, 60_000)

  test('a round ends in time, and nothing else in it waits', async () => {
    const { who, id } = await withPeople(70, ['cancelled'])
    await county.goTo(22)
    await cancel(id)
    await county.goTo(7.5)
    await county.troubles(who.map((openid) => ({ openid, how: 'silence' as const })))
    const began = Date.now()
    const { done } = (await county.round()) as { done: string[] }
    expect(Date.now() - began).toBeLessThan(20_000)
    expect(done.at(-1)).toBe('carryOnOutbox')
  }, 60_000)
})
