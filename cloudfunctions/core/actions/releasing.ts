// A leader gives up somebody's seat or place: whom it was is told why, by the call or, where it broke off, by the timer.
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { releasedNotice } from './notices'
import { writePart } from './rows'
import { tell } from './telling'
import type { World } from './world'

type Released = Pick<SignupDoc, 'personId' | 'since' | 'state'>

/** Tells her why her seat, or her place in the line, is given up. The same twice is told once. */
export async function tellReleased(world: World, activity: ActivityDoc, row: Released, reason: string): Promise<void> {
  const of = row.state === 'waiting' || row.state === 'asked' ? 'line' : 'seat'
  await tell(world, [row.personId], releasedNotice(activity, row.since, reason, of))
}

/** Tells her, and writes it into her row, in this order: a row that is live yet is how the timer finds her. */
export async function announceReleased(world: World, activity: ActivityDoc, row: Released, reason: string) {
  await tellReleased(world, activity, row, reason)
  await writePart(world, activity, row.personId, { state: 'left', answerBy: null }, 'released')
}
