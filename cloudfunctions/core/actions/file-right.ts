import { runs } from '../domain/rights'
import type { FileDoc } from '../ports/documents'
import type { World } from './world'

/**
 * Whether the one who ordered a file may still have it: a roster, and passes of others, as long as she runs the team; a
 * proof and passes of her own always.
 */
export async function isEntitled({ store }: World, { kind, aboutId, of, by }: FileDoc): Promise<boolean> {
  if (kind === 'certificate-pdf') return (await store.read('certificates', aboutId, ['personId']))?.personId === by
  if (of === 'ours') return (await store.read('people', by, ['_id'])) !== null
  const activity = await store.read('activities', aboutId, ['teamId'])
  if (!activity) return false
  const [person, team] = await Promise.all([
    store.read('people', by, ['_id', 'staffOf']),
    store.read('teams', activity.teamId, ['leaderIds', 'communityId']),
  ])
  return !!person && !!team && runs(person, team)
}
