import { whereIs } from '../domain/seats'
import { giveUp, takenBack } from './activity-leave'
import { releasedNotice } from './notices'
import { tell } from './telling'
import type { Work } from './timer-round'

/** Offers taken back in one round. */
const mostAtOnce = 100

/** Seats that nobody answered for go to the next in line; whoever did not answer is told. */
export const releaseUnanswered: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const overdue = { state: 'offered', answerBy: is.lt(now) }
  const rows = await store.find('signups', overdue, { order: [['answerBy', 'asc']], limit: mostAtOnce })
  for (const row of rows) {
    if (!isTimeLeft()) return
    const activity = await store.read('activities', row.activityId)
    if (!activity) continue
    if (activity.startsAt <= now || activity.state === 'cancelled') {
      // Nobody moves up any more: whoever was asked and holds the seat may simply come.
      const becomes = whereIs(activity, row.personId) === 'in' ? { state: 'in' } : { state: 'left', live: false }
      await store.change('signups', { _id: row._id, state: 'offered' }, { ...becomes, answerBy: null })
      continue
    }
    // From here on a yes comes too late; should this round stop now, the next finds the row again.
    const claim = { _id: row._id, state: 'offered', answerBy: row.answerBy }
    if (row.answerBy !== takenBack && !(await store.change('signups', claim, { answerBy: takenBack }))) continue
    await tell(world, [row.personId], releasedNotice(activity, row.since, '没有等到您的回复'))
    await giveUp(world, activity, row.personId, 'no answer')
  }
}
