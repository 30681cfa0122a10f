import { whereIs } from '../domain/seats'
import { lineMoves } from '../domain/sign-up'
import { timesOf, unitOf } from '../domain/units'
import type { SignupDoc } from '../ports/documents'
import { giveUp, takenBack } from './activity-leave'
import { releasedNotice } from './notices'
import { workThrough } from './one-by-one'
import { tell } from './telling'
import type { Work } from './timer-round'
import type { World } from './world'

/** Offers read at once. */
const pageSize = 100

/** Seats that nobody answered for go to the next in line; whoever did not answer is told. */
export const releaseUnanswered: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const overdue = { state: 'offered', answerBy: store.is.lt(now) }
  const by = { field: 'answerBy', size: pageSize } as const
  await workThrough(store, 'signups', overdue, by, isTimeLeft, (row) => release(world, row))
}

async function release(world: World, row: SignupDoc): Promise<void> {
  const { store, now } = world
  const { personId } = row
  const activity = await store.read('activities', row.activityId)
  if (!activity) return
  // The line of a slot moves until that slot begins.
  const hers = { ...activity, ...timesOf(activity, unitOf(activity, personId) ?? row.unit) }
  if (!lineMoves(hers, now)) {
    // Nobody moves up any more: whoever was asked and holds the seat may simply come.
    const becomes = whereIs(activity, personId) === 'in' ? { state: 'in' } : { state: 'left', live: false }
    await store.change('signups', { _id: row._id, state: 'offered' }, { ...becomes, answerBy: null })
    return
  }
  // From here on a yes comes too late; should this round stop now, the next finds the row again.
  const claim = { _id: row._id, state: 'offered', answerBy: row.answerBy }
  if (row.answerBy !== takenBack && !(await store.change('signups', claim, { answerBy: takenBack }))) return
  await tell(world, [personId], releasedNotice(hers, row.since, '没有等到您的回复'))
  await giveUp(world, activity, personId, 'no answer')
}
