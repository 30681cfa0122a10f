// Whoever shows things that are none of ours, one after the other, is guessing.
import { refuse, type Reply } from '../contract'
import { mostOf } from '../ports/limits'
import { counterOf, hourMs, take } from './allowance'
import type { World } from './world'

/** By what an action says that what it was shown opens nothing. */
const misses: Readonly<Partial<Record<string, string>>> = {
  'card.open': 'card.over',
  'card.answer': 'card.over',
  'card.accept': 'card.over',
  'family.preview': 'family.invite_over',
  'family.accept': 'family.invite_over',
  'case.party': 'access.gone',
  'day.scan': 'day.code_unknown',
  'certificate.verify': 'unknown',
}

/** Those who guessed too often, with the end of the hour in which they did. */
const closed = new Map<string, number>()

/** Why she may guess no more, or null. Known to this instance alone, which asks for nothing. */
export function tooManyGuesses(action: string, { id, now }: World) {
  const until = closed.get(id) ?? 0
  if (!misses[action] || until === 0) return null
  if (until > now) return refuse('access.too_often', { seconds: Math.ceil((until - now) / 1000) })
  closed.delete(id)
  return null
}

/** Counts a miss; a hit costs nothing. */
export async function noteGuess(action: string, reply: Reply, world: World): Promise<void> {
  const miss = misses[action]
  if (!miss || world.id === '' || saidBy(reply) !== miss) return
  const hour = Math.floor(world.now / hourMs)
  const until = (hour + 1) * hourMs
  const most = mostOf('GUESSES_PER_HOUR')
  const mayGoOn = await take(world, counterOf(world, 'guesses', hour), { count: 1, most, until })
  if (!mayGoOn) closed.set(world.id, until)
}

function saidBy(reply: Reply): string {
  if (!reply.ok) return 'refusal' in reply ? reply.refusal.refused : ''
  const { state = '' } = reply.data as { state?: string }
  return state
}
