// What follows from the steps of a case: people are told, figures counted, what nobody needs any more given back. Each part
// can be repeated, and is done once however often: the call carries it out, the timer where a crash broke it off.
import { isRefusal } from '../contract'
import { effectsOf, type Recipient, type Told } from '../domain/case-effects'
import { noFigures, type MonthDeltas } from '../domain/case-figures'
import { decide } from '../domain/case-flow'
import type { CaseDoc, CaseStepDoc } from '../ports/documents'
import type { CaseService } from '../services/case-service'
import { unbook } from './case-booking'
import { caseNotice } from './case-notices'
import { dropMedicine } from './case-pictures'
import { unitNames } from './case-names'
import { save } from './case-held'
import { tell } from './telling'
import type { World } from './world'

/** People of one desk who are told. */
const mostAtDesk = 20
/** The last steps that a month remembers having counted: far more than come in while a crash waits for the timer. */
const remembered = 400
/** What took another over may have been taken over too; so far that is followed. */
const mostHops = 5

/** Carries out what follows from every step since the last one settled. */
export async function settle(world: World, kase: CaseDoc, service: CaseService): Promise<void> {
  const { store } = world
  const open = kase.steps.filter(({ turn }) => turn > kase.settled)
  for (const step of open) {
    const { tell: told, count, freesDay, forgetsMedicine } = effectsOf(kase, step, service)
    if (step.move === 'merge') await carryFollowers(world, kase, step)
    if (step.move === 'joined') await endJoined(world, kase, step, service)
    if (freesDay && kase.project) await unbook(world, kase.project, kase._id)
    if (forgetsMedicine) await dropMedicine(world, kase)
    for (const each of summed(count)) await add(world, kase, step.turn, each)
    await tellOf(world, kase, step, service, told)
  }
  if (open.length === 0 && kase.unsettledAt === 0) return
  const done = { settled: kase.turn, unsettledAt: 0 }
  await store.change('cases', { _id: kase._id, turn: kase.turn }, done)
}

/** Tells everybody of a step who is to know of it, in one telling for all who are told the same. */
async function tellOf(
  world: World,
  kase: CaseDoc,
  step: CaseStepDoc,
  service: CaseService,
  told: readonly Told[],
): Promise<void> {
  if (told.length === 0) return
  // A grid worker speaks for her compound, which is no unit.
  // Of a deadline that passed, whom to ring now: the next one, where it went on.
  const late = step.move === 'overdue' ? step.to[0] || step.of : ''
  const named = step.move === 'dispatch' ? (step.to[0] ?? '') : step.as === 'unit' ? step.of : late
  const units = named ? await unitNames(world, [named]) : new Map<string, string>()
  const known = { now: world.now, unit: units.get(named) ?? '' }
  const seen = new Set([step.by])
  for (const { to, what } of told) {
    const accounts = (await accountsOf(world, kase, to)).filter((id) => id !== '' && !seen.has(id))
    accounts.forEach((id) => seen.add(id))
    const isForAsker = to.kind === 'asker'
    if (accounts.length > 0)
      await tell(world, accounts, caseNotice(what, kase, step, service, { ...known, isForAsker }))
  }
}

/** The accounts behind a recipient; somebody a family keeps stands for those who keep her. */
async function accountsOf({ store }: World, kase: CaseDoc, to: Recipient): Promise<string[]> {
  const wish = { fields: ['_id'], limit: mostAtDesk } as const
  const idsOf = (people: { _id: string }[]) => people.map(({ _id }) => _id)
  switch (to.kind) {
    case 'asker':
      return [kase.askerId || kase.forId || kase.enteredBy]
    case 'party':
      return [kase.otherParty?.id ?? '']
    case 'followers':
      return kase.followers.filter((id) => id !== kase.askerId)
    case 'person':
      return [to.id]
    case 'unit': {
      if (to.personId) return [to.personId]
      const partner = await store.read('partners', to.id, ['people'])
      if (partner) return partner.people.map(({ id }) => id)
      return (await store.read('teams', to.id, ['leaderIds']))?.leaderIds ?? []
    }
    case 'desk': {
      if (to.id === 'county') return idsOf(await store.find('people', { county: true }, wish))
      const where = to.id.startsWith('g_') ? { gridOf: to.id.slice(2) } : { staffOf: to.id.slice(2) }
      const people = idsOf(await store.find('people', where, wish))
      // A compound that nobody looks after is looked after by its community.
      if (people.length > 0 || 'staffOf' in where) return people
      return idsOf(await store.find('people', { staffOf: kase.communityId }, wish))
    }
  }
}

/** One sum for each month: a month remembers a step once. */
function summed(count: readonly MonthDeltas[]): MonthDeltas[] {
  const months = new Map<string, MonthDeltas['deltas']>()
  for (const { month, deltas } of count) months.set(month, { ...months.get(month), ...deltas })
  return [...months].map(([month, deltas]) => ({ month, deltas }))
}

/** Adds figures to their month, once for each step. */
async function add({ store }: World, { _id: id, communityId }: CaseDoc, turn: number, { month, deltas }: MonthDeltas) {
  const { is } = store
  const [_id, mark] = [`${communityId}_${month}`, `${id}_${turn}`]
  const more = Object.fromEntries(Object.entries(deltas).map(([name, delta]) => [name, is.inc(delta)]))
  const counted = { ...more, counted: is.push({ each: [mark], slice: -remembered }) }
  const change = () => store.change('casesums', { _id, counted: is.neq(mark) }, counted)
  if (await change()) return
  if (await store.add('casesums', { _id, communityId, month, ...noFigures, ...deltas, counted: [mark] })) return
  await change()
}

/** Of two that took each other over at the same moment only one ends, the same for all who look. */
export const mayEndIn = (from: CaseDoc, into: CaseDoc) =>
  from._id > into._id || !from.steps.some(({ move, to }) => move === 'joined' && to.includes(into._id))

/** Who came to follow it while it was being put together with another follows that one: once it is over nobody comes any more. */
async function carryFollowers({ store }: World, { _id }: CaseDoc, step: CaseStepDoc): Promise<void> {
  const each = (ids: string[]) => store.is.addToSet({ $each: ids })
  let into = await store.read('cases', step.to[0] ?? '', ['_id', 'askerId', 'outcome', 'steps'])
  for (let hop = 0; into?.outcome === 'merged' && hop < mostHops; hop++)
    into = await store.read('cases', into.steps.at(-1)?.to[0] ?? '', ['_id', 'askerId', 'outcome', 'steps'])
  const asker = into?.askerId
  const { followers = [], mine = [] } = (await store.read('cases', _id, ['followers', 'mine'])) ?? {}
  if (!into || mine.length === 0) return
  const more = followers.filter((id) => id !== asker)
  const change = { mine: each(mine), ...(more.length > 0 && { followers: each(more) }) }
  await store.change('cases', { _id: into._id }, change)
}

/** A case that another took over ends, if the call that put them together did not come so far. */
async function endJoined(world: World, into: CaseDoc, step: CaseStepDoc, service: CaseService): Promise<void> {
  const from = await world.store.read('cases', step.to[0] ?? '')
  if (!from?.isOpen) return
  // The clock ends it as the desk did that put them together: nobody else's right is needed any more.
  const viewer = { id: '', parts: ['staff', 'county'] as const, units: [], communityId: into.communityId }
  const wanted = { move: 'merge', into: into._id } as const
  const change = decide(from, wanted, viewer, { now: world.now, rules: service, into })
  if (isRefusal(change) || !mayEndIn(from, into)) return
  const saved = await save(world, from, change, { key: '' })
  if (saved) await settle(world, saved, service)
}
