// The table of rights as people meet it: every action × every role × own and foreign team and community.
import { actions } from '../../cloudfunctions/core/contract'
import { rightOf } from '../../cloudfunctions/core/domain/rights'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { settleCases } from './cases'
import { County, formFor, personIdOf } from './county'
import { freshId, guestDoc, inputFor, keys, ward, type Key } from './inputs'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

/** Who asks, and how she stands to the green team of the east, which everything here is about. */
const roles = {
  guest: 'has no name yet',
  resident: 'lives in its community',
  member: 'is in the team',
  leader: 'leads it',
  neighbour: 'leads another team of the community',
  stranger: 'leads a team of another community',
  staff: 'works for its community',
  farStaff: 'works for another community',
  county: 'works for the county',
  grid: 'looks after one of its compounds',
  power: 'has the desk of a partner unit',
}
type Role = keyof typeof roles
const atDesk: readonly Role[] = ['leader', 'staff']
/** Those who work for its community, whose elders they see. */
const atStation: readonly Role[] = ['staff']
/** Those at whose desks cases of its compound lie. */
const atCases: readonly Role[] = ['staff', 'grid']
/** Those to whom a resource of the unit in its community belongs. */
const atResource: readonly Role[] = ['staff', 'power']
/** Those who run some team, though not this one: their own desk is theirs. */
const runSomething: readonly Role[] = ['leader', 'neighbour', 'stranger', 'staff', 'farStaff']

const forOneself: readonly Key[] = ['join', 'leave', 'answer', 'myActivities']

/** What the table promises this role: '' for let in, else the refusal. */
function promised(key: Key, role: Role): string {
  const right = rightOf(actions[key].name)
  // The other side of a quarrel comes in by what the mediator sends her, and by nothing else.
  if (key === 'partyCase') return role === 'guest' ? 'access.profile_missing' : 'access.gone'
  if (right?.may === 'profile') return role === 'guest' ? 'access.profile_missing' : ''
  if (right?.may === 'grid') return atCases.includes(role) ? '' : 'access.denied'
  if (right?.may === 'unit') return role === 'power' ? '' : 'access.denied'
  if (right?.may === 'county') return role === 'county' ? '' : 'access.denied'
  if (right?.may === 'resource') return atResource.includes(role) ? '' : 'access.denied'
  if (right?.may === 'case') return promisedOfCase(right.of, role)
  if (right?.may === 'staff') return atStation.includes(role) ? '' : 'access.denied'
  // Who has no name can have a part only for those she acts for.
  if (forOneself.includes(key)) return role === 'guest' ? 'access.profile_missing' : ''
  // She keeps nobody, so that nobody is there for her.
  if (key === 'changeRights') return role === 'guest' ? 'access.gone' : ''
  if (right?.may !== 'desk') return ''
  if (right.of === 'own teams') return runSomething.includes(role) ? '' : 'access.denied'
  if (atDesk.includes(role)) return ''
  // Nobody learns that a foreign draft is there; whoever has no name runs nothing anyway.
  return role !== 'guest' && (key === 'publish' || key === 'discard') ? 'access.gone' : 'access.denied'
}

/** A wish of a neighbour is there for everybody; who may send it on is at its desk. Which moves are whose: case-access. */
function promisedOfCase(of: 'moves' | 'desk', role: Role): string {
  if (role === 'guest') return of === 'moves' ? 'access.profile_missing' : 'access.gone'
  return of === 'moves' || atCases.includes(role) ? '' : 'access.denied'
}

const kept = ['access.denied', 'access.gone', 'access.profile_missing']

describe.each(keys)('%s', (key) => {
  test.each(Object.entries(roles))('by %s, who %s', async (role) => {
    const who = role as Role
    // Whoever is forgotten is somebody who has no other test to do.
    const openid = who === 'guest' || key === 'eraseMe' ? `guest${freshId()}` : who
    const code = await county.refusalOf(openid, key, await inputFor(county, key, who))
    expect(kept.includes(code) ? code : '').toBe(promised(key, who))
    expect(['bad_input', 'fault']).not.toContain(code)
  })
})

