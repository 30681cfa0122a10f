// What follows when somebody asks to come: those who lead the team are told.
import { dayOf } from '../domain/times'
import { askedToJoinNotice } from './notices'
import type { Seated } from './taking'
import { tell } from './telling'
import type { KnownWorld } from './kernel'

/**
 * Tells who leads the team that people ask to come, once a day however many ask; nobody where lots decide, and not
 * whoever asks herself.
 */
export async function tellOfAsking(world: KnownWorld, activity: Seated): Promise<void> {
  if (activity.approval !== true || typeof activity.drawAt === 'number') return
  const team = await world.store.read('teams', activity.teamId, ['leaderIds'])
  const leaders = (team?.leaderIds ?? []).filter((id) => id !== world.id)
  await tell(world, leaders, askedToJoinNotice(activity, dayOf(world.now)))
}
