// The lists beside the cases: units, what they lend, and the standing projects on the menu.
import type { InputOf, actions } from '../../cloudfunctions/core/contract'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { nextKey, partnerDoc, projectDoc, settleCases } from './cases'
import { County, day } from './county'

let county: County
beforeAll(async () => {
  county = await settleCases(new County())
}, 60_000)
afterAll(() => county.end())

describe('units', () => {
  test('those that care for the community stand first; nobody’s number but the unit’s own is told', async () => {
    await county.add('partners', [
      partnerDoc('early', '县住建局', { caresFor: [], order: 0 }),
      partnerDoc('elsewhere', '新桥药店', { communityIds: ['west'], order: 0 }),
    ])
    const { items } = await county.ask('grid', 'listPartners', { communityId: 'east' })
    expect(items.map(({ id }) => id)).toEqual(['power', 'water', 'mediation', 'law', 'early'])
    expect(items[0]?.people[0]).toEqual({ id: expect.any(String) as string, name: '秦卫东', title: '师傅' })
    expect(JSON.stringify(items)).not.toContain('13900001111')
  })

  test('are listed for those who can whistle', async () => {
    for (const openid of ['resident', 'power', 'leader', 'farStaff', 'nobody'])
      expect(await county.refusalOf(openid, 'listPartners', { communityId: 'east' })).toBe('access.denied')
  })
})

type Saved = InputOf<(typeof actions)['saveResource']>
const ladder = (more: Partial<Saved> = {}): Saved => ({
  ...{ id: null, key: nextKey(), communityId: 'east', partnerId: 'power', kind: 'thing', title: '长梯一架', words: '' },
  ...{ colour: 'blue', agreement: '用完还回来', until: county.now() + 30 * day },
  ...more,
})
const save = (openid: string, more: Partial<Saved> = {}) => county.ask(openid, 'saveResource', ladder(more))
const resourcesFor = async (openid: string) => county.ask(openid, 'listResources', { communityId: 'east' })
const titles = async (openid: string) => (await resourcesFor(openid)).items.map(({ title }) => title)

describe('resources', () => {
  beforeEach(() => county.clear('resources'))

  test('are put on the list by the staff or the unit itself, and everybody reads whom to call', async () => {
    await save('staff', { title: '会议室', until: county.now() + 20 * day })
    await save('power', { title: '长梯', until: county.now() + 10 * day })
    const { items, canAdd } = await resourcesFor('resident')
    expect(items.map(({ title, partner, phone, canEdit }) => [title, partner, phone, canEdit])).toEqual([
      ['长梯', '县供电所', '0555-2223334', false],
      ['会议室', '县供电所', '0555-2223334', false],
    ])
    expect(canAdd).toBe(false)
    expect((await resourcesFor('staff')).canAdd).toBe(true)
    expect((await resourcesFor('power')).items.map(({ canEdit }) => canEdit)).toEqual([true, true])
  })

  test('nobody puts one on the list for another unit, or moves one there', async () => {
    for (const openid of ['water', 'resident', 'farStaff', 'leader', 'nobody'])
      expect(await county.refusalOf(openid, 'saveResource', ladder())).toBe('access.denied')
    const { id } = await save('power')
    const moved = ladder({ id, partnerId: 'water' })
    expect(await county.refusalOf('water', 'saveResource', moved)).toBe('access.denied')
    expect(await county.refusalOf('power', 'saveResource', moved)).toBe('access.denied')
    expect(await county.refusalOf('water', 'endResource', { id })).toBe('access.denied')
    expect(await county.refusalOf('power', 'endResource', { id: 'gone' })).toBe('access.gone')
  })

  test('tapped twice is one, and what was said last stands', async () => {
    const key = nextKey()
    const first = await save('power', { key })
    const second = await save('power', { key, title: '长梯两架' })
    expect(second.id).toBe(first.id)
    expect(await titles('resident')).toEqual(['长梯两架'])
  })

  test('needs a day that is still to come, and a unit that works with the community', async () => {
    expect(await county.refusalOf('power', 'saveResource', ladder({ until: county.now() - 1 }))).toBe(
      'resource.ends_in_past',
    )
    await county.add('partners', [partnerDoc('far', '新桥诊所', { communityIds: ['west'] })])
    expect(await county.refusalOf('staff', 'saveResource', ladder({ partnerId: 'far' }))).toBe('case.no_such_unit')
    expect(await county.refusalOf('staff', 'saveResource', ladder({ partnerId: 'none' }))).toBe('case.no_such_unit')
  })

  test('taken off, or over, it is left to those who may renew it, and comes back by being saved', async () => {
    const { id } = await save('power', { title: '长梯', until: county.now() + 2 * day })
    const pump = await save('water', { partnerId: 'water', title: '水泵', until: county.now() + day })
    await county.ask('power', 'endResource', { id })
    await county.set('resources', pump.id, { until: county.now() - day })
    expect(await titles('resident')).toEqual([])
    expect((await resourcesFor('power')).items.map(({ title, isOver }) => [title, isOver])).toEqual([['长梯', true]])
    expect(await titles('staff')).toEqual(['水泵', '长梯'])
    await save('power', { id, title: '长梯' })
    expect(await titles('resident')).toEqual(['长梯'])
  })

  test('are read by pages, each once', async () => {
    for (let n = 0; n < 25; n++) await save('power', { title: `物件${n}`, until: county.now() + day + n })
    const first = await resourcesFor('resident')
    const rest = await county.ask('resident', 'listResources', { communityId: 'east', cursor: first.next })
    expect([first.items.length, rest.items.length, rest.next]).toEqual([20, 5, null])
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(25)
  })
})

