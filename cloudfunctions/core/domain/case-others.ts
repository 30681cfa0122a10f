// Others who wait for the same thing: when who asked goes away, it goes on for them.
import { isSealed, whereOf, type CaseFacts, type CaseRules, type Change } from './case'

type Waited = Pick<
  CaseFacts,
  | 'askerId'
  | 'forId'
  | 'followers'
  | 'mine'
  | 'joinedAskers'
  | 'joinedCallers'
  | 'firstAsked'
  | 'helpers'
  | 'project'
  | 'topic'
>

/** How many wait for it beside who asked: those who follow it, and those who rang up and have no account. */
export const othersWaiting = ({ askerId, followers, joinedAskers = [], joinedCallers = [] }: Waited): number =>
  new Set([...followers, ...joinedAskers].filter((id) => id !== askerId)).size + joinedCallers.length

/** Whether it goes on without who asked: not where it was about her home, her quarrel, or a day that was kept for her. */
export const goesOnWithout = (kase: Waited, rules: Pick<CaseRules, 'seenBy' | 'where' | 'topics'>): boolean =>
  !isSealed(rules) && kase.project === null && whereOf(rules, kase.topic) !== 'home' && othersWaiting(kase) > 0

/**
 * Who asks from now on: the next of those whose own was put together with it, unless she helps; else the community asks
 * for those who follow, as it does for a caller. The one who left follows it no more; what was said at first stays hers.
 */
export function handedOver(kase: Waited): { set: Change['set']; to: string[] } {
  const { askerId, forId, joinedAskers = [], joinedCallers = [] } = kase
  const next = joinedAskers.find((id) => id !== askerId && !kase.helpers.includes(id)) ?? ''
  const [caller, ...otherCallers] = next ? [] : joinedCallers
  const without = (ids: readonly string[], gone: readonly string[]) => ids.filter((id) => !gone.includes(id))
  return {
    set: {
      firstAsked: kase.firstAsked ?? { askerId, forId },
      askerId: next,
      forId: next || caller?.of || '',
      caller: caller ? { name: caller.name, phone: caller.phone } : null,
      joinedAskers: without(joinedAskers, [askerId, next]),
      ...(caller && { joinedCallers: otherCallers }),
      followers: without(kase.followers, [askerId, next]),
      mine: without(kase.mine, [askerId, ...(forId === next || forId === caller?.of ? [] : [forId])]),
    },
    to: [next, askerId],
  }
}
