// The figures of cases: after thousands of random steps the sums say what a recount from the records says.
import { isRefusal, type CaseFigures, type Move } from '../../cloudfunctions/core/contract'
import type { CaseFacts } from '../../cloudfunctions/core/domain/case'
import { figuresOf, noFigures } from '../../cloudfunctions/core/domain/case-figures'
import { decide, tick, type UnitAtHand } from '../../cloudfunctions/core/domain/case-flow'
import { partsOf, type Who } from '../../cloudfunctions/core/domain/case-sight'
import type { CaseDoc } from '../../cloudfunctions/core/ports/documents'
import { caseServices, serviceOf } from '../../cloudfunctions/core/services/cases'
import { attempts, beginnings, cast, names, units, viewerOf } from '../domain/case-cast'
import { saved } from '../domain/case-space'
import { chanceFrom } from './chance'
import { caseDoc } from './case-documents'
import { asks, enters, nextKey, settleCases, volunteers } from './cases'
import { County, day, hour, personIdOf } from './county'

const kinds = Object.keys(noFigures) as (keyof CaseFigures)[]
const countsOf = ({ service }: CaseDoc) => serviceOf(service)?.counts ?? 'order'

/** Moves that bring a case to its end are tried more often than talk, and those that break it off less. */
const onward: readonly Move['move'][] = ['settle', 'accept', 'take', 'propose', 'agree', 'resolve', 'confirm', 'score']
const breaking: readonly Move['move'][] = ['withdraw', 'merge', 'decline']
const anyMove = (chance: () => number, share = 0.6): Move => {
  const isOnward = chance() < share
  const some = attempts.filter(({ move }) => (isOnward ? onward.includes(move) : !breaking.includes(move)))
  const tried = chance() < 0.1 ? attempts : some
  return tried[Math.floor(chance() * tried.length)] as Move
}

/** The next move of somebody on a case; an agreement that lies on the table is mostly agreed to and kept. */
const nextMove = (kase: CaseFacts, chance: () => number, share?: number): Move => {
  const toKeep = attempts.filter(({ move }) => move === 'agree' || move === 'resolve')
  const isOnTable = kase.agreement !== null && kase.state === 'doing' && chance() < 0.9
  const move = isOnTable ? (toKeep[Math.floor(chance() * toKeep.length)] as Move) : anyMove(chance, share)
  return move.move === 'agree' ? { ...move, turn: kase.agreement?.turn ?? 0 } : move
}

/** Figures by community and month as the sums keep them, those that say nothing left out. */
async function kept(county: County): Promise<Record<string, CaseFigures>> {
  const sums = await county.find('casesums', {})
  const figures = sums.map((sum) => [sum._id, Object.fromEntries(kinds.map((kind) => [kind, sum[kind]]))] as const)
  return Object.fromEntries(figures.filter(([, each]) => kinds.some((kind) => each[kind] !== 0))) as never
}

/** The same, counted anew from every record there is. */
async function recounted(county: County): Promise<Record<string, CaseFigures>> {
  const all = await county.find('cases', {})
  const communities = [...new Set(all.map(({ communityId }) => communityId))]
  const months = communities.flatMap((communityId) => {
    const theirs = all.filter((kase) => kase.communityId === communityId)
    const counted = figuresOf(theirs.map((kase) => ({ steps: kase.steps, counts: countsOf(kase) })))
    return [...counted].map(([month, figures]) => [`${communityId}_${month}`, figures] as const)
  })
  return Object.fromEntries(months.filter(([, each]) => kinds.some((kind) => each[kind] !== 0)))
}

/** Rounds of the timer until everything that followed was carried out. */
async function carryOut(county: County): Promise<void> {
  for (let n = 0; n < 40; n++) {
    await county.round()
    const [open] = await county.find('cases', { unsettledAt: { $gt: 0 } })
    if (!open) return
  }
  throw new Error('something is never settled')
}

const sumOf = (figures: Record<string, CaseFigures>, kind: keyof CaseFigures) =>
  Object.values(figures).reduce((sum, each) => sum + each[kind], 0)

/** What anybody can count without knowing how it is done: whatever is closed now, by how it ended. */
async function closedNow(county: County) {
  const all = await county.find('cases', { isOpen: false })
  const ended = (counts: string, outcome: string) =>
    all.filter((kase) => countsOf(kase) === counts && kase.outcome === outcome).length
  return {
    solved: ended('opinion', 'done'),
    mediated: ended('dispute', 'done'),
    declined: ended('opinion', 'declined') + ended('dispute', 'declined'),
  }
}