describe('somebody whom a family keeps', () => {
  let id = ''
  let activityId = ''
  let seriesId = ''
  beforeAll(async () => {
    const kept = await county.ask('neighbour', 'saveDependent', {
      ...ward,
      name: '郭素珍',
      id: null,
      key: 'kept',
      phone: '13911112222',
    })
    id = kept.id
    activityId = (await county.activity('kept', { capacity: null, seatsLeft: 5000 }))._id
    const form = formFor(county.now(), { capacity: null })
    const on = dayOf(form.startsAt)
    const rule = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: on, to: on, skip: [] }
    seriesId = (await county.ask('leader', 'createSeries', { key: 'kept', form, rule })).id
  })
  const others = Object.keys(roles).filter((role) => role !== 'neighbour' && role !== 'guest')

  test.each(others)('is nobody’s to sign up, change, share or end but her keepers’: %s', async (role) => {
    const people = [id]
    const hers = await county.one('dependents', id)
    expect(await county.refusalOf(role, 'join', { id: activityId, people })).toBe('family.not_yours')
    expect(await county.refusalOf(role, 'leave', { id: activityId, people })).toBe('family.not_yours')
    expect(await county.refusalOf(role, 'answer', { id: activityId, people, yes: true })).toBe('family.not_yours')
    expect(await county.refusalOf(role, 'joinSeries', { id: seriesId, people, meetings: null })).toBe(
      'family.not_yours',
    )
    expect(await county.refusalOf(role, 'leaveSeries', { id: seriesId, people })).toBe('family.not_yours')
    expect(await county.refusalOf(role, 'myHours', { personId: id })).toBe('family.not_yours')
    expect(await county.refusalOf(role, 'saveDependent', { ...ward, id, key: 'x', phone: null })).toBe('access.gone')
    expect(await county.refusalOf(role, 'inviteKeeper', { id })).toBe('access.gone')
    expect(await county.refusalOf(role, 'acceptKeeping', { token: 'guessed', called: '妈' })).toBe('family.invite_over')
    expect(await county.refusalOf(role, 'claim', { id })).toBe('family.not_claimable')
    const change = { id, keeperId: personIdOf('neighbour'), may: null }
    expect(await county.refusalOf(role, 'changeRights', change)).toBe('access.gone')
    expect(await county.refusalOf(role, 'makeCard', { id: activityId, wardId: id })).toBe('family.not_yours')
    // The community whose home is hers sees her, and signs up only whom it entered itself.
    const isStaff = atStation.includes(role as Role)
    for (const key of ['joinForElder', 'leaveForElder'] as const)
      expect(await county.refusalOf(role, key, { id, activityId })).toBe(isStaff ? 'family.not_yours' : 'access.denied')
    if (!isStaff) {
      expect(await county.refusalOf(role, 'changeKeeper', change)).toBe('access.denied')
      expect(await county.refusalOf(role, 'inviteForElder', { id })).toBe('access.denied')
      expect(await county.refusalOf(role, 'withdrawElder', { id })).toBe('access.denied')
    }
    await county.call(role, 'letGo', { id })
    await county.call(role, 'withdrawConsent', { id })
    expect(await county.one('dependents', id)).toEqual(hers)
    expect(JSON.stringify(await county.call(role, 'family', {}))).not.toContain('郭素珍')
  })

  test('her keeper may, and her whole number and name go to nobody else but those who run what she is in', async () => {
    const people = [id]
    expect(await county.refusalOf('neighbour', 'joinSeries', { id: seriesId, people, meetings: null })).toBe('')
    expect(await county.refusalOf('neighbour', 'leaveSeries', { id: seriesId, people })).toBe('')
    expect(await county.refusalOf('neighbour', 'join', { id: activityId, people })).toBe('')
    expect(await county.refusalOf('neighbour', 'myHours', { personId: id })).toBe('')
    for (const role of others.filter((each) => !atDesk.includes(each as Role))) {
      const seen = [
        await county.call(role, 'getActivity', { id: activityId }),
        await county.call(role, 'roster', { id: activityId, which: 'in' }),
        await county.call(role, 'daySheet', { id: activityId }),
        await county.call(role, 'getSeries', { id: seriesId }),
        await county.call(role, 'elders', { communityId: 'east' }),
        await county.call(role, 'callList', { id: activityId }),
        await county.call(role, 'sentCards', { id: activityId }),
      ]
      expect(JSON.stringify(seen)).not.toMatch(/13911112222|郭素珍/)
    }
    expect(JSON.stringify(await county.ask('neighbour', 'family', {}))).not.toContain('13911112222')
    const { items } = await county.ask('leader', 'roster', { id: activityId, which: 'in' })
    expect(items.map(({ name, phone }) => [name, phone])).toEqual([['郭素珍', '13911112222']])
    expect(await county.refusalOf('neighbour', 'leave', { id: activityId, people })).toBe('')
  })
})

describe('beyond the table', () => {
  test('a record entered by name shows its activities to nobody who asks for it, and its number whole to nobody', async () => {
    const { _id: activityId } = await county.activity('ofRecord', { title: '别人去哪儿' })
    const record = { ...guestDoc('gRecord', 'member'), claimAsker: personIdOf('member'), claimAskedAt: county.now() }
    await county.add('dependents', [record])
    await county.set('activities', activityId, { holders: ['gRecord'] })
    for (const role of Object.keys(roles)) {
      const seen = [await county.call(role, 'claimable', {}), await county.call(role, 'claims', {})]
      expect(JSON.stringify(seen)).not.toMatch(/别人去哪儿|13800001234/)
      const isShown = JSON.stringify(seen[1]).includes('gRecord')
      expect([role, isShown]).toEqual([role, atDesk.includes(role as Role)])
    }
  })

  test('a worker of another community sees no number, nor does the county', async () => {
    const { _id: id } = await county.activity('numbers')
    await county.ask('resident', 'join', { id })
    for (const openid of ['resident', 'member', 'neighbour', 'farStaff', 'county']) {
      const seen = [
        await county.call(openid, 'getActivity', { id }),
        await county.call(openid, 'roster', { id, which: 'in' }),
        await county.call(openid, 'getTeam', { id: 'green' }),
        await county.call(openid, 'members', { id: 'green', which: 'member' }),
      ]
      expect(JSON.stringify(seen)).not.toContain('13800001234')
    }
  })

  test('her own number comes back masked, and her OPENID never', async () => {
    for (const openid of Object.keys(roles)) {
      const me = JSON.stringify(await county.ask(openid, 'me', {}))
      expect(me).not.toContain('13800001234')
      expect(me).not.toContain('openid')
    }
  })

  test('what does not exist is gone, for whoever asks', async () => {
    const input = { id: 'nothing' }
    for (const key of ['getActivity', 'join', 'leave', 'publish', 'getForm', 'discard', 'getTeam', 'apply'] as const) {
      expect(await county.refusalOf('staff', key, input)).toBe('access.gone')
    }
  })

  test('a lapsed worker runs nothing any more', async () => {
    const { _id: id } = await county.activity('lapsed')
    expect(await county.refusalOf('staff', 'roster', { id, which: 'in' })).toBe('')
    await county.set('people', personIdOf('staff'), { staffOf: [] })
    expect(await county.refusalOf('staff', 'roster', { id, which: 'in' })).toBe('access.denied')
  })
})
