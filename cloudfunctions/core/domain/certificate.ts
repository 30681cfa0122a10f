import type { Certificate } from '../contract'
import { calendar, momentOfDay } from './times'

/** A line of a certificate, and the activity it is of. */
export type Line = Certificate['lines'][number] & { activityId: string }

/** Services that one certificate can hold. */
export const mostLines = 200
/** Years that one certificate can span. */
export const mostYears = 10

const isDay = (text: string) => /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(text)

/** The years from one day to another, both yyyy-mm-dd; none when they are no days, out of order, or too far apart. */
export function yearsBetween(from: string, to: string): number[] {
  if (!isDay(from) || !isDay(to) || from > to) return []
  const first = Number(from.slice(0, 4))
  const count = Number(to.slice(0, 4)) - first + 1
  return count > mostYears ? [] : Array.from({ length: count }, (_, n) => first + n)
}

/** What was served between two days, both included: one line an activity, as its entries add up; nothing below zero. */
export function linesOf(entries: readonly Line[], from: string, to: string): Line[] {
  const found = new Map<string, Line>()
  for (const { activityId, day, title, teamName, place, minutes } of entries) {
    if (day < from || day > to) continue
    const before = found.get(activityId)?.minutes ?? 0
    found.set(activityId, { activityId, day, title, teamName, place, minutes: before + minutes })
  }
  return [...found.values()]
    .filter((line) => line.minutes > 0)
    .sort((a, b) => (a.day === b.day ? (a.activityId < b.activityId ? -1 : 1) : a.day < b.day ? -1 : 1))
}

/** How many lines say more than the ledger says now. While there is one, the certificate is revoked. */
export function fallenLines(
  lines: readonly Pick<Line, 'activityId' | 'minutes'>[],
  entries: readonly Pick<Line, 'activityId' | 'minutes'>[],
): number {
  const now = new Map<string, number>()
  for (const { activityId, minutes } of entries) now.set(activityId, (now.get(activityId) ?? 0) + minutes)
  return lines.filter((line) => (now.get(line.activityId) ?? 0) < line.minutes).length
}

/** Why a certificate is revoked, in words; '' while it stands. */
export const revokedWords = (fallen: number) =>
  fallen === 0 ? '' : `其中 ${fallen} 次服务的时长后来更正过，请重新开具`

/** 2026000001 */
export const numberOf = (year: number, count: number) => `${year}${String(count).padStart(6, '0')}`

/** 1.25: hours as a certificate writes them. */
export const hoursOf = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

/** 2026年9月3日, of a day yyyy-mm-dd. */
export function dateWords(day: string): string {
  const { year, month, date } = calendar(momentOfDay(day))
  return `${year}年${month}月${date}日`
}
