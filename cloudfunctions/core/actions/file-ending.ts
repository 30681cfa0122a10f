// Files whose time ends early, since somebody whom they name is to be forgotten.
import type { Terms } from '../ports/store'
import type { World } from './world'

/** Sign-ups looked at; lists of older ones are long gone. */
const mostRows = 1000

/** Ends the time of files, so that the timer removes them: what is made at once, what is being made once it is idle. */
export async function endFiles({ store, now }: World, which: Terms): Promise<void> {
  const lasting = { ...which, until: store.is.gt(now) }
  await store.change('files', { ...lasting, state: 'ready' }, { until: now, claimedUntil: now })
  await store.change('files', lasting, { until: now })
}

/** The same for every list and pass that may name this person. */
export async function endFilesNaming(world: World, personId: string): Promise<void> {
  const { store } = world
  const order = [['endsAt', 'desc']] as const
  const rows = await store.find('signups', { personId }, { fields: ['activityId'], order, limit: mostRows })
  await endFiles(world, { aboutId: store.is.in(rows.map((row) => row.activityId)) })
}
