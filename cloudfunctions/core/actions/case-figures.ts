// The figures of what was asked and done, from the sums of each community and month.
import { caseFigures, type CaseFigures } from '../contract'
import type { CaseSumDoc } from '../ports/documents'
import { forAnyone } from './kernel'
import type { World } from './world'

const kinds = ['asked', 'solved', 'mediated', 'reopened', 'declined', 'stars', 'scored'] as const
const nothing: CaseFigures = { asked: 0, solved: 0, mediated: 0, reopened: 0, declined: 0, stars: 0, scored: 0 }
const sumFields = ['month', ...kinds] as const satisfies readonly (keyof CaseSumDoc)[]

/** The most sums that one read brings: of a quarter, those of 200 communities. */
const mostSums = 1000

const plus = (one: CaseFigures, other: CaseFigures): CaseFigures =>
  Object.fromEntries(kinds.map((kind) => [kind, one[kind] + other[kind]])) as CaseFigures

/** The figures of a year in total and by month, the months in which something was noted; the county's when null. */
export async function figuresOfYear({ store }: World, communityId: string | null, year: number) {
  const { is } = store
  const where = (from: string, to: string) => ({
    ...(communityId ? { communityId } : {}),
    month: is.gte(`${year}-${from}`).and(is.lte(`${year}-${to}`)),
  })
  const spans = communityId ? [['01', '12'] as const] : quarters
  const sums = await Promise.all(
    spans.map(([from, to]) => store.find('casesums', where(from, to), { fields: sumFields, limit: mostSums })),
  )
  const byMonth = new Map<string, CaseFigures>()
  for (const sum of sums.flat()) byMonth.set(sum.month, plus(byMonth.get(sum.month) ?? nothing, sum))
  const months = [...byMonth].sort().map(([month, figures]) => ({ month, figures }))
  return { total: months.reduce((sum, { figures }) => plus(sum, figures), nothing), months }
}

const quarters = [
  ['01', '03'],
  ['04', '06'],
  ['07', '09'],
  ['10', '12'],
] as const

export const showCaseFigures = forAnyone(caseFigures, ({ communityId, year }, world) =>
  figuresOfYear(world, communityId, year),
)
