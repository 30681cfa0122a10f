// What lists and desks of cases cost, counted by the cloud: the same however many cases were closed before.
import type { CaseDoc, CaseSumDoc } from '../../cloudfunctions/core/ports/documents'
import { caseServices } from '../../cloudfunctions/core/services/cases'
import type { Tally } from '../../local/cloud/tally'
import { caseDoc, doneDoc, unitOf } from './case-documents'
import { settleCases } from './cases'
import { County, day, hour, personIdOf } from './county'

type Cost = Pick<Tally, 'requests' | 'writes' | 'docsExamined' | 'keysExamined' | 'scans'>

const sizes = { few: 50, many: 2000 }
const helper = personIdOf('helper1')

/** Closed ones of every service, unit, helper and asker, each of whom has open ones too. */
function closedDoc(n: number, now: number): CaseDoc {
  const service = caseServices[n % caseServices.length]?.id ?? 'wish'
  const units = [unitOf(n % 2 ? 'power' : 'mediation', 'accepted')]
  const outcome = n % 10 === 0 ? 'declined' : 'done'
  const at = { createdAt: now - (n + 2) * hour, closedAt: now - (n + 1) * hour }
  return doneDoc(`closed${n}`, now, { service, units, outcome, helpers: n % 3 ? [helper] : [], ...at })
}

/** Sixty open ones, of which some are overdue, away, with neighbours, at the county, and sealed. */
function openDoc(n: number, now: number): CaseDoc {
  const dueAt = now + (n + 1) * hour
  const at = { createdAt: now - n * hour, dueAt, overdue: n % 5 === 0 ? 1 : 0 }
  if (n % 6 === 1) return caseDoc(`open${n}`, now, { ...at, state: 'open', wanted: 2, helpers: n % 2 ? [helper] : [] })
  if (n % 6 === 2) return caseDoc(`open${n}`, now, { ...at, state: 'dispatched', units: [unitOf('power', 'asked')] })
  if (n % 6 === 3) return caseDoc(`open${n}`, now, { ...at, state: 'doing', units: [unitOf('power', 'accepted')] })
  if (n % 6 === 4) return caseDoc(`open${n}`, now, { ...at, level: 'county', compoundId: 'river' })
  const sealed = {
    service: 'mediation',
    state: 'dispatched',
    units: [unitOf('mediation', 'asked')],
  } satisfies Partial<CaseDoc>
  return n % 12 === 5 ? caseDoc(`open${n}`, now, { ...at, ...sealed }) : caseDoc(`open${n}`, now, at)
}

const sumDoc = (communityId: string, month: string): CaseSumDoc => ({
  ...{ _id: `${communityId}_${month}`, communityId, month, asked: 9, solved: 7, mediated: 2, reopened: 1, declined: 1 },
  ...{ stars: 30, scored: 7, counted: [] },
})

const east = { communityId: 'east' }
const words = '巷子里没有灯，晚上看不见路'
const calls = {
  'the inbox': (county: County) => county.call('staff', 'inboxCases', { ...east, which: 'ours' }),
  'what is overdue': (county: County) => county.call('staff', 'inboxCases', { ...east, which: 'overdue' }),
  'what is away': (county: County) => county.call('staff', 'inboxCases', { ...east, which: 'away' }),
  'all that is open': (county: County) => county.call('staff', 'inboxCases', { ...east, which: 'all' }),
  'one compound': (county: County) =>
    county.call('staff', 'inboxCases', { ...east, which: 'all', compoundId: 'river' }),
  'a grid worker’s inbox': (county: County) => county.call('grid', 'inboxCases', { ...east, which: 'all' }),
  'what a unit is asked': (county: County) => county.call('power', 'unitCases', { partnerId: 'power', which: 'asked' }),
  'what a unit does': (county: County) => county.call('power', 'unitCases', { partnerId: 'power', which: 'doing' }),
  'what a unit did': (county: County) => county.call('power', 'unitCases', { partnerId: 'power', which: 'done' }),
  'the county': (county: County) => county.call('county', 'countyCases', {}),
  'the public list': (county: County) => county.call('neighbour', 'listCases', { ...east, which: 'open' }),
  'the public list of the county': (county: County) =>
    county.call('neighbour', 'listCases', { communityId: null, which: 'open' }),
  'what was done': (county: County) => county.call('neighbour', 'listCases', { ...east, which: 'done' }),
  'what was done of one service': (county: County) =>
    county.call('neighbour', 'listCases', { ...east, which: 'done', service: 'wish' }),
  'what is near': (county: County) => county.call('neighbour', 'nearCases', { ...east, which: 'open' }),
  'what she took': (county: County) => county.call('helper1', 'nearCases', { ...east, which: 'mine' }),
  'her own': (county: County) => county.call('resident', 'myCases', {}),
  'what may be the same': (county: County) =>
    county.call('neighbour', 'similarCases', { ...east, service: 'wish', words }),
  'the figures of the county': (county: County) =>
    county.call('neighbour', 'caseFigures', { communityId: null, year: 2026 }),
}
type Name = keyof typeof calls

async function measured(closed: number): Promise<Record<Name, Cost>> {
  const county = await settleCases(new County(['--no-fsync']))
  try {
    const now = county.now()
    await county.add(
      'cases',
      Array.from({ length: 60 }, (_, n) => openDoc(n, now)),
    )
    await county.add(
      'cases',
      Array.from({ length: closed }, (_, n) => closedDoc(n, now - day)),
    )
    const months = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`)
    await county.add(
      'casesums',
      months.map((month) => sumDoc('east', month)),
    )
    const costs: [string, Cost][] = []
    for (const [name, call] of Object.entries(calls)) {
      const reply = await call(county)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
      costs.push([name, reply.stats as Cost])
    }
    return Object.fromEntries(costs) as Record<Name, Cost>
  } finally {
    await county.end()
  }
}

let few: Record<Name, Cost>
let many: Record<Name, Cost>
beforeAll(async () => {
  few = await measured(sizes.few)
  many = await measured(sizes.many)
}, 120_000)

const names = Object.keys(calls) as Name[]
/** Lists of what is closed: a page of them, however many there are. */
const ofClosed: readonly Name[] = ['what was done', 'what was done of one service', 'what a unit did']

test.each(names.filter((name) => !ofClosed.includes(name)))(
  '%s examines as many documents and keys with 2,000 closed cases as with 50',
  (name) => {
    const costOf = ({ docsExamined, keysExamined }: Cost) => ({ docsExamined, keysExamined })
    expect(costOf(many[name])).toEqual(costOf(few[name]))
    expect(many[name].docsExamined).toBeLessThanOrEqual(190)
  },
)

test.each(ofClosed)('%s examines no more than a page of 2,000', (name) => {
  expect(many[name].docsExamined).toBeLessThanOrEqual(60)
})

test.each(names)('%s asks the database at most sixteen times, and writes nothing', (name) => {
  expect(many[name].requests).toBeLessThanOrEqual(16)
  expect(many[name].writes).toBe(0)
})

test.each(names)('%s finds everything by an index', (name) => {
  expect(many[name].scans).toEqual([])
})