describe('ten thousand random steps by the rules', () => {
  const wanted = 10_000
  const chance = chanceFrom(5)
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T

  /** One case of a service, with up to so many steps that people and the clock come upon, over some months. */
  function walked(n: number, from: number, mostSteps: number): CaseFacts {
    const service = caseServices[n % caseServices.length]
    if (!service) throw new Error('there is no service')
    const [, begun] = oneOf(beginnings(service))
    let kase = { ...begun, _id: `k${n}`, steps: begun.steps.map((step) => ({ ...step, at: from })), createdAt: from }
    let now = from
    for (let tries = 0; tries < 600 && kase.turn < mostSteps; tries++) {
      if (kase.state === 'closed' && chance() < 0.05) break
      const ticked = chance() < 0.2 ? tick(kase, service, now) : null
      const into = { ...kase, _id: 'other', state: 'asked' as const }
      const by = viewerOf(kase, oneOf(names.filter((name) => cast[name].id !== '')), service)
      const change = ticked ?? decide(kase, nextMove(kase, chance), by, { now, rules: service, units, into })
      if (isRefusal(change)) continue
      now += chance() < 0.15 ? chance() * 12 * day : hour * chance()
      kase = saved(kase, change)
    }
    return kase
  }

  /** As the cloud keeps it, with nothing of it told or counted yet; nobody is behind it who would have to be told. */
  const untold = (kase: CaseFacts, n: number): CaseDoc => ({
    ...caseDoc(kase._id, kase.createdAt, { service: kase.service }),
    ...(kase as Partial<CaseDoc>),
    ...{ askerId: '', forId: '', mine: [], followers: [], otherParty: null, pictures: [] },
    ...{ settled: 0, unsettledAt: n + 1, nextAt: 0 },
  })

  let county: County
  let steps = 0
  beforeAll(async () => {
    county = await new County(['--no-fsync']).settle()
    const first = county.now() - 400 * day
    const cases: CaseDoc[] = []
    for (let n = 0; steps < wanted; n++) {
      const kase = walked(n, first + chance() * 200 * day, 4 + Math.floor(chance() * 30))
      steps += kase.turn
      cases.push(untold(kase, n))
    }
    await county.add('cases', cases)
    // The timer dies now and then; whatever it did is not done twice.
    for (const writes of [1, 2, 3, 7, 50, 333, 1000]) await county.round(writes).catch(() => undefined)
    await carryOut(county)
  }, 300_000)
  afterAll(() => county.end())

  test('come to the sums that a recount of all records comes to', async () => {
    expect(steps).toBeGreaterThanOrEqual(wanted)
    const sums = await kept(county)
    expect(Object.keys(sums).length).toBeGreaterThan(6)
    expect(sums).toEqual(await recounted(county))
  })

  test('every figure is more than nothing, and what is closed now is what was solved, mediated and declined', async () => {
    const sums = await kept(county)
    for (const kind of kinds) expect([kind, sumOf(sums, kind) > 0]).toEqual([kind, true])
    const { solved, mediated, declined } = await closedNow(county)
    expect([solved, mediated, declined]).toEqual(
      (['solved', 'mediated', 'declined'] as const).map((kind) => sumOf(sums, kind)),
    )
  })

  test('are the figures that everybody reads, by month and in all', async () => {
    const sums = await kept(county)
    const years = [...new Set(Object.keys(sums).map((id) => Number(id.slice(-7, -3))))]
    const totals = []
    for (const year of years) {
      const { total, months } = await county.ask('nobody', 'caseFigures', { communityId: null, year })
      for (const { month, figures } of months) expect(figures).toMatchObject(sums[`willow_${month}`] ?? noFigures)
      totals.push(total)
    }
    for (const kind of kinds) expect(totals.reduce((sum, total) => sum + total[kind], 0)).toBe(sumOf(sums, kind))
  })
})

