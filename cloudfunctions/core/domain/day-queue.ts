// What a leader's phone knows on the day: the rows it fetched last, and the steps it noted since. Nothing here needs
// the network; the cloud merges the steps later by the same rule (attendance.ts).
import type { DayRow, DayStep } from '../contract'
import { homeAtOf, inAtOf, momentOfStep, outAtOf, withNoted, type Noted } from './attendance'

/** A step that waits to be merged. */
export interface NotedStep extends DayStep {
  /** The key of the walk-in it is about while she has no id yet; '' otherwise. */
  of: string
  /** Whether it was sent before: the cloud may have it although no answer came. */
  isSent: boolean
}

/** A step that the cloud did not take, and why. */
export interface NotTaken {
  key: string
  name: string
  why: 'unknown' | 'forged' | 'other' | 'risky' | 'refused'
}

/** Somebody on the day as this phone knows her; times by the cloud's clock. */
export interface PersonNow {
  /** Her id; for a walk-in not merged yet, the key of the step that noted her. */
  id: string
  row: DayRow
  inAt: number | null
  outAt: number | null
  homeAt: number | null
  /** Whether something about her waits to be merged. */
  isPending: boolean
}

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
    homeAt: null,
    outAssumed: false,
    attendance: null,
    planned: 0,
    actual: null,
    confirmed: null,
  }
}

/** Whom a step is about: an id, or the key of the walk-in's first step. */
export const aboutWhom = (step: NotedStep): string => step.personId ?? (step.of || step.key)

/** In and out of one person after the steps noted here; `skew` is what the cloud's clock shows more than the phone's. */
export function presence(
  row: DayRow,
  steps: readonly NotedStep[],
  skew: number,
): Pick<PersonNow, 'inAt' | 'outAt' | 'homeAt'> {
  const known: Noted = {
    ins: row.inAt === null ? [] : [row.inAt],
    outs: row.outAt === null || row.outAssumed ? [] : [row.outAt],
    homes: row.homeAt === null ? [] : [row.homeAt],
  }
  const noted = steps.reduce((before, { kind, at }) => withNoted(before, kind, byCloud(at, skew)), known)
  const inAt = inAtOf(noted)
  const outAt = outAtOf({ ...noted, endsAt: 0 })
  return { inAt, outAt: outAt ?? (inAt !== null && row.outAssumed ? row.outAt : null), homeAt: homeAtOf(noted) }
}

const byCloud = (at: number, skew: number) => momentOfStep(at, { sentAt: at, now: at + skew, opensAt: 0 })

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
    if (!noted) return { id, row, inAt: row.inAt, outAt: row.outAt, homeAt: row.homeAt, isPending: false }
    return { id, row, ...presence(row, noted, skew), isPending: true }
  }
  const onRoster = rows.map((row) => of(row.personId, row))
  const newcomers = [...byPerson].flatMap(([id, [first]]) => (first ? [of(id, rowOf(first))] : []))
  return [...onRoster, ...newcomers.reverse()]
}

/** The moment of a new step about somebody: now, but always later than what this phone noted about her before. */
export function momentOf(steps: readonly NotedStep[], id: string, now: number): number {
  const before = steps.filter((step) => aboutWhom(step) === id).map(({ at }) => at + 1)
  return Math.max(now, ...before)
}

/** What can be sent now, oldest first: a step that follows a walk-in waits until she has an id. */
export function readyToSend(steps: readonly NotedStep[], atMost: number): DayStep[] {
  return steps
    .filter((step) => step.of === '')
    .slice(0, atMost)
    .map(({ of: _of, isSent: _isSent, ...step }) => step)
}

/** What is noted of one more step; a walk-in taken back before she was ever sent leaves nothing behind. */
export function withStep(steps: readonly NotedStep[], step: NotedStep): NotedStep[] {
  const walkIn = steps.find(({ key }) => key === step.of)
  if (step.kind === 'undo' && walkIn && !walkIn.isSent) {
    return steps.filter(({ key, of }) => key !== step.of && of !== step.of)
  }
  return [...steps, step]
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
export function afterMerge(
  rows: readonly DayRow[],
  steps: readonly NotedStep[],
  results: readonly StepResult[],
): Merged {
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
  const nameOf = (step: NotedStep) => step.name || (rows.find((row) => row.personId === step.personId)?.name ?? '')
  const notTaken = steps.flatMap((step) => {
    const why = resultOf.get(step.key)?.outcome
    return !why || why === 'done' || why === 'already' ? [] : [{ key: step.key, name: nameOf(step), why }]
  })
  return { rows: [...replaced, ...fresh.values()], steps: left, notTaken }
}
