// How an action on a case gets its handler: what domain/case-moves and domain/case-sight say is found here, from the case.
import { isOneOf } from '../domain/case'
import { refuse, type AnyAction, type InputOf, type Refusal, type RefusalOf } from '../contract'
import { heldBy, type Held } from './case-held'
import { known, route, type Answer, type KnownWorld, type Route } from './kernel'
import type { World } from './world'

type CaseHandler<A, W extends World> = (input: InputOf<A>, world: W, held: Held) => Answer<A>

const idIn = (input: unknown) => (input as { id?: string }).id ?? ''
const keyIn = (input: unknown) => (input as { key?: string }).key ?? ''

/**
 * Handles a move of a case for those who see anything of it; which moves are hers the rules say. `input.id` names it.
 * `unseen` says why it is not there for others.
 */
export const forCase = <A extends AnyAction>(
  action: A,
  handler: CaseHandler<A, KnownWorld>,
  unseen: (input: InputOf<A>, world: KnownWorld) => Promise<Refusal<RefusalOf<A> | 'access.gone'>>,
): Route =>
  route(action, { may: 'case', of: 'moves' }, async (input, world) => {
    const who = known(world)
    if (!who) return refuse('access.profile_missing')
    const held = await heldBy(who, idIn(input), keyIn(input))
    return held ? handler(input, who, held) : unseen(input, who)
  })

/** Handles an action on a case for those at whose desks it can lie: `input.id` names it. */
export const forCaseDesk = <A extends AnyAction>(action: A, handler: CaseHandler<A, KnownWorld>): Route =>
  route(action, { may: 'case', of: 'desk' }, async (input, world) => {
    const who = known(world)
    const held = who && (await heldBy(who, idIn(input)))
    if (!who || !held) return refuse('access.gone')
    const isAtDesk = held.sight === 'all' && isOneOf(held.viewer, ['grid', 'staff', 'county'])
    return isAtDesk ? handler(input, who, held) : refuse('access.denied')
  })
