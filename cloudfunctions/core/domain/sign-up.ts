import { refuse, type ActivityState, type Refusal } from '../contract'
import { momentWords } from './times'

/** What the rules of signing up look at in an activity. */
export interface SignUpWindow {
  state: ActivityState
  opensAt: number
  closesAt: number
  startsAt: number
  endsAt: number
  cancelBy: number
  reason: string
  contact: { name: string; phone: string }
}

type NotOn = 'activity.called_off' | 'activity.over'

const whomToAsk = ({ contact }: SignUpWindow) => ({ contactName: contact.name, contactPhone: contact.phone })

/** Why nothing can be done any more with an activity: it was called off, or it is over. */
export function notOn(activity: SignUpWindow, now: number): Refusal<NotOn> | null {
  if (activity.state === 'cancelled') return refuse('activity.called_off', { reason: activity.reason })
  return activity.state === 'ended' || activity.endsAt <= now ? refuse('activity.over') : null
}

/** Why nobody can sign up at this moment; null when sign-up is open. */
export function closedToNewcomers(
  activity: SignUpWindow,
  now: number,
): Refusal<NotOn | 'activity.not_open_yet' | 'activity.closed'> | null {
  const over = notOn(activity, now)
  if (over) return over
  if (activity.state === 'closed' || activity.closesAt <= now) return refuse('activity.closed', whomToAsk(activity))
  return activity.opensAt > now ? refuse('activity.not_open_yet', { opens: momentWords(activity.opensAt, now) }) : null
}

/**
 * Why a person cannot take her own seat back; null when she can. A seat that still waits for her answer,
 * and a place in the line, can be given up until the start; a seat she has, until `cancelBy`.
 */
export function keptFromLeaving(
  activity: SignUpWindow,
  part: 'in' | 'offered' | 'waiting' | 'asked',
  now: number,
): Refusal<'activity.too_late_to_leave' | 'activity.over'> | null {
  if (activity.state === 'ended' || activity.endsAt <= now) return refuse('activity.over')
  const until = part === 'in' ? activity.cancelBy : activity.startsAt
  return now < until ? null : refuse('activity.too_late_to_leave', whomToAsk(activity))
}

/** Whether a free seat still goes to the first in line: while the activity is on and has not started. */
export function lineMoves(activity: Pick<SignUpWindow, 'state' | 'startsAt'>, now: number): boolean {
  return (activity.state === 'published' || activity.state === 'closed') && now < activity.startsAt
}
