// The clocks of a case: when the next thing has to happen, who is reminded before, and what the timer does afterwards.
import type { CaseState, Clock } from '../contract'
import { isInHands, type CaseFacts, type CaseRules } from './case'
import { orderClock } from './case-order'
import { addWorking, clockLengths, workingBetween } from './working-time'

const halfHour = 1_800_000
/** How long the asker, or the community that asks her, has for an answer. */
export const answerClock: Clock = '7d'

/** The fields of a case that a clock needs. */
export type Running = Pick<CaseFacts, 'clock' | 'dueAt' | 'nextAt' | 'left'>

/** No clock runs. */
export const stopped = { dueAt: 0, nextAt: 0, left: 0 } as const

/** A clock with so much working time (ms): reminded when a quarter of it is left, half an hour before at the latest. */
export function runFor(ms: number, clock: Clock, now: number): Pick<CaseFacts, 'dueAt' | 'nextAt'> {
  const dueAt = addWorking(now, ms, clock)
  const reminder = ms - Math.max(Math.ceil(ms / 4), halfHour)
  return { dueAt, nextAt: reminder > 0 ? addWorking(now, reminder, clock) : dueAt }
}

/** A fresh clock of its class. */
export const start = (clock: Clock, now: number): Running => ({
  clock,
  left: 0,
  ...runFor(clockLengths[clock], clock, now),
})

/** By when somebody has to look at it, take it, or answer a whistle. What a desk offers to neighbours may wait for a week. */
export const takeUpClock = (rules: Pick<CaseRules, 'takeUp' | 'first'>, isUrgent: boolean, state: CaseState): Clock => {
  if (isUrgent) return '2h'
  return state === 'open' && rules.first !== 'volunteers' ? '7d' : rules.takeUp
}

/** By when it is to be done: as its topic or service says; what is urgent within a working day. */
export function doClockOf(rules: Pick<CaseRules, 'clock' | 'topics'>, topic: string, isUrgent: boolean): Clock {
  const clock = rules.topics.find((each) => each.id === topic)?.clock ?? rules.clock
  return isUrgent && clock !== '2h' ? '24h' : clock
}

/** Its own clock stands still, what is left of it is kept, and the one of the asker runs. */
export const pause = (kase: Pick<CaseFacts, 'clock' | 'dueAt'>, now: number): Running => ({
  clock: kase.clock,
  left: workingBetween(now, kase.dueAt, kase.clock),
  ...runFor(clockLengths[answerClock], answerClock, now),
})

/**
 * Its own clock goes on with what was left of it; half an hour at least, so that nobody is late the moment it comes back.
 * The day of an order does not wait.
 */
export const resume = (
  kase: Pick<CaseFacts, 'clock' | 'left' | 'project' | 'state' | 'before'>,
  now: number,
): Running => {
  const own = { clock: kase.clock, left: 0, ...runFor(Math.max(kase.left, halfHour), kase.clock, now) }
  return orderClock(kase, own, now) ?? own
}

/** The clock that a case has on entering a state by somebody's hand. */
export function clockFor(
  kase: Pick<CaseFacts, 'isUrgent' | 'doClock' | 'state' | 'before' | 'project'>,
  rules: Pick<CaseRules, 'takeUp' | 'first'>,
  now: number,
): Partial<Running> {
  if (kase.state === 'closed') return stopped
  if (kase.state === 'resolved' || kase.state === 'followUp') return start('7d', now)
  const own = start(isInHands(kase) ? kase.doClock : takeUpClock(rules, kase.isUrgent, kase.state), now)
  return orderClock(kase, own, now) ?? own
}
