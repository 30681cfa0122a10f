// What the leader decides of each person before the day is settled, and how that is said.
import type { Attendance, DayRow } from '@core/contract'
import { lateAfter } from '@core/domain/attendance'
import { grace, hoursWords, quarter } from '@core/domain/hours'
import { clockWords } from '@core/domain/times'

/** Who came and how long, as the leader has it now; minutes of those who help only. */
export interface Decision {
  attendance: Attendance
  minutes: number
}
/** What she changed, by person. */
export type Decisions = Readonly<Record<string, Decision>>

export const attendanceWords: Record<Attendance, string> = {
  came: '来了',
  late: '迟到了',
  excused: '请假了',
  absent: '没来',
}

/** Whether this attendance means that somebody was there. */
export const wasThere = (attendance: Attendance) => attendance === 'came' || attendance === 'late'

/** Minutes to begin with for somebody who was there: by the rule, else as planned; none for those who are helped. */
const minutesOf = ({ role, asked, confirmed, actual, planned }: DayRow) =>
  role === 'helper' ? (asked ?? confirmed ?? actual ?? planned) : 0

/** What is offered to the leader: what was confirmed, else what check-in says. */
export function offered(row: DayRow, startsAt: number): Decision {
  const isLate = row.inAt !== null && row.inAt > startsAt + lateAfter
  const attendance = row.attendance ?? (row.inAt === null ? 'absent' : isLate ? 'late' : 'came')
  return { attendance, minutes: wasThere(attendance) ? minutesOf(row) : 0 }
}

/** The decision after the leader chose another attendance: who was not there has no minutes, who was gets hers back. */
export function withAttendance(row: DayRow, before: Decision, attendance: Attendance): Decision {
  if (!wasThere(attendance)) return { attendance, minutes: 0 }
  return { attendance, minutes: wasThere(before.attendance) ? before.minutes : minutesOf(row) }
}

/** The most minutes there are: what a correction may come to. */
const mostOfDay = 24 * 60

/** The most that one leader can confirm for her: the plan, half an hour before it and half an hour after it. */
export const mostFor = ({ planned }: Pick<DayRow, 'planned'>): number =>
  Math.min(mostOfDay, planned + (2 * grace) / 60_000)

/** A quarter of an hour more or less, never below none or above the most. */
export const moved = (minutes: number, quarters: number, most = mostOfDay): number =>
  Math.max(0, Math.min(most, (Math.round(minutes / quarter) + quarters) * quarter))

/** Minutes of the caller's own that another has not confirmed: they wait for a second person. */
export function ownOf({ row, decision }: Pick<Decided, 'row' | 'decision'>): number {
  const isOwn = row.isMe && row.role === 'helper' && wasThere(decision.attendance)
  return isOwn && decision.minutes > (row.confirmed ?? 0) ? decision.minutes : 0
}

export interface Decided {
  row: DayRow
  decision: Decision
  /** Whether the leader changed what was offered. */
  isChanged: boolean
}

/** Everybody with a seat, or who came without one, with what is decided of her. */
export function decided(
  rows: readonly DayRow[],
  changes: Decisions,
  { startsAt, units }: { startsAt: number; units: readonly { id: string; startsAt?: number | null }[] },
): Decided[] {
  const startOf = (row: DayRow) => units.find(({ id }) => id === row.unit)?.startsAt ?? startsAt
  return rows
    .filter((row) => row.state === 'in' || row.state === 'offered' || row.inAt !== null)
    .map((row) => {
      const change = changes[row.personId]
      return { row, decision: change ?? offered(row, startOf(row)), isChanged: change !== undefined }
    })
}

export interface Sum {
  came: number
  late: number
  absent: number
  helpers: number
  minutes: number
  /** Minutes of the caller's own, which wait for a second person; in `minutes` too. */
  own: number
}

/** What goes into the ledger all together. */
export function sumOf(all: readonly Decided[]): Sum {
  const there = all.filter(({ decision }) => wasThere(decision.attendance))
  const helpers = there.filter(({ row }) => row.role === 'helper')
  return {
    came: there.length,
    late: there.filter(({ decision }) => decision.attendance === 'late').length,
    absent: all.length - there.length,
    helpers: helpers.length,
    minutes: helpers.reduce((sum, { decision }) => sum + decision.minutes, 0),
    own: all.reduce((sum, each) => sum + ownOf(each), 0),
  }
}

/** 12 位来了，其中 5 位志愿者，一共 11 小时. */
export function sumWords({ came, helpers, minutes }: Sum): string {
  const helped = helpers > 0 ? `，其中 ${helpers} 位志愿者，一共 ${hoursWords(minutes)}` : ''
  return `${came} 位来了${helped}`
}

/** What check-in knows of her: 8:55 到 · 11:10 走, 8:55 到 · 没签退, or that she was not checked in. */
export function timesWords({ inAt, outAt, outAssumed }: DayRow): string {
  if (inAt === null) return '没有签到'
  const out = outAt === null || outAssumed ? '没签退' : `${clockWords(outAt)} 走`
  return `${clockWords(inAt)} 到 · ${out}`
}
