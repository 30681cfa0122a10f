import { refuse, type Refusal } from '../contract'
import type { World } from './world'

/** Why these words may not be shown to others; null when WeChat lets them pass. One check for all of them. */
export async function checkWords(
  world: World,
  words: readonly string[],
): Promise<Refusal<'content.risky' | 'content.unchecked'> | null> {
  const verdict = await world.wechat.check(world.openid, words)
  if (verdict === 'fine') return null
  return refuse(verdict === 'risky' ? 'content.risky' : 'content.unchecked')
}
