import fc from 'fast-check'
import { colours } from '@core/contract'
import { commitmentOf } from '@core/ports/lots'
import { dayOf } from '@core/domain/times'
import { demoPeople, makeCounty } from '../../local/demo'
import { personIdOf } from '../../local/demo/person-id'
import { daysOf } from '@core/domain/series'
import { caseProblems } from './check-cases'
import { figureProblems, hoursProblems, looseEnds, seatProblems } from './check'

const now = Date.parse('2026-11-22T08:20:00+08:00')
const county = makeCounty({ now, seed: 7 })
const people = new Map(county.people.map((person) => [person._id, person]))
const idOf = (name: string) => personIdOf(demoPeople.find((each) => each.name === name)?.openid ?? '')
const inLiuwan = county.activities.filter(({ communityId }) => communityId === 'liuwan')
const coming = inLiuwan.filter(({ endsAt, state }) => endsAt > now && state !== 'draft')

describe('the demo county', () => {
  test('the same wishes give the same county, another seed another one', () => {
    expect(makeCounty({ now, seed: 7 })).toEqual(county)
    expect(makeCounty({ now, seed: 2 })).not.toEqual(county)
  })

  test('every id is given once and every reference leads somewhere', () => {
    expect(looseEnds(county)).toEqual([])
  })

  test('seats, waiting lists and rows say the same', () => {
    expect(seatProblems(county, now)).toEqual([])
  })

  test('teams, sums and days agree with the activities', () => {
    expect(figureProblems(county, now)).toEqual([])
  })

  test('it has the size of the town in the reports', () => {
    const stations = county.places.filter(({ functions }) => functions.includes('党群服务站'))
    expect(stations).toHaveLength(42)
    expect(county.places.filter(({ functions }) => functions.includes('驿站'))).toHaveLength(15)
    expect(county.places.filter(({ functions }) => functions.includes('餐厅'))).toHaveLength(4)
    expect(county.communities).toHaveLength(13)
    expect(county.communities[0]?.name).toBe('柳湾社区')
    expect(county.people.length).toBeGreaterThan(600)
    expect(county.activities.length).toBeGreaterThan(400)
  })

  test('柳湾 has teams of all seven colours, of both kinds', () => {
    const kinds = county.teams
      .filter(({ communityId }) => communityId === 'liuwan')
      .map(({ colour, kind }) => `${colour} ${kind}`)
    expect([...new Set(kinds)].sort()).toEqual(
      colours.flatMap((colour) => [`${colour} professional`, `${colour} social`]).sort(),
    )
  })

  test('the cast has the parts it is there for', () => {
    const leads = county.teams.filter(({ leaderIds }) => leaderIds.includes(idOf('苏桂兰'))).map(({ name }) => name)
    expect(leads.sort()).toEqual(['柳湾义诊队', '柳湾巧手队'])
    expect(people.get(idOf('邵丽萍'))?.staffOf).toEqual(['liuwan'])
    expect(people.get(idOf('孟庆华'))?.county).toBe(true)
    expect(people.has(idOf('新来的居民'))).toBe(false)
    const hers = coming.filter(({ holders }) => holders.includes(idOf('梁文娟')))
    expect(hers.length).toBeGreaterThanOrEqual(2)
    expect(coming.find(({ line }) => line.includes(idOf('梁文娟')))?.line[1]).toBe(idOf('梁文娟'))
    expect(coming.some(({ holders }) => holders.includes(idOf('何玉珍')))).toBe(true)
    expect(
      county.signups.filter(({ personId, endsAt }) => personId === idOf('梁文娟') && endsAt < now).length,
    ).toBeGreaterThan(5)
  })

  test('compounds have a middle and somebody who looks after them, units a desk', () => {
    const compounds = county.communities.flatMap(({ compounds: theirs = [] }) => theirs)
    expect(compounds).toHaveLength(42 - 13)
    expect(county.communities[0]?.compounds?.map(({ name }) => name)).toEqual(['河畔家园', '纺织厂家属院', '柳荫里'])
    const keepers = county.people.flatMap(({ gridOf = [] }) => gridOf)
    expect(keepers.sort()).toEqual(compounds.map(({ id }) => id).sort())
    for (const { _id, people: team } of county.partners) {
      expect(team.map(({ id }) => people.get(id)?.unitOf)).toEqual(team.map(() => [_id]))
    }
    const desks = ['秦卫东', '贺小满', '方明远'].map((name) => people.get(idOf(name)))
    expect(desks.map((each) => each?.unitOf ?? each?.gridOf)).toEqual([['power'], ['liuwan-3'], ['mediation-liuwan']])
  })

  test('柳湾 lends and offers things: one ends within days, one has ended, one was taken off', () => {
    const own = county.resources.filter(({ communityId }) => communityId === 'liuwan')
    const holds = own.filter(({ until, isEnded }) => until > now && !isEnded)
    expect(holds.length).toBeGreaterThanOrEqual(8)
    expect(holds.filter(({ until }) => until < now + 14 * 86_400_000)).toHaveLength(1)
    expect(own.filter(({ until }) => until < now)).toHaveLength(1)
    expect(own.filter(({ isEnded }) => isEnded)).toHaveLength(1)
  })

  test('柳湾 shows each thing a person can meet with in the coming days', () => {
    expect(coming.some(({ seatsLeft, waiting }) => seatsLeft === 3 && waiting === 0)).toBe(true)
    expect(coming.some(({ seatsLeft, waiting }) => seatsLeft === 0 && waiting > 0)).toBe(true)
    expect(coming.some(({ opensAt }) => opensAt > now)).toBe(true)
    expect(coming.some(({ state, reason }) => state === 'cancelled' && reason !== '')).toBe(true)
    expect(coming.some(({ state }) => state === 'closed')).toBe(true)
    expect(coming.some(({ capacity }) => capacity === null)).toBe(true)
    expect(inLiuwan.filter(({ state }) => state === 'draft').map(({ createdBy }) => createdBy)).toEqual([
      idOf('苏桂兰'),
    ])
    expect(new Set(coming.map(({ colour }) => colour)).size).toBe(7)
  })

  test('hours, ledgers and rows say the same', () => {
    expect(hoursProblems(county)).toEqual([])
    const hers = county.ledgers.filter(({ personId }) => personId === idOf('梁文娟'))
    expect(hers.flatMap(({ entries }) => entries).length).toBeGreaterThanOrEqual(4)
    expect(county.recaps).toHaveLength(1)
  })

  test('梁文娟 keeps a child and an elder, with consent, and has a record to claim', () => {
    const wards = county.dependents.filter(({ keepers }) => keepers.some(({ id }) => id === idOf('梁文娟')))
    expect(wards.map(({ kind, keepers }) => [kind, keepers[0]?.called])).toEqual([
      ['child', '乐乐'],
      ['elder', '婆婆'],
    ])
    expect(wards.map(({ consent }) => consent?.asGuardian)).toEqual([true, false])
    const { name, phone } = people.get(idOf('梁文娟')) ?? {}
    const records = county.dependents.filter((each) => each.kind === 'guest' && each.name === name)
    expect(records.map((each) => [each.phone, each.claimedBy])).toEqual([[phone, '']])
    expect(county.signups.filter(({ personId }) => personId === records[0]?._id)).toHaveLength(1)
  })

  test('her card for 婆婆 waits for an answer, in a slot that has room', () => {
    const [card] = county.cards
    const clinic = county.activities.find(({ _id }) => _id === card?.activityId)
    const ward = county.dependents.find(({ _id }) => _id === card?.wardId)
    expect(ward?.keepers.map(({ id, called, as }) => [id, called, as])).toEqual([[card?.by, '婆婆', card?.as]])
    expect(clinic?.seats?.[card?.unit ?? '']?.left).toBeGreaterThan(0)
    expect([card?.answer, clinic?.holders.includes(ward?._id ?? '')]).toEqual(['none', false])
    expect(card?.until).toBeGreaterThan(clinic?.endsAt ?? Infinity)
  })

  test('one elder of 柳湾 has no family here: the community entered her, with her consent', () => {
    const alone = county.dependents.filter(({ station }) => station === 'liuwan')
    expect(alone.map(({ kind, keepers, consent }) => [kind, keepers, consent?.by])).toEqual([
      ['elder', [], idOf('邵丽萍')],
    ])
  })

  test('some forty people can be checked in at once, elders without a phone among them', () => {
    const soon = coming.filter(({ startsAt }) => startsAt > now && startsAt - now < 3_600_000)
    const most = soon.sort((a, b) => b.taken - a.taken)[0]
    expect(most?.teamId).toBe('liuwan-crafts')
    expect(most?.taken).toBeGreaterThanOrEqual(38)
    expect(most?.holders.filter((id) => !id.startsWith('p')).length).toBeGreaterThanOrEqual(12)
  })

  test('elders are seen home from what can be checked in at once, and from a class of the coming days', () => {
    const home = coming.filter(({ seesHome }) => seesHome).sort((a, b) => a.startsAt - b.startsAt)
    expect(home.map(({ title }) => title)).toEqual(['一起包饺子，送给独居老人', '银龄乐趣课：老歌配手舞'])
    expect(home.every(({ holders }) => holders.some((id) => !id.startsWith('p') || id === idOf('何玉珍')))).toBe(true)
  })

  test('the weekly class follows its rule, with meetings behind and ahead', () => {
    const [series] = county.series
    const meetings = county.activities.filter(({ seriesId }) => seriesId === series?._id)
    expect(meetings.map(({ meetingDay }) => meetingDay)).toEqual(series && daysOf(series.rule))
    expect(meetings.map(({ startsAt }) => dayOf(startsAt))).toEqual(meetings.map(({ meetingDay }) => meetingDay))
    expect(meetings.filter(({ state }) => state === 'ended').length).toBeGreaterThanOrEqual(4)
    expect(meetings.filter(({ state }) => state === 'published').length).toBeGreaterThanOrEqual(6)
    expect(series?.rule.skip).toContain('2027-01-01')
  })

  test('there are slots of ten minutes beside posts, a draw whose promise is kept, and seats the leader gives', () => {
    const clinic = coming.find(({ units = [] }) => units.some(({ kind }) => kind === 'slot'))
    const slots = clinic?.units?.filter(({ kind }) => kind === 'slot') ?? []
    expect(slots.map(({ startsAt, endsAt }) => (endsAt ?? 0) - (startsAt ?? 0))).toEqual(slots.map(() => 600_000))
    expect(clinic?.units?.filter(({ role }) => role === 'helper').length).toBe(2)
    const draw = coming.find(({ drawAt }) => drawAt)
    const secret = county.secrets.find(({ _id }) => _id === `draw_${draw?._id}`)
    expect(draw?.draw?.commitment).toBe(commitmentOf(secret?.value ?? ''))
    expect(draw?.pool?.length).toBeGreaterThan(draw?.capacity ?? 0)
    expect(coming.find(({ approval }) => approval)?.pool?.length).toBe(4)
  })

  test('texts are calm and fit the form', () => {
    for (const { title, intro, bring, place, reason } of county.activities) {
      expect([title, intro, ...bring, reason].join('')).not.toMatch(/[!！]/)
      expect(title.length).toBeLessThanOrEqual(40)
      expect(intro.length).toBeLessThanOrEqual(600)
      expect(intro.split('。').length).toBeGreaterThanOrEqual(3)
      expect(bring.every((each) => each.length <= 40)).toBe(true)
      expect(place.name.length).toBeLessThanOrEqual(30)
    }
    for (const { name, intro } of county.teams) {
      expect(name.length).toBeLessThanOrEqual(16)
      expect(intro.length).toBeLessThanOrEqual(300)
    }
  })

  test('nobody has seats in two activities at once', () => {
    const rows = county.signups.filter(({ state }) => state === 'in').sort((a, b) => a.startsAt - b.startsAt)
    const busyUntil = new Map<string, number>()
    const clashes = rows.filter(({ personId, startsAt, endsAt }) => {
      const clash = (busyUntil.get(personId) ?? 0) > startsAt
      busyUntil.set(personId, endsAt)
      return clash
    })
    expect(clashes).toEqual([])
  })

  test('at any moment of any year it stands: three activities in 柳湾 today, everything coherent', () => {
    const moment = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2031-01-01') })
    const property = fc.property(moment, fc.nat(), (at, seed) => {
      const small = makeCounty({ now: at, seed, scale: 0.12 })
      const today = small.activities.filter(
        ({ communityId, startsAt, state }) =>
          communityId === 'liuwan' && dayOf(startsAt) === dayOf(at) && state !== 'draft' && state !== 'cancelled',
      )
      expect(today.length).toBeGreaterThanOrEqual(3)
      expect(today.some(({ line }) => line.length > 0)).toBe(true)
      expect([
        ...looseEnds(small),
        ...seatProblems(small, at),
        ...figureProblems(small, at),
        ...hoursProblems(small),
        ...caseProblems(small, at),
      ]).toEqual([])
    })
    fc.assert(property, { numRuns: 25 })
  }, 60_000)
})