type Standing = InputOf<(typeof actions)['saveProject']>
const phoneLesson = (more: Partial<Standing> = {}): Standing => ({
  ...{ id: 'green', projectId: null, key: nextKey(), kind: 'phone-lesson', title: '手机课', words: '一对一' },
  ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], perDay: 2, isOn: true },
  ...more,
})
const menu = (openid: string) => county.ask(openid, 'listProjects', { communityId: 'east' })

describe('the menu', () => {
  test('shows the next days with what is left of each, to everybody', async () => {
    const tomorrow = dayOf(county.now() + day)
    await county.set('projects', 'haircut', { booked: { [tomorrow]: ['k1'] }, perDay: 2 })
    const { items, canAdd } = await menu('nobody')
    const haircut = items.find(({ id }) => id === 'haircut')
    expect(haircut?.days[0]).toEqual({ day: tomorrow, left: 1 })
    expect(haircut?.days[1]?.left).toBe(2)
    expect([haircut?.team, haircut?.canEdit, canAdd]).toEqual(['绿叶志愿队', false, false])
    expect(JSON.stringify(items)).not.toContain('k1')
  })

  test('a project that rests is left to those who run its team', async () => {
    await county.add('projects', [projectDoc('resting', { isOn: false })])
    const has = async (openid: string) => (await menu(openid)).items.some(({ id }) => id === 'resting')
    expect(await Promise.all(['leader', 'staff', 'resident', 'neighbour'].map(has))).toEqual([true, true, false, false])
  })

  test('is written by those who run the team, once for a key, in the colour of its kind', async () => {
    const input = phoneLesson()
    const made = await county.ask('leader', 'saveProject', input)
    expect(made).toMatchObject({ colour: 'cyan', team: '绿叶志愿队', canEdit: true })
    expect((await county.ask('leader', 'saveProject', input)).id).toBe(made.id)
    expect(await county.refusalOf('neighbour', 'saveProject', phoneLesson())).toBe('access.denied')
    expect(await county.refusalOf('member', 'saveProject', phoneLesson())).toBe('access.denied')
    expect(await county.refusalOf('leader', 'saveProject', phoneLesson({ kind: 'no-such-kind' }))).toBe(
      'case.no_service',
    )
  })

  test('orders already taken stay when it changes, and another team’s project is not to be had', async () => {
    const tomorrow = dayOf(county.now() + day)
    await county.set('projects', 'haircut', { booked: { [tomorrow]: ['k1', 'k2'] } })
    const change = phoneLesson({ projectId: 'haircut', kind: 'haircut', title: '理发', perDay: 1 })
    const after = await county.ask('leader', 'saveProject', change)
    expect(after.days[0]).toEqual({ day: tomorrow, left: 0 })
    expect((await county.one('projects', 'haircut')).booked[tomorrow]).toEqual(['k1', 'k2'])
    expect(await county.refusalOf('neighbour', 'saveProject', { ...change, id: 'blue' })).toBe('access.gone')
  })
})
