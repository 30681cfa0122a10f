import { requestFailed } from './store/faults'
import { type PlanUsed } from './store/explain'

/** How one query of a function was answered; a request with lookups makes several. */
export interface QueryPlan {
  action: string
  collection: string
  /** Field names, operators and order, never values. */
  shape: string
  /** The index really used; several where branches use one each; null when every document was looked at. */
  index: string | null
  docsExamined: number
  keysExamined: number
  returned: number
  /** Null where none was said. */
  limit: number | null
  /** Why it would hurt once there are many documents, and what is missing. */
  danger?: string
}

/** A dangerous query with how often it was asked. */
export type DangerousPlan = QueryPlan & { times: number }

/** What of a request its plans are judged by. */
export interface Asking {
  action: string
  limit: number | null
  /** Whether it answers as many documents as match. */
  isList: boolean
}

type Params = Record<string, unknown>

/** What the SDK asks for where the code names no limit. */
const SDK_LIMIT = 100
const KEPT = 500

/** Reads from a database request by what its plans are judged. */
export function askingOf(action: string, params: Params): Asking {
  if (action === 'database.aggregateDocuments') return askingOfPipeline(action, params.stages)
  if (action !== 'database.getDocument') return { action, limit: null, isList: false }
  if (params.queryType === 'DOC') return { action, limit: 1, isList: false }
  return { action, limit: typeof params.limit === 'number' ? params.limit : null, isList: true }
}

const SUMS = ['$count', '$group', '$sortByCount', '$bucket', '$bucketAuto', '$facet']

function askingOfPipeline(action: string, value: unknown): Asking {
  const stages = Array.isArray(value) ? (value as { stageKey?: string; stageValue?: string }[]) : []
  const limits = stages.flatMap(({ stageKey, stageValue }) => (stageKey === '$limit' ? [numberIn(stageValue)] : []))
  const isList = !stages.some(({ stageKey }) => SUMS.includes(stageKey ?? ''))
  return { action, limit: limits.length ? Math.min(...limits) : null, isList }
}

// The SDK writes numbers as EJSON.
const numberIn = (text = '') => Number(/-?\d+/.exec(text.replace(/\$number\w+/, ''))?.[0] ?? Infinity)

/** Remembers how queries were answered, and refuses or warns of dangerous ones. */
export class Plans {
  private kept: QueryPlan[] = []
  private readonly warned = new Set<string>()
  private readonly dangers = new Map<string, DangerousPlan>()

  /** `strict` refuses what is dangerous; otherwise `warn` hears of each kind once. */
  constructor(
    private readonly strict: boolean,
    private readonly warn: (sentence: string) => void,
  ) {}

  /** Looks at a plan, the first or a further one, before anything is done; throws -502001 when it is dangerous and this is strict. */
  judge(asking: Asking, plan: PlanUsed, isFurther: boolean): void {
    const entry = entryOf(asking, plan, isFurther)
    if (entry.danger === undefined) return
    if (!this.strict) return this.warnOnce(entry)
    this.sum(entry)
    throw requestFailed(`[FailedOperation] ${sentenceOf(entry)}`)
  }

  /** Keeps the plans of a request that was carried out, and says how they are shown. */
  note(asking: Asking, plans: readonly PlanUsed[]): QueryPlan[] {
    const entries = plans.map((plan, at) => entryOf(asking, plan, at > 0))
    for (const entry of entries) {
      if (entry.danger === undefined) continue
      this.warnOnce(entry)
      this.sum(entry)
    }
    this.kept.push(...entries)
    if (this.kept.length > KEPT * 2) this.kept = this.kept.slice(-KEPT)
    return entries
  }

  /** The last 500, newest first, and the dangerous ones summed, the costliest first. */
  show(): { plans: QueryPlan[]; dangerous: DangerousPlan[] } {
    const dangerous = [...this.dangers.values()].sort((a, b) => b.docsExamined - a.docsExamined)
    return { plans: this.kept.slice(-KEPT).reverse(), dangerous }
  }

  private warnOnce(entry: QueryPlan): void {
    if (this.warned.has(keyOf(entry))) return
    this.warned.add(keyOf(entry))
    this.warn(sentenceOf(entry))
  }

  private sum(entry: QueryPlan): void {
    const known = this.dangers.get(keyOf(entry))
    this.dangers.set(keyOf(entry), {
      ...entry,
      docsExamined: entry.docsExamined + (known?.docsExamined ?? 0),
      keysExamined: entry.keysExamined + (known?.keysExamined ?? 0),
      returned: entry.returned + (known?.returned ?? 0),
      times: (known?.times ?? 0) + 1,
    })
  }
}

const sentenceOf = ({ collection, shape, danger }: QueryPlan) => `dangerous query: ${collection} ${shape}: ${danger}`

const keyOf = ({ action, collection, shape, danger }: QueryPlan) => [action, collection, shape, danger].join(' ')

// Only the first plan of a request is that of its list; further ones are lookups.
function entryOf({ action, limit, isList }: Asking, plan: PlanUsed, isFurther: boolean): QueryPlan {
  const { collection, shape, index, docsExamined, keysExamined, returned, trouble } = plan
  const dangers = [
    ...(trouble === undefined ? [] : [trouble]),
    ...(isList && !isFurther && !plan.isByIds ? dangersOfLimit(limit, returned) : []),
  ]
  const entry = { action, collection, shape, index, docsExamined, keysExamined, returned, limit }
  return dangers.length ? { ...entry, danger: dangers.join(', and ') } : entry
}

// The wire cannot tell a limit of 100 from none, as the SDK fills it in; a full page of them may have been cut short.
function dangersOfLimit(limit: number | null, returned: number): string[] {
  if (limit === null) return ['a limit is missing']
  return limit === SDK_LIMIT && returned >= SDK_LIMIT ? [`cut at ${SDK_LIMIT}, where the SDK cuts unless told`] : []
}
