// Working days that fall on a weekend, and when nobody works. Source: 《国务院办公厅关于2026年部分节假日安排的通知》
// (国办发明电〔2025〕7号). Days off stand in ./festivals; a year that is not announced yet has its lawful days alone.
import { festivalsBetween } from './festivals'

/** Weekends on which people work, so that a holiday is longer (调休), yyyy-mm-dd. */
export const madeUp: readonly string[] = [
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
]

/** Days on which offices are closed by law or notice, yyyy-mm-dd. */
export const daysOff: ReadonlySet<string> = new Set(
  festivalsBetween('2026-01-01', '2099-12-31').flatMap(({ day, isDayOff }) => (isDayOff ? [day] : [])),
)
