// Cards as the timer keeps them: what was said and broke off is carried out, and cards long over are removed.
import { isRefusal } from '../contract'
import { goodUntil, keptAfter } from '../domain/card'
import { carryOut } from './card-answer'
import { heldOf } from './card-held'
import { Faults } from './one-by-one'
import type { Work } from './timer-round'

/** Cards looked at in one round. */
const mostAtOnce = 50
/** What could not be carried out is tried again after this long, behind the others, ms. */
const retryAfter = 10 * 60_000

/** Carries out what somebody said when the call that heard it broke off. */
export const carryOnCards: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const due = { 'said.dueAt': store.is.gt(0).and(store.is.lte(now)) }
  const faults = new Faults()
  for (const card of await store.find('cards', due, { limit: mostAtOnce })) {
    if (!isTimeLeft()) break
    const { _id, turn } = card
    const isDone = await faults.during(_id, async () => {
      const held = await heldOf(world, card)
      if (isRefusal(held)) await store.change('cards', { _id, turn }, { 'said.dueAt': 0 })
      else await carryOut(world, held)
    })
    if (!isDone)
      await faults.during(_id, () => store.change('cards', { _id, turn }, { 'said.dueAt': now + retryAfter }))
  }
  faults.say()
}

/** Removes cards a month after they were good; one whose activity was moved is good for longer. */
export const forgetCards: Work = async ({ store, now }, isTimeLeft) => {
  const { is } = store
  const over = { until: is.lte(now - keptAfter) }
  const cards = await store.find('cards', over, { fields: ['_id', 'activityId', 'until'], limit: mostAtOnce })
  const activities = await store.readMany(
    'activities',
    cards.map((card) => card.activityId),
    ['endsAt'],
  )
  for (const { _id, activityId, until } of cards) {
    if (!isTimeLeft()) return
    const moved = goodUntil(activities.get(activityId)?.endsAt ?? 0)
    if (moved > until) await store.change('cards', { _id }, { until: moved })
    else await store.remove('cards', { _id, until })
  }
}
