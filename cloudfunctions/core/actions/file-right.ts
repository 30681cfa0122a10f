import { runs } from '../domain/rights'
import type { FileDoc } from '../ports/documents'
import type { World } from './world'

/** Whether the one who ordered a file may still have it: a roster as long as she runs the team, a proof of her own always. */
export async function isEntitled({ store }: World, { kind, aboutId, by }: FileDoc): Promise<boolean> {
  if (kind === 'certificate-pdf') return (await store.read('certificates', aboutId, ['personId']))?.personId === by
  const activity = await store.read('activities', aboutId, ['teamId'])
  if (!activity) return false
  const [person, team] = await Promise.all([
    store.read('people', by, ['_id', 'staffOf']),
    store.read('teams', activity.teamId, ['leaderIds', 'communityId']),
  ])
  return !!person && !!team && runs(person, team)
}
