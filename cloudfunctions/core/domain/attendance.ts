// Who was there, and since when. Steps come from several phones in any order; docs/rules-hours.md tells the rules in prose.
import type { Attendance, UnitForm } from '../contract'

const minute = 60_000

/** Check-in opens so long before the start. */
export const opensBefore = 60 * minute
/** More than so long after the start is late. */
export const lateAfter = 10 * minute
/** So long after her part began, whoever was entered by others and is not there is looked for. */
export const missingAfter = 20 * minute
/** So long after the end, whoever was not checked out counts as gone at the planned end. */
export const assumedAfter = 30 * minute
/** So long after the end, codes for going out are still shown. */
export const codesAfter = 120 * minute

/** What was noted of one person: moments in, moments out, and up to when all of it was taken back. */
export interface Noted {
  ins?: readonly number[]
  outs?: readonly number[]
  undone?: number
  /** Moments at which somebody of the team saw her home. */
  homes?: readonly number[]
  outAssumed?: boolean
}

/** A row of the day: what was noted, and the planned time of her own part. */
export interface Planned extends Noted {
  startsAt: number
  endsAt: number
}

const united = (times: readonly number[] | undefined, at: number) =>
  times?.includes(at) ? times : [...(times ?? []), at]

/** Notes one more step. In whatever order steps are noted, and however often each, the same comes out. */
export function withNoted<N extends Noted>(noted: N, kind: 'in' | 'out' | 'undo' | 'home', at: number): N {
  if (kind === 'in') return { ...noted, ins: united(noted.ins, at) }
  if (kind === 'out') return { ...noted, outs: united(noted.outs, at) }
  if (kind === 'home') return { ...noted, homes: united(noted.homes, at) }
  return { ...noted, undone: Math.max(noted.undone ?? 0, at) }
}

/** When she came: the first time in that was not taken back; null when she was not there. */
export function inAtOf({ ins = [], undone = 0 }: Noted): number | null {
  const standing = ins.filter((at) => at > undone)
  return standing.length > 0 ? Math.min(...standing) : null
}

/** When she left: the last time out after she came, the planned end where that is assumed; null while she is there. */
export function outAtOf(row: Noted & Pick<Planned, 'endsAt'>): number | null {
  const inAt = inAtOf(row)
  if (inAt === null) return null
  const after = (row.outs ?? []).filter((at) => at > inAt)
  if (after.length > 0) return Math.max(...after)
  return row.outAssumed ? Math.max(inAt, row.endsAt) : null
}

/** When she was first seen home after she came; null when she was not, or that was taken back. */
export function homeAtOf({ homes = [], ...rest }: Noted): number | null {
  const inAt = inAtOf(rest)
  const after = homes.filter((at) => inAt !== null && at > Math.max(inAt, rest.undone ?? 0))
  return after.length > 0 ? Math.min(...after) : null
}

/** How far somebody is on her way, and since when. */
export interface Way {
  step: 'arrived' | 'left' | 'home'
  at: number
}

/** The last that somebody noted of her way: seen home, gone, there; null before. A going that is assumed is nobody's word. */
export function wayOf(row: Noted): Way | null {
  const inAt = inAtOf(row)
  if (inAt === null) return null
  const homeAt = homeAtOf(row)
  if (homeAt !== null) return { step: 'home', at: homeAt }
  const outAt = outAtOf({ ...row, outAssumed: false, endsAt: 0 })
  return outAt === null ? { step: 'arrived', at: inAt } : { step: 'left', at: outAt }
}

/** Whether others entered her, so that somebody is to look for her when she does not come. */
export const isLookedFor = (personId: string, by: string | undefined): boolean =>
  !personId.startsWith('p') || (by !== undefined && by !== personId)

/** Whether her going is only assumed: she was there, and nobody noted that she left. */
export const isOutAssumed = (row: Noted): boolean => {
  const inAt = inAtOf(row)
  return !!row.outAssumed && inAt !== null && !(row.outs ?? []).some((at) => at > inAt)
}

/** What the leader is offered to confirm: came, late, or absent. */
export function attendanceOf(row: Planned): Attendance {
  const inAt = inAtOf(row)
  if (inAt === null) return 'absent'
  return inAt > row.startsAt + lateAfter ? 'late' : 'came'
}

/**
 * The moment of a step by the cloud's clock. `sentAt` is what the phone's clock showed when it sent the step, `now` what
 * the cloud's shows. A difference of up to a minute is the network's and stays; a larger one is the phone's clock being
 * wrong, and is set right to the whole minute, so that sending again changes nothing. Never before check-in opened.
 */
export function momentOfStep(at: number, { sentAt, now, opensAt }: { sentAt: number; now: number; opensAt: number }) {
  const off = now - sentAt
  const wrong = Math.abs(off) <= minute ? 0 : Math.round(off / minute) * minute
  return Math.max(opensAt, Math.min(at + wrong, now + minute))
}

interface Parts {
  serves?: boolean
  units?: readonly Pick<UnitForm, 'id' | 'role'>[]
}

/** Whether someone in this post or slot helps or is helped; without one, whether the activity serves says so. */
export const roleIn = (activity: Parts, unitId: string | null | undefined): 'helper' | 'guest' =>
  activity.units?.find(({ id }) => id === unitId)?.role ?? (activity.serves ? 'helper' : 'guest')
