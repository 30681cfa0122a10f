import type { CallRow, Reach } from '@core/contract'

const whyWords: Record<CallRow['why'], string> = {
  none: '没有微信，只能打电话',
  refused: '没开微信提醒',
  failed: '微信没送到',
  unknown: '微信送没送到说不准',
  waiting: '微信还没发出去',
  family: '家里人也还没看到',
}

/** Why somebody has to be called, and how it went so far: 微信没送到 · 打过 2 次没人接. Numbers can be held back. */
export function whyWordsOf({ why, tries, phone }: CallRow, held: number | null): string {
  return [whyWords[why], tries > 0 && `打过 ${tries} 次没人接`, phone === '' && !held && '没有留电话']
    .filter(Boolean)
    .join(' · ')
}

/** Whose number it is, where it is not her own: 女儿 梁文娟的电话. */
export const whoseWords = ({ phoneOf }: CallRow) => (phoneOf ? `${phoneOf}的电话` : '')

/** How everybody else came to know, without what nobody came by. */
export function reachedWords({ sent, read, family, called }: Reach): string[] {
  const parts: [number, string][] = [
    [sent, '微信送到'],
    [read, '自己看过'],
    [family, '家人知道'],
    [called, '电话说到'],
  ]
  return parts.flatMap(([count, words]) => (count > 0 ? [`${words} ${count} 位`] : []))
}

/** People who know, of all. */
export const knownOf = ({ total, open, queued }: Reach) => Math.max(0, total - open - queued)
