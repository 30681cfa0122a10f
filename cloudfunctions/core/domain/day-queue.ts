// What a leader's phone knows on the day: the rows it fetched last, and the steps it noted since. Nothing here needs
// the network; the cloud merges the steps later by the same rule (attendance.ts).
import type { DayRow, DayStep } from '../contract'

/** A step that waits to be merged. `of` is the key of the walk-in it is about while she has no id yet; '' otherwise. */
export interface NotedStep extends DayStep {
  of: string
}

/** A step that the cloud did not take, and why. */
export interface NotTaken {
  key: string
  name: string
  why: 'unknown' | 'forged' | 'other' | 'refused'
}

/** Somebody on the day as this phone knows her; times by the cloud's clock. */
export interface PersonNow {
  /** Her id; for a walk-in not merged yet, the key of the step that noted her. */
  id: string
  row: DayRow
  inAt: number | null
  outAt: number | null
  /** Whether something about her waits to be merged. */
  isPending: boolean
}

/** Whether an id stands for a walk-in who is on this phone only. */
const isWalkIn = (step: NotedStep) => step.personId === null && step.of === ''

/** What a walk-in looks like before the cloud knows her; a pass of somebody unknown has no name yet. */
function rowOf(step: NotedStep): DayRow {
  return {
    personId: step.personId ?? step.key,
    name: step.name,
    phone: step.phone,
    kind: 'guest',
    age: null,
    broughtBy: '',
    state: 'in',
    unit: step.unit,
    role: 'guest',
    inAt: null,
    outAt: null,
    outAssumed: false,
    attendance: null,
    planned: 0,
    actual: null,
    confirmed: null,
  }
}

/** Whom a step is about: an id, or the key of the walk-in's first step. */
export const aboutWhom = (step: NotedStep): string => step.personId ?? (step.of || step.key)

const least = (times: number[]) => (times.length > 0 ? Math.min(...times) : null)
const most = (times: number[]) => (times.length > 0 ? Math.max(...times) : null)
const known = (time: number | null) => (time === null ? [] : [time])

/** In and out of one person after the steps noted here; `skew` is what the cloud's clock shows more than the phone's. */
export function presence(row: DayRow, steps: readonly NotedStep[], skew: number): Pick<PersonNow, 'inAt' | 'outAt'> {
  const timesOf = (kind: NotedStep['kind']) => steps.filter((step) => step.kind === kind).map(({ at }) => at + skew)
  const undone = most(timesOf('undo')) ?? 0
  const inAt = least([...known(row.inAt), ...timesOf('in')].filter((at) => at > undone))
  if (inAt === null) return { inAt, outAt: null }
  const outAt = most([...known(row.outAssumed ? null : row.outAt), ...timesOf('out')].filter((at) => at > inAt))
  return { inAt, outAt: outAt ?? (row.outAssumed ? row.outAt : null) }
}

/** Everybody: those of the rows in their order, then those whom only this phone knows, the newest first. */
export function peopleNow(rows: readonly DayRow[], steps: readonly NotedStep[], skew: number): PersonNow[] {
  const byPerson = new Map<string, NotedStep[]>()
  for (const step of steps) {
    const id = aboutWhom(step)
    byPerson.set(id, [...(byPerson.get(id) ?? []), step])
  }
  const of = (id: string, row: DayRow): PersonNow => {
    const noted = byPerson.get(id)
    byPerson.delete(id)
    if (!noted) return { id, row, inAt: row.inAt, outAt: row.outAt, isPending: false }
    return { id, row, ...presence(row, noted, skew), isPending: true }
  }
  const onRoster = rows.map((row) => of(row.personId, row))
  const newcomers = [...byPerson].flatMap(([id, [first]]) => (first ? [of(id, rowOf(first))] : []))
  return [...onRoster, ...newcomers.reverse()]
}

/** The moment of a new step about somebody: now, but always later than what this phone noted about her before. */
export function momentOf(steps: readonly NotedStep[], id: string, now: number): number {
  const last = most(steps.filter((step) => aboutWhom(step) === id).map(({ at }) => at))
  return last === null ? now : Math.max(now, last + 1)
}

/** What can be sent now, oldest first: a step that follows a walk-in waits until she has an id. */
export function readyToSend(steps: readonly NotedStep[], atMost: number): DayStep[] {
  return steps
    .filter((step) => step.of === '')
    .slice(0, atMost)
    .map(({ of: _of, ...step }) => step)
}

/** Who came with the walk-in's note alone and was taken back before anything was sent: nothing is left to merge. */
export function withoutWalkIn(steps: readonly NotedStep[], key: string): NotedStep[] {
  return steps.filter((step) => !(step.key === key && isWalkIn(step)) && step.of !== key)
}

export interface Merged {
  rows: DayRow[]
  steps: NotedStep[]
  notTaken: NotTaken[]
}

interface StepResult {
  key: string
  outcome: 'done' | 'already' | NotTaken['why']
  row: DayRow | null
}

/** Puts the cloud's answer in place: merged steps go, rows become true, and who walked in has her id. */
export function afterMerge(rows: readonly DayRow[], steps: readonly NotedStep[], results: readonly StepResult[]): Merged {
  const resultOf = new Map(results.map((result) => [result.key, result]))
  const fresh = new Map<string, DayRow>()
  for (const { row } of results) if (row) fresh.set(row.personId, row)
  const replaced = rows.map((row) => {
    const newer = fresh.get(row.personId)
    fresh.delete(row.personId)
    return newer ?? row
  })
  const left = steps.flatMap((step) => {
    if (resultOf.has(step.key)) return []
    const walkIn = step.of ? resultOf.get(step.of) : undefined
    if (!walkIn) return [step]
    return walkIn.row ? [{ ...step, personId: walkIn.row.personId, of: '' }] : []
  })
  const notTaken = steps.flatMap((step) => {
    const outcome = resultOf.get(step.key)?.outcome
    return !outcome || outcome === 'done' || outcome === 'already' ? [] : [{ key: step.key, name: step.name, why: outcome }]
  })
  return { rows: [...replaced, ...fresh.values()], steps: left, notTaken }
}
