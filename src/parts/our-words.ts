// How a family stands in an activity, in the words she uses herself.
import type { ActivityCard, Mine } from '@core/contract'

type Ours = Pick<ActivityCard, 'mine' | 'ours' | 'drawAt'>

/** Someone of hers who has a part in an activity; `id` is '' for herself. */
export interface OurPart {
  id: string
  called: string
  mine: Mine
}

/** Everybody of hers with a part in it, herself first. */
export function ourParts({ mine, ours }: Pick<Ours, 'mine' | 'ours'>): OurPart[] {
  return [...(mine ? [{ id: '', called: '我', mine }] : []), ...(ours ?? [])]
}

/** Whether everybody of hers in it stands alike, such as all waiting. */
export const areAll = (card: Pick<Ours, 'mine' | 'ours'>, state: Mine['state']) =>
  ourParts(card).length > 0 && ourParts(card).every(({ mine }) => mine.state === state)

/** How many things these are to her: a series once, what is called off not at all. */
export const countOf = (cards: readonly ActivityCard[]) =>
  new Set(cards.filter(({ state }) => state !== 'cancelled').map(({ id, seriesId }) => seriesId ?? id)).size

/** When the first of hers begins: the time of her post or slot, else of the whole. */
export function ourStart(
  { startsAt }: Pick<ActivityCard, 'startsAt'>,
  parts: readonly OurPart[],
  units: ActivityCard['ourUnits'] = [],
): number {
  const own = parts.map(({ mine }) => units.find(({ id }) => id === mine.unit)?.startsAt ?? startsAt)
  return own.length > 0 ? Math.min(...own) : startsAt
}

/** 我；我和乐乐；我、妈妈和乐乐 */
export function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}和${last}`
}

/** What a part stands at, in a few words: 已报名, 候补第 2 位, 等抽签. */
export function partWords(mine: Mine, drawAt: number | null): string {
  switch (mine.state) {
    case 'in':
      return '已报名'
    case 'offered':
      return '有座了，等您回话'
    case 'waiting':
      return mine.position ? `候补第 ${mine.position} 位` : '候补中'
    case 'asked':
      return drawAt === null ? '等队长同意' : '等抽签'
  }
}

const pressing = ['offered', 'in', 'waiting', 'asked'] as const

/** The one thing to say of hers: the most pressing state, its words, and who stands so; null with no part in it. */
export function ourState(card: Ours): { state: Mine['state']; word: string } | null {
  const parts = ourParts(card)
  const state = pressing.find((each) => parts.some(({ mine }) => mine.state === each))
  const first = parts.find(({ mine }) => mine.state === state)
  if (!state || !first) return null
  const word = partWords(first.mine, card.drawAt ?? null)
  const isOnlyMe = parts.length === 1 && first.id === ''
  if (isOnlyMe || state === 'offered') return { state, word }
  const who = parts.filter(({ mine }) => mine.state === state).map(({ called }) => called)
  return { state, word: `${word} · ${listed(who)}` }
}
