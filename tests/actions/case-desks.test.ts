// The desks: of a community and its compounds, of a unit, of the county; and to whom a case can go, and why.
import type { InputOf, actions } from '../../cloudfunctions/core/contract'
import type { CaseDoc } from '../../cloudfunctions/core/ports/documents'
import { caseServices } from '../../cloudfunctions/core/services/cases'
import { caseDoc, doneDoc, unitOf } from './case-documents'
import { partnerDoc, projectDoc, settleCases } from './cases'
import { County, day, hour, personDoc } from './county'

let county: County
beforeAll(async () => {
  county = await settleCases(new County())
  await county.add('people', [personDoc('grid2', 'east', { gridOf: ['river'] })])
}, 60_000)
afterAll(() => county.end())
beforeEach(() => county.clear('cases'))

type Which = InputOf<(typeof actions)['inboxCases']>['which']
const put = (...docs: Parameters<typeof county.add<'cases'>>[1]) => county.add('cases', docs)
const inbox = (openid: string, which: Which = 'all', more: object = {}) =>
  county.ask(openid, 'inboxCases', { communityId: 'east', which, ...more })
const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)
const sealedServices = caseServices.filter(({ seenBy }) => seenBy === 'parties').map(({ id }) => id)

/** One of each: at the community, at a compound, out with a unit, with neighbours, at the county, looked into again. */
const oneOfEach = (now: number) => [
  caseDoc('ours', now),
  caseDoc('compound', now, { level: 'compound' }),
  caseDoc('out', now, { state: 'dispatched', units: [unitOf('power', 'asked')], compoundId: 'river' }),
  caseDoc('neighbours', now, { state: 'open', wanted: 1 }),
  caseDoc('climbed', now, { level: 'county', overdue: 1 }),
  caseDoc('again', now, { state: 'followUp', stars: 1 }),
  doneDoc('done', now),
]

describe('the desk of a community', () => {
  test('sorts what is open by who has it, and counts it at the top', async () => {
    await put(...oneOfEach(county.now()))
    const { counts, compounds } = await inbox('staff')
    expect(counts).toEqual({ ours: 3, overdue: 1, away: 2, open: 1, followUp: 1, ask: 0, sealed: 0 })
    expect(idsOf(await inbox('staff', 'ours')).sort()).toEqual(['again', 'compound', 'ours'])
    expect(idsOf(await inbox('staff', 'away'))).toEqual(['climbed', 'out'])
    expect(idsOf(await inbox('staff', 'open'))).toEqual(['neighbours'])
    expect(idsOf(await inbox('staff', 'overdue'))).toEqual(['climbed'])
    expect(idsOf(await inbox('staff', 'followUp'))).toEqual(['again'])
    expect(idsOf(await inbox('staff'))).toHaveLength(6)
    expect(compounds.map(({ name, open, overdue }) => [name, open, overdue])).toEqual([
      ['柳荫里', 5, 1],
      ['临河苑', 1, 0],
    ])
    expect(idsOf(await inbox('staff', 'all', { compoundId: 'river' }))).toEqual(['out'])
  })

  test('what missed its deadline most often stands first, then what is due first; a page at a time, every one once', async () => {
    const now = county.now()
    const all = Array.from({ length: 50 }, (_, n) =>
      caseDoc(`k${String(n).padStart(2, '0')}`, now, { overdue: n % 3, dueAt: now + hour * (1 + Math.floor(n / 7)) }),
    )
    await put(...all)
    const wanted = [...all].sort((a, b) => b.overdue - a.overdue || a.dueAt - b.dueAt || (a._id < b._id ? -1 : 1))
    const walk = async (which: Which) => {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof inbox>> = await inbox('staff', which, { cursor })
        expect(page.counts === null).toBe(cursor !== null)
        seen.push(...idsOf(page))
        cursor = page.next
      } while (cursor)
      return seen
    }
    for (const which of ['all', 'ours'] as const) expect(await walk(which)).toEqual(wanted.map(({ _id }) => _id))
    expect(await walk('overdue')).toEqual(wanted.filter(({ overdue }) => overdue > 0).map(({ _id }) => _id))
  })

  test('whom to ask whether it was done well: who has no phone, who did not answer, and what is closed without stars', async () => {
    const now = county.now()
    await put(
      caseDoc('caller', now, { state: 'resolved', askerId: '', forId: '', dueAt: now + day }),
      caseDoc('silent', now, { state: 'resolved', overdue: 1, dueAt: now + day }),
      caseDoc('fresh', now, { state: 'resolved', dueAt: now + day }),
      doneDoc('unscored', now, { stars: null, closedAt: now - day }),
      doneDoc('old', now, { stars: null, closedAt: now - 31 * day }),
      doneDoc('scored', now),
      doneDoc('quarrel', now, { service: sealedServices[0] ?? '', stars: null }),
      doneDoc('far', now, { stars: null, compoundId: 'river' }),
    )
    expect(idsOf(await inbox('staff', 'ask'))).toEqual(['silent', 'caller', 'far', 'unscored'])
    expect((await inbox('staff')).counts).toMatchObject({ ask: 4 })
    expect(idsOf(await inbox('grid', 'ask'))).toEqual(['silent', 'caller', 'unscored'])
    expect((await inbox('grid')).counts).toMatchObject({ ask: 3 })
    await put(...Array.from({ length: 45 }, (_, n) => doneDoc(`n${n}`, now, { stars: null, closedAt: now - n - 1 })))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox('staff', 'ask', { cursor })
      seen.push(...idsOf(page))
      cursor = page.next
    } while (cursor)
    expect([seen.length, new Set(seen).size]).toEqual([49, 49])
  })

  test('the grid worker has her compounds and no others', async () => {
    await put(...oneOfEach(county.now()))
    expect(idsOf(await inbox('grid2'))).toEqual(['out'])
    expect(idsOf(await inbox('grid', 'ours'))).toEqual(['compound'])
    expect(idsOf(await inbox('grid2', 'all', { compoundId: 'willow' }))).toEqual(['out'])
    const { counts, compounds } = await inbox('grid2')
    expect([counts?.ours, counts?.away, counts?.sealed]).toEqual([0, 1, 0])
    expect(compounds.map(({ id }) => id)).toEqual(['river'])
  })

  test('nobody else has it: no resident, no leader, no unit, no worker of another community, not the county', async () => {
    for (const openid of ['resident', 'leader', 'power', 'farStaff', 'county', 'nobody'])
      expect(await county.refusalOf(openid, 'inboxCases', { communityId: 'east', which: 'all' })).toBe('access.denied')
    expect(await county.refusalOf('grid', 'inboxCases', { communityId: 'west', which: 'all' })).toBe('access.denied')
  })

  test.each(sealedServices)('of %s the staff learn how many there are, and nothing more', async (service) => {
    const words = '楼上漏水吵起来'
    const units = [unitOf('mediation', 'asked')]
    const sealed = { service, words, title: words, state: 'dispatched', units } satisfies Partial<CaseDoc>
    await put(caseDoc('quarrel', county.now(), { ...sealed, overdue: 2 }), caseDoc('plain', county.now()))
    for (const which of ['ours', 'overdue', 'away', 'open', 'followUp', 'all'] as const) {
      const page = await inbox('staff', which)
      expect(JSON.stringify(page)).not.toMatch(/quarrel|漏水/)
      expect([page.counts?.sealed, page.counts?.overdue]).toEqual([1, 0])
      expect(page.compounds[0]).toMatchObject({ open: 1, overdue: 0 })
    }
    const red = await county.ask('county', 'countyCases', {})
    expect(JSON.stringify(red)).not.toMatch(/quarrel|漏水/)
    expect(red.communities.find(({ id }) => id === 'east')).toMatchObject({ open: 1, overdue: 0, sealed: 1 })
  })
})

