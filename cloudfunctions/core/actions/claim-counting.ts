// How many wait for a yes that they are whom a team entered by name, as the desk counts them.
import type { KnownWorld } from './kernel'

/** The desk counts no further. */
const mostCounted = 100

/** Where askings wait in these teams. */
export const waitingIn = ({ store }: KnownWorld, teamIds: readonly string[]) => ({
  enteredBy: store.is.in([...teamIds]),
  claimAskedAt: store.is.gt(0),
})

/** How many askings in these teams wait for her word, at most a hundred. */
export async function countClaims(world: KnownWorld, teamIds: readonly string[]): Promise<number> {
  const wish = { fields: ['claimAsker'], limit: mostCounted } as const
  const waiting = await world.store.find('dependents', waitingIn(world, teamIds), wish)
  return waiting.filter(({ claimAsker }) => claimAsker !== world.id).length
}
