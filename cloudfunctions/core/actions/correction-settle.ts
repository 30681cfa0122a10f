// What follows from a decision about hours. Each step can be repeated; the timer does it where a crash left it.
import type { CorrectionDoc } from '../ports/documents'
import { addEntry, minutesFor } from './ledger'
import { correctedNotice } from './notices'
import { workThrough } from './one-by-one'
import { tell } from './telling'
import type { Work } from './timer-round'
import type { World } from './world'

/** Decisions read at once. */
const mostAtOnce = 50

/** The difference goes into the ledger, the row says the new minutes, she is told; then the correction is closed. */
export async function settleCorrection(world: World, correction: CorrectionDoc): Promise<void> {
  const { store, ids } = world
  if (correction.state === 'approved') {
    const { activityId, from, to } = correction
    const activity = await store.read('activities', activityId)
    const personId = await whoseNow(world, correction.personId)
    if (activity && correction.decidedAt !== null) {
      await addEntry(world, personId, {
        ...{ id: correction._id, activityId, day: correction.day, title: correction.title, minutes: to - from },
        ...{
          teamId: activity.teamId,
          teamName: activity.teamName,
          colour: activity.colour,
          place: activity.place.name,
        },
        ...{ kind: 'corrected', at: correction.decidedAt, reason: correction.reason },
        ...{ by: correction.askedBy, approvedBy: correction.decidedBy },
      })
      const minutes = await minutesFor(world, personId, activityId, correction.day)
      await store.change('signups', { _id: ids.row(activityId, personId) }, { minutes })
      await tell(world, [personId], correctedNotice(correction))
    }
  }
  // Minutes of her own wait no more, whatever was decided.
  const waited = {
    _id: ids.row(correction.activityId, await whoseNow(world, correction.personId)),
    own: store.is.gt(0),
  }
  await store.change('signups', waited, { own: 0 })
  if (correction.isOpen) await store.change('corrections', { _id: correction._id }, { isOpen: false })
}

/** A guest's record may have been claimed since the correction was asked for. */
export async function whoseNow({ store }: World, personId: string): Promise<string> {
  if (!personId.startsWith('g')) return personId
  const record = await store.read('dependents', personId, ['claimedBy'])
  return record?.claimedBy || personId
}

/** Finishes decisions that were cut off. */
export const settleDecided: Work = async (world, isTimeLeft) => {
  const where = { isOpen: true, state: world.store.is.in(['approved', 'declined']) }
  const by = { field: 'decidedAt', size: mostAtOnce } as const
  await workThrough(world.store, 'corrections', where, by, isTimeLeft, (each) => settleCorrection(world, each))
}