describe('the desk of a unit', () => {
  const unit = (openid: string, which: 'asked' | 'doing' | 'done' = 'asked', partnerId = 'power') =>
    county.ask(openid, 'unitCases', { partnerId, which })

  test('has what it was whistled for, what it does and what it did, and nothing of another unit', async () => {
    const now = county.now()
    const both = [unitOf('power', 'accepted'), unitOf('water', 'asked', false)]
    await put(caseDoc('asked', now, { state: 'dispatched', units: [unitOf('power', 'asked')] }))
    await put(caseDoc('joint', now, { state: 'doing', units: both, overdue: 1 }))
    await put(caseDoc('declined', now, { units: [unitOf('power', 'declined')] }))
    await put(doneDoc('done', now, { units: [unitOf('power', 'accepted')] }))
    expect(await unit('power')).toMatchObject({ name: '县供电所', counts: { asked: 1, doing: 1, overdue: 1 } })
    expect(idsOf(await unit('power'))).toEqual(['asked'])
    expect(idsOf(await unit('power', 'doing'))).toEqual(['joint'])
    expect(idsOf(await unit('power', 'done'))).toEqual(['done'])
    expect(idsOf(await unit('water', 'asked', 'water'))).toEqual(['joint'])
    expect(idsOf(await unit('water', 'doing', 'water'))).toEqual([])
  })

  test('a mediator sees the quarrels that came to her', async () => {
    const units = [unitOf('mediation', 'asked')]
    await put(caseDoc('quarrel', county.now(), { service: 'mediation', state: 'dispatched', units }))
    expect(idsOf(await unit('mediator', 'asked', 'mediation'))).toEqual(['quarrel'])
  })

  test('a team that an order came to has a desk too, for who leads it', async () => {
    await put(
      caseDoc('order', county.now(), { service: 'order', state: 'dispatched', units: [unitOf('green', 'asked')] }),
    )
    expect(await unit('leader', 'asked', 'green')).toMatchObject({ name: '绿叶志愿队', counts: { asked: 1 } })
    expect(idsOf(await unit('leader', 'asked', 'green'))).toEqual(['order'])
  })

  test('is nobody else’s', async () => {
    const input = { partnerId: 'power', which: 'asked' } as const
    for (const openid of ['water', 'staff', 'county', 'resident', 'nobody'])
      expect(await county.refusalOf(openid, 'unitCases', input)).toBe('access.denied')
    expect(await county.refusalOf('member', 'unitCases', { ...input, partnerId: 'green' })).toBe('access.denied')
  })
})

