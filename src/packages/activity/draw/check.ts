import { drawOrder } from '@core/domain/draw'
import { sha256 } from './sha256'

/** What someone's own phone finds when it draws again. */
export interface Check {
  /** Whether the seed is the one that was promised before anybody entered. */
  keepsPromise: boolean
  /** Whether the same seed gives the same order. */
  isSameOrder: boolean
}

/** Draws again, from the seed that was shown, and compares with what was said. */
export function checkDraw(draw: {
  seed: string
  commitment: string
  tickets: number
  order: readonly number[]
}): Check {
  const { seed, commitment, tickets, order } = draw
  return { keepsPromise: sha256(seed) === commitment, isSameOrder: drawOrder(tickets, seed).join() === order.join() }
}
