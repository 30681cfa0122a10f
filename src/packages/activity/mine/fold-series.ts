import type { ActivityCard } from '@core/contract'

/** A sign-up, and how many later ones of the same series it stands for. */
export interface Folded {
  card: ActivityCard
  later: number
}

/** Of each series the meeting that comes first; the others are counted. What is called off stands for itself. */
export function foldSeries(cards: readonly ActivityCard[]): Folded[] {
  const rows: Folded[] = []
  for (const card of cards) {
    const first = rows.find((row) => isSame(row.card, card))
    if (first) first.later += 1
    else rows.push({ card, later: 0 })
  }
  return rows
}

const isSame = (a: ActivityCard, b: ActivityCard) =>
  Boolean(a.seriesId) && a.seriesId === b.seriesId && a.state !== 'cancelled' && b.state !== 'cancelled'
