// A roster to take away: what each of its columns says, in words.
import type { Attendance } from '../contract'
import { guardedBelow } from './ages'
import { hoursOf } from './certificate'

/** Someone on a roster, as she is printed. */
export interface RosterLine {
  number: number
  name: string
  phone: string
  kind: string
  age: string
  unit: string
  broughtBy: string
  state: string
  answers: string[]
  attendance: string
  minutes: number | null
}

/** Where someone on a roster stands; `position` counts from 1 in the waiting list. */
export type Standing = { state: 'in' | 'offered' | 'asked' } | { state: 'waiting'; position: number }

/** 已报上、等她确认、候补第 2 位、等同意 */
export function standingWords(standing: Standing): string {
  if (standing.state === 'waiting') return `候补第 ${standing.position} 位`
  return { in: '已报上', offered: '有座位，等确认', asked: '等同意' }[standing.state]
}

const kinds = { account: '本人', elder: '老人', child: '孩子', care: '受照顾的人', guest: '代登记' } as const
export type PersonKind = keyof typeof kinds

/** How somebody stands to the mini-program: herself, kept by a family, or entered by an organiser. */
export const kindWords = (kind: PersonKind) => kinds[kind]

/** An age group rather than an age: enough to prepare, less than a birthday. */
export function ageWords(age: number | null): string {
  if (age === null) return ''
  if (age < guardedBelow) return `${guardedBelow} 岁以下`
  if (age < 18) return `${guardedBelow}–17 岁`
  return age < 60 ? '18–59 岁' : '60 岁以上'
}

const attendances: Record<Attendance, string> = { came: '来了', late: '迟到', absent: '没来', excused: '请假' }

/** What the leader confirmed; '' before that. */
export const attendanceWords = (attendance: Attendance | undefined) => (attendance ? attendances[attendance] : '')

/** An answer to a question of the activity's own form. */
export function answerWords(answer: string | number | boolean | undefined): string {
  if (answer === undefined) return ''
  return typeof answer === 'boolean' ? (answer ? '同意' : '不同意') : String(answer)
}

interface Column {
  head: string
  width: number
  cell: (line: RosterLine) => string | number
}

/** The columns of a roster as a sheet; the personal one only with `phones`. */
export function rosterColumns(questions: readonly string[], phones: boolean): Column[] {
  return [
    { head: '序号', width: 6, cell: (line) => line.number },
    { head: '称呼', width: 14, cell: (line) => line.name },
    ...(phones ? [{ head: '电话', width: 14, cell: (line: RosterLine) => line.phone }] : []),
    { head: '身份', width: 10, cell: (line) => line.kind },
    { head: '年龄段', width: 12, cell: (line) => line.age },
    { head: '岗位或时段', width: 18, cell: (line) => line.unit },
    { head: '谁帮着报的', width: 14, cell: (line) => line.broughtBy },
    { head: '状态', width: 14, cell: (line) => line.state },
    ...questions.map((label, at) => {
      return { head: label, width: 18, cell: (line: RosterLine) => line.answers[at] ?? '' }
    }),
    { head: '到场', width: 10, cell: (line) => line.attendance },
    { head: '时长（小时）', width: 12, cell: (line) => (line.minutes === null ? '' : Number(hoursOf(line.minutes))) },
  ]
}
