// A correction of confirmed hours: one who runs the team asks, another decides. History is kept for ever.
import { correctHours, corrections, decideCorrection, refuse, type Correction } from '../contract'
import { roleIn } from '../domain/attendance'
import { dayOf } from '../domain/times'
import type { ActivityDoc, CorrectionDoc } from '../ports/documents'
import { note } from './audit'
import { checkWords } from './checking'
import { settleCorrection, whoseNow } from './correction-settle'
import { forActivityDesk, forCorrectionDesk, forOwnTeams, type KnownWorld } from './kernel'
import { minutesFor } from './ledger'
import { pageOf } from './paging'
import { knownPersons } from './persons'

const pageSize = 20

export const askCorrection = forActivityDesk(correctHours, async (wanted, world, { activity }) => {
  const { id, personId, minutes, reason } = wanted
  const row = await world.store.read('signups', world.ids.row(id, personId), ['minutes', 'unit'])
  const isConfirmed = !!activity.settledAt && row?.minutes !== undefined && roleIn(activity, row.unit) === 'helper'
  if (!isConfirmed || row.minutes === undefined) return refuse('hours.not_confirmed')
  const before = await world.store.find('corrections', { activityId: id, personId }, { limit: 100 })
  const open = before.find(({ isOpen }) => isOpen)
  if (open) return isSame(open, wanted, world) ? { correctionId: open._id } : refuse('hours.asked_already')
  // What stands in the ledger is what is changed; a row may be behind it after a crash.
  const from = await minutesFor(world, personId, id, dayOf(activity.startsAt))
  if (from === minutes && row.minutes === minutes) return refuse('hours.same')
  const no = await checkWords(world, [reason])
  if (no) return no
  // The next number of this row: two who ask at once ask for the same id, and only one has it.
  const _id = world.ids.made('c', id, `${personId} ${before.length}`)
  const doc = { ...askedOf(activity, wanted, world), _id, from }
  if (await world.store.add('corrections', doc)) {
    await note(world, 'hours.correct', id, _id, ['minutes'])
    return { correctionId: _id }
  }
  const other = await world.store.read('corrections', _id)
  return other && isSame(other, wanted, world) ? { correctionId: _id } : refuse('hours.asked_already')
})

interface Wanted {
  personId: string
  minutes: number
  reason: string
}

/** A repeated tap asks for the same thing again. */
const isSame = (asked: CorrectionDoc, { minutes, reason }: Wanted, { id }: KnownWorld) =>
  asked.askedBy === id && asked.to === minutes && asked.reason === reason

const askedOf = (
  { _id, teamId, title, startsAt }: ActivityDoc,
  { personId, minutes, reason }: Wanted,
  { id, now }: KnownWorld,
): Omit<CorrectionDoc, '_id' | 'from'> => ({
  ...{ teamId, activityId: _id, title, day: dayOf(startsAt), personId, to: minutes, reason },
  state: 'asked',
  isOpen: true,
  askedBy: id,
  askedAt: now,
  decidedBy: '',
  decidedAt: null,
})

export const showCorrections = forOwnTeams(corrections, async ({ which, cursor }, world, teams) => {
  const where = { teamId: world.store.is.in(teams.map(({ _id }) => _id)), isOpen: which === 'asked' }
  const by = { field: 'askedAt', direction: 'desc', size: pageSize, cursor } as const
  const { items, next } = await pageOf(world.store, 'corrections', where, by)
  return { items: await shown(world, items), next }
})

/** The second person: runs the team too, did not ask, and does not decide about her own hours. */
const mayDecide = (
  { askedBy, personId, isOpen }: Pick<CorrectionDoc, 'askedBy' | 'personId' | 'isOpen'>,
  { id }: KnownWorld,
) => isOpen && askedBy !== id && personId !== id

/** How many open corrections of these teams wait for her, at most a hundred. */
export async function countToDecide(world: KnownWorld, teamIds: readonly string[]): Promise<number> {
  const where = { teamId: world.store.is.in([...teamIds]), isOpen: true }
  const fields = ['state', 'askedBy', 'personId', 'isOpen'] as const
  const open = await world.store.find('corrections', where, { fields, limit: 100 })
  return open.filter((each) => each.state === 'asked' && mayDecide(each, world)).length
}

async function shown(world: KnownWorld, docs: readonly CorrectionDoc[]): Promise<Correction[]> {
  const people = docs.flatMap(({ personId, askedBy, decidedBy }) => [
    personId,
    askedBy,
    ...(decidedBy ? [decidedBy] : []),
  ])
  const known = await knownPersons(world, people)
  const nameOf = (id: string) => known.get(id)?.name ?? ''
  return docs.map((doc) => {
    const { _id: id, activityId, title, day, personId, from, to, reason, state, askedAt, decidedAt } = doc
    return {
      ...{ id, activityId, title, day, personId, from, to, reason, state, askedAt, decidedAt },
      name: nameOf(personId),
      askedBy: nameOf(doc.askedBy),
      decidedBy: nameOf(doc.decidedBy),
      canDecide: mayDecide(doc, world),
    }
  })
}

export const decide = forCorrectionDesk(decideCorrection, async ({ id, accept }, world, { correction }) => {
  const { store, now } = world
  const wanted = accept ? 'approved' : 'declined'
  if (correction.state === 'asked') {
    if (!mayDecide(correction, world)) return refuse('hours.second_person')
    const { activityId, from, day } = correction
    const activity = await store.read('activities', activityId, ['settledAt'])
    if (!activity?.settledAt) return refuse('hours.not_confirmed')
    const standing = await minutesFor(world, await whoseNow(world, correction.personId), activityId, day)
    // A second tap at the same moment may have decided, and so moved it on itself.
    const isOpen = (await store.read('corrections', id, ['state']))?.state === 'asked'
    if (accept && standing !== from && isOpen) return refuse('hours.moved_on')
    const decision = { state: wanted, decidedBy: world.id, decidedAt: now }
    await store.change('corrections', { _id: id, state: 'asked' }, decision)
  }
  const decided = await store.read('corrections', id)
  // A repeated tap finds its own decision, and makes sure of what follows from it.
  if (!decided || decided.state !== wanted || decided.decidedBy !== world.id) return refuse('hours.decided')
  if (decided.isOpen) await settleCorrection(world, decided)
  await note(world, 'hours.decide', correction.activityId, id, ['minutes'])
  const [after] = await shown(world, [{ ...decided, isOpen: false }])
  return after ?? refuse('access.gone')
})