describe('the desk of the county', () => {
  test('shows what climbed up to it, and each community with its red numbers, the reddest first', async () => {
    const now = county.now()
    await put(...oneOfEach(now))
    const far = { communityId: 'west', compoundId: 'bridge' }
    await put(caseDoc('f1', now, { ...far, overdue: 1 }), caseDoc('f2', now, { ...far, overdue: 2, level: 'county' }))
    const { communities, items } = await county.ask('county', 'countyCases', {})
    expect(communities).toEqual([
      { id: 'west', name: '新桥社区', open: 2, overdue: 2, county: 1, sealed: 0 },
      { id: 'east', name: '柳湾社区', open: 6, overdue: 1, county: 1, sealed: 0 },
    ])
    expect(items.map(({ id, owner }) => [id, owner])).toEqual([
      ['f2', '县社区服务中心'],
      ['climbed', '县社区服务中心'],
    ])
  })

  test('is the county’s alone', async () => {
    for (const openid of ['staff', 'grid', 'power', 'resident', 'nobody'])
      expect(await county.refusalOf(openid, 'countyCases', {})).toBe('access.denied')
  })
})

describe('to whom it can go', () => {
  const lamp = { service: 'whistle', topic: 'light', words: '三号楼的路灯不亮' } as const
  const matchesOf = (openid = 'staff') => county.ask(openid, 'matches', { id: 'lamp' })

  test('the unit whose work it is comes first, and says why', async () => {
    await put(caseDoc('lamp', county.now(), lamp))
    const did = { ...lamp, units: [unitOf('power', 'accepted')] }
    for (const n of [1, 2, 3]) await put(doneDoc(`d${n}`, county.now(), did))
    await put(doneDoc('other', county.now(), { ...did, topic: 'road' }))
    const { units } = await matchesOf()
    expect(units[0]).toMatchObject({
      id: 'power',
      kind: 'bureau',
      why: ['这类事归他们管', '办过同类 3 件', '包联本社区'],
    })
    expect(units[0]?.people.map(({ name }) => name)).toEqual(['秦卫东', '秦小北'])
    expect(JSON.stringify(units)).not.toContain('13900001111')
    expect(units.filter(({ kind }) => kind !== 'team')).toHaveLength(4)
  })

  test('projects, resources and the same thing asked by others are named with their reasons', async () => {
    const now = county.now()
    await county.add('projects', [
      projectDoc('lamps', { title: '修路灯', colour: 'cyan', weekdays: [1, 2, 3, 4, 5, 6, 7] }),
    ])
    const resource = { communityId: 'east', partnerId: 'power', kind: 'thing', words: '', colour: null } as const
    const held = { ...resource, agreement: '', isEnded: false, createdBy: '', createdAt: 1 }
    await county.add('resources', [
      { ...held, _id: 'ladder', title: '路灯用的长梯', until: now + day },
      { ...held, _id: 'old', title: '路灯用的旧梯', until: now - day },
      { ...held, _id: 'hall', partnerId: 'law', title: '二楼会议室', until: now + day },
    ])
    const spot = { words: '门口', latitude: 31.35, longitude: 118.37 }
    await put(caseDoc('lamp', now, { ...lamp, spot }))
    await put(caseDoc('same', now, { ...lamp, spot: { ...spot, latitude: 31.351 }, words: '三号楼路灯坏了不亮' }))
    const { projects, resources, same } = await matchesOf()
    const fitting = projects.find(({ id }) => id === 'lamps')
    expect(fitting?.why[0]).toBe('做的就是这件事')
    expect(fitting?.why.at(-1)).toBe('明天有空')
    expect(resources.map(({ id, partner, why }) => [id, partner, why])).toEqual([
      ['ladder', '县供电所', ['说的就是这件事', '单位正好管这类事']],
    ])
    expect(same.map(({ id, metres }) => [id, metres])).toEqual([['same', 111]])
  })

  test('a professional of another kind is not pushed before the one it takes', async () => {
    await county.add('partners', [
      partnerDoc('mediation2', '县调解中心', { kind: 'mediation', caresFor: [], order: 9 }),
    ])
    await put(caseDoc('lamp', county.now(), { service: 'wish', topic: '' }))
    expect((await matchesOf()).units[0]?.id).toBe('power')
  })

  test('is asked by those at whose desk it lies, not by neighbours, units, or of a quarrel', async () => {
    await put(caseDoc('lamp', county.now(), lamp))
    const units = [unitOf('mediation', 'asked')]
    await put(caseDoc('quarrel', county.now(), { service: 'mediation', state: 'dispatched', units }))
    expect((await matchesOf('grid')).units.length).toBeGreaterThan(0)
    for (const openid of ['resident', 'neighbour', 'power'])
      expect(await county.refusalOf(openid, 'matches', { id: 'lamp' })).toBe('access.denied')
    expect(await county.refusalOf('staff', 'matches', { id: 'quarrel' })).toBe('access.gone')
  })
})
