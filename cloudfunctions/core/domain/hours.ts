// How many minutes somebody served. docs/rules-hours.md tells the same rule in prose.
const minute = 60_000

/** Coming early and staying late count up to so long. */
export const grace = 30 * minute
/** Hours are written in quarters. */
export const quarter = 15

/** Minutes to the nearest quarter of an hour; half a quarter counts up. */
export const toQuarter = (ms: number): number => Math.round(ms / minute / quarter) * quarter

/** Minutes an activity is planned to last, in quarters of an hour. */
export const plannedMinutes = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }): number =>
  toQuarter(endsAt - startsAt)

/** The most minutes that one person can confirm: the plan with all of the grace. More is for two, by a correction. */
export const mostMinutes = (times: { startsAt: number; endsAt: number }): number =>
  toQuarter(times.endsAt - times.startsAt + 2 * grace)

/** Minutes served: from the later of coming and half an hour before the start, to the earlier of going and half an hour after the end. */
export function servedMinutes(times: { inAt: number; outAt: number; startsAt: number; endsAt: number }): number {
  const from = Math.max(times.inAt, times.startsAt - grace)
  const to = Math.min(times.outAt, times.endsAt + grace)
  return toQuarter(Math.max(0, to - from))
}

/** Hours in words: 2 小时, 1.5 小时, 45 分钟. */
export function hoursWords(minutes: number): string {
  if (Math.abs(minutes) < 60 && minutes !== 0) return `${minutes} 分钟`
  return `${Math.round((minutes / 60) * 100) / 100} 小时`
}

/** How hours are counted, for those who confirm them and those who get them. */
export const hoursRule = [
  '从签到算到签退。早到最多算半小时，晚走也最多算半小时。',
  '忘了签退的，算到计划结束。按一刻钟取整。',
  '只有志愿者记时长，来参加的邻居不记。',
  '自己的时长，由另一位负责人同意。',
] as const
