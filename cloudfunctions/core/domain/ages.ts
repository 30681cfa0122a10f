import { calendar } from './times'

/** Below this age a guardian's consent is needed. 依据：《个人信息保护法》第三十一条. */
export const guardedBelow = 14

/** Whole years at a moment of someone born in a month (yyyy-mm); null when it is not known. */
export function ageAt(born: string | null | undefined, at: number): number | null {
  if (!born) return null
  const [year = 0, month = 0] = born.split('-').map(Number)
  const now = calendar(at)
  return Math.max(0, now.year - year - (now.month < month ? 1 : 0))
}

/**
 * Whether a guardian's yes is still needed for someone born in a month (yyyy-mm): only once the whole month of her
 * fourteenth birthday is over is she surely 14. Null when the month is not known.
 */
export function isGuarded(born: string | null | undefined, at: number): boolean | null {
  if (!born) return null
  const [year = 0, month = 0] = born.split('-').map(Number)
  const now = calendar(at)
  return now.year - year - (now.month <= month ? 1 : 0) < guardedBelow
}
