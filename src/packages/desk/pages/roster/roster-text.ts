import type { ActivityCard, RosterRow } from '@core/contract'
import { spanWords } from '@core/domain/times'

/** The roster as text for a group: numbered names, never telephone numbers. */
export function rosterText(card: ActivityCard, rows: readonly RosterRow[], now: number): string {
  const head = [card.title, spanWords(card.startsAt, card.endsAt, now), card.placeName]
  const names = rows.map((row, index) => `${index + 1}. ${row.name || '没写称呼'}`)
  const count = `一共 ${rows.length} 位${card.capacity === null ? '' : `，${card.capacity} 席`}`
  return [...head, '', ...names, '', count].join('\n')
}
