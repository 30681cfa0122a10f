// Whoever shows things that are none of ours, one after the other, is guessing.
import { refuse, type ActionName, type Reply } from '../contract'
import { mostOf } from '../ports/limits'
import { counterOf, hourMs, ifCounted, minuteMs, take } from './allowance'
import type { World } from './world'

/** By what an action says that what it was shown opens nothing. */
const misses: Readonly<Partial<Record<ActionName, string>>> = {
  'card.open': 'card.over',
  'card.answer': 'card.over',
  'card.accept': 'card.over',
  'family.preview': 'family.invite_over',
  'family.accept': 'family.invite_over',
  'case.party': 'access.gone',
  'day.scan': 'day.code_unknown',
  'certificate.verify': 'unknown',
}

const missOf = (action: string) => misses[action as ActionName]

/** Who guessed too often at what, with the end of the hour in which she did. */
const closed = new Map<string, number>()

/** What is guessed at: cards, invitations, cases, days or certificates, each for itself. Whoever shows old cards can still check in. */
const kindOf = (action: string) => action.replace(/\..*/, '')

/** Why she may guess no more, or null. Known to this instance alone, which asks for nothing. */
export function tooManyGuesses(action: string, { id, now }: World) {
  if (!missOf(action)) return null
  const key = `${kindOf(action)} ${id}`
  const until = closed.get(key) ?? 0
  if (until > now) return refuse('access.too_many_guesses', { minutes: Math.ceil((until - now) / minuteMs) })
  closed.delete(key)
  return null
}

/** Counts a miss; a hit costs nothing. */
export async function noteGuess(action: string, reply: Reply, world: World): Promise<void> {
  const miss = missOf(action)
  if (!miss || world.id === '' || saidBy(reply) !== miss) return
  const hour = Math.floor(world.now / hourMs)
  const until = (hour + 1) * hourMs
  const most = mostOf('GUESSES_PER_HOUR')
  const kind = kindOf(action)
  const taking = () => take(world, counterOf(world, `guesses ${kind}`, hour), { count: 1, most, until })
  if (!(await ifCounted(world.trace, 'guesses', taking, true))) closed.set(`${kind} ${world.id}`, until)
}

function saidBy(reply: Reply): string {
  if (!reply.ok) return 'refusal' in reply ? reply.refusal.refused : ''
  const { state = '' } = reply.data as { state?: string }
  return state
}