describe('hundreds of random steps by people on their phones', () => {
  const chance = chanceFrom(11)
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T
  const people = [
    'resident',
    'daughter',
    'staff',
    'staff2',
    'grid',
    'power',
    'water',
    'mediator',
    'lawyer',
    'leader',
    'county',
    ...volunteers,
  ]
  const unitNames: Record<string, string> = { team: 'green' }
  const named: UnitAtHand[] = units.map((unit) => ({ ...unit, id: unitNames[unit.id] ?? unit.id }))
  let county: County
  let made = 0

  const withTopic = (service: string) => ({ service, topic: serviceOf(service)?.topics[0]?.id ?? '' })

  /** An attempt of the model in the words of this county: its units, its pictures, another of its cases. */
  function hers(move: Move, openid: string, others: readonly string[]): Move {
    const fileId = `cloud://local-env.local-bucket/cases/${personIdOf(openid)}/a.jpg`
    const ours = (id: string) => unitNames[id] ?? id
    if (move.move === 'dispatch') return { ...move, units: move.units.map(ours), people: {} }
    if (move.move === 'handOn') return { ...move, personId: personIdOf('power2') }
    if (move.move === 'merge') return { ...move, into: oneOf(others) }
    if (move.move === 'spend') return { ...move, picture: fileId }
    if ('unit' in move) return { ...move, unit: ours(move.unit) }
    return 'pictures' in move ? { ...move, pictures: move.pictures.map(() => fileId) } : move
  }

  /** Somebody as the rules know her. */
  async function whoIs(openid: string): Promise<Who & { openid: string }> {
    const person = await county.one('people', personIdOf(openid))
    const led = await county.find('teams', { leaderIds: person._id })
    const { _id: id, communityId, staffOf, gridOf = [], unitOf = [], county: isCounty, wards = [] } = person
    const leads = led.map((team) => team._id)
    return {
      openid,
      id,
      hasProfile: true,
      communityId: communityId ?? '',
      staffOf,
      gridOf,
      unitOf,
      isCounty,
      wards,
      leads,
    }
  }

  /** A move that the rules let somebody make now, if a few tries find one. */
  function somethingFor(
    kase: CaseDoc,
    known: readonly (Who & { openid: string })[],
    ids: readonly string[],
  ): [string, Move] {
    const rules = serviceOf(kase.service)
    if (!rules) throw new Error(`there is no ${kase.service}`)
    for (let tries = 0; ; tries++) {
      const who = oneOf(known)
      const move = hers(nextMove(kase, chance, 0.9), who.openid, ids)
      const decided = decide(kase, move, partsOf(kase, who, rules), { now: county.now(), rules, units: named })
      if (tries > 400 || !isRefusal(decided)) return [who.openid, move]
    }
  }

  beforeAll(async () => {
    county = await settleCases(new County(['--no-fsync']))
    const ids: string[] = []
    for (let n = 0; n < 24; n++) {
      const quarrel = { ...withTopic('mediation'), otherParty: { name: '老周', phone: '' } }
      const [road, wish] = [withTopic('whistle'), withTopic('wish')]
      if (n % 4 === 0) ids.push(await enters(county, 'staff', road))
      else if (n % 4 === 1) ids.push(await asks(county, n % 8 === 1 ? 'resident' : 'daughter', road))
      else if (n % 4 === 2) ids.push(await asks(county, oneOf(['resident', 'daughter', 'leader']), wish))
      else ids.push(await asks(county, oneOf(['resident', 'daughter', 'member']), quarrel))
    }
    const known = await Promise.all(people.map((openid) => whoIs(openid)))
    for (let tries = 0; tries < 2000 && made < 300; tries++) {
      const kase = await county.one('cases', oneOf(ids))
      // What is over mostly stays so: reopening is all that could come of it.
      if (kase.state === 'closed' && chance() < 0.9) continue
      const [openid, move] = somethingFor(kase, known, ids)
      const reply = await county.call(openid, 'moveCase', { id: kase._id, key: nextKey(), move })
      if (reply.ok) made++
      else if ('fault' in reply) throw new Error(JSON.stringify([move, reply]))
      if (tries % 100 === 99) {
        await county.advance(9 * day)
        await county.round()
      }
    }
    await county.advance(hour)
    await carryOut(county)
  }, 300_000)
  afterAll(() => county.end())

  test('come to the sums that a recount of all records comes to', async () => {
    expect(made).toBeGreaterThanOrEqual(300)
    const sums = await kept(county)
    expect(sumOf(sums, 'asked')).toBe(24)
    expect(sums).toEqual(await recounted(county))
  })

  test('what is closed now is what was solved, mediated and declined', async () => {
    const sums = await kept(county)
    const { solved, mediated, declined } = await closedNow(county)
    expect(solved).toBeGreaterThan(0)
    expect([solved, mediated, declined]).toEqual(
      (['solved', 'mediated', 'declined'] as const).map((kind) => sumOf(sums, kind)),
    )
  })
})
