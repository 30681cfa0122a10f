import { whole } from './measured'

/** What came of one call: answered, refused with a code, turned away to the end of the patience, or gone wrong. */
export interface Outcome {
  action: string
  /** From the tap to the last word, with every pause, ms. */
  felt: number
  /** Of the try that was let in alone, ms. */
  served: number
  /** How often it was turned away. */
  turnedAway: number
  end: 'answered' | 'given up' | 'error'
}

/** Neighbouring marks are 2 % apart. */
const step = Math.log(1.02)

/** Times in so few numbers that it makes no difference how many there were. */
class Times {
  count = 0
  private readonly marks = new Map<number, number>()

  add(ms: number): void {
    this.count++
    const mark = Math.ceil(Math.log(Math.max(0.1, ms)) / step)
    this.marks.set(mark, (this.marks.get(mark) ?? 0) + 1)
  }

  /** The time below which this share of them lies, ms. */
  below(share: number): number {
    let left = this.count * share
    for (const [mark, count] of [...this.marks].sort(([a], [b]) => a - b)) {
      left -= count
      if (left <= 1e-9) return Math.exp(mark * step)
    }
    return NaN
  }
}

/** The figures of some calls. */
export interface Summary {
  action: string
  calls: number
  p50: number
  p95: number
  p99: number
  /** Of the try that was let in alone. */
  servedP95: number
  turnedAway: number
  givenUp: number
  errors: number
}

/** Notes every call of a stretch of time, in little memory. */
export class Notes {
  /** What went wrong, the first few. */
  readonly complaints: string[] = []
  private readonly kinds = new Map<string, { felt: Times; served: Times; summary: Omit<Summary, 'action'> }>()

  note(outcome: Outcome): void {
    for (const name of [outcome.action, all]) this.noteUnder(name, outcome)
  }

  complain(sentence: string): void {
    if (this.complaints.length < 20) this.complaints.push(sentence)
  }

  /** Of one action, or of all. */
  of(action = all): Summary {
    const kind = this.kind(action)
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => kind.felt.below(share)) as [number, number, number]
    return { action, ...kind.summary, p50, p95, p99, servedP95: kind.served.below(0.95) }
  }

  /** Of all, then of each. */
  summaries(): Summary[] {
    return [...this.kinds.keys()].sort((a, b) => Number(b === all) - Number(a === all)).map((action) => this.of(action))
  }

  private noteUnder(name: string, { felt, served, turnedAway, end }: Outcome): void {
    const kind = this.kind(name)
    kind.summary.calls++
    kind.summary.turnedAway += turnedAway
    if (end === 'given up') kind.summary.givenUp++
    else if (end === 'error') kind.summary.errors++
    else {
      kind.felt.add(felt)
      kind.served.add(served)
    }
  }

  private kind(name: string) {
    const known = this.kinds.get(name)
    if (known) return known
    const summary = { calls: 0, p50: 0, p95: 0, p99: 0, servedP95: 0, turnedAway: 0, givenUp: 0, errors: 0 }
    const made = { felt: new Times(), served: new Times(), summary }
    this.kinds.set(name, made)
    return made
  }
}

const all = 'all'

/** The head of a table of summaries. */
export const headOfSummaries = [
  ...['', 'calls', 'p50 ms', 'p95 ms', 'p99 ms', 'p95 once let in', 'turned away', 'patience used up', 'errors'],
]

/** One line of that table. */
export const rowOf = (name: string, summary: Summary): string[] => [
  name,
  ...[summary.calls, summary.p50, summary.p95, summary.p99, summary.servedP95].map(whole),
  ...[summary.turnedAway, summary.givenUp, summary.errors].map(whole),
]
