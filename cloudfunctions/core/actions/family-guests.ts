// Names and numbers that an organiser wrote down are kept no longer than they are of use. See docs/decisions.md.
import type { DependentDoc } from '../ports/documents'
import { guestKeptFor } from './guests'
import type { Work } from './timer-round'
import type { World } from './world'

/** Records looked at in one round. */
const mostAtOnce = 50

type Due = Pick<DependentDoc, '_id' | 'keptUntil'>

/** Removes the records of guests who came to nothing for half a year; their sign-ups stay as numbers without a name. */
export const forgetGuests: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const over = { kind: 'guest', keptUntil: is.gt(0).and(is.lte(now)) }
  const due: Due[] = await store.find('dependents', over, { fields: ['_id', 'keptUntil'], limit: mostAtOnce })
  for (const record of due) if (isTimeLeft()) await forgetOrKeep(world, record)
}

async function forgetOrKeep({ store, now }: World, { _id, keptUntil }: Due): Promise<void> {
  const last = { fields: ['endsAt'], order: [['endsAt', 'desc']], limit: 1 } as const
  const [row] = await store.find('signups', { personId: _id }, last)
  const until = (row?.endsAt ?? 0) + guestKeptFor
  if (until > now) await store.change('dependents', { _id, keptUntil }, { keptUntil: until })
  else await store.remove('dependents', { _id, keptUntil, claimedBy: '' })
}

/** Takes the name and number out of a record that is its person's own now; whom it belongs to stays. */
export const forgetClaimed = ({ store }: World, recordId: string): Promise<number> =>
  store.change('dependents', { _id: recordId, claimedBy: store.is.neq('') }, { name: '', phone: '', keptUntil: 0 })
