import type { UnitForm } from '@core/contract'
import { clockWords } from '@core/domain/times'

const minuteMs = 60_000
/** Parts that one activity can have. */
export const mostUnits = 40

/** An id that no part of the activity has yet; ids once given stay, since people's seats name them. */
export function newUnitId(units: readonly Pick<UnitForm, 'id'>[]): string {
  const used = new Set(units.map(({ id }) => id))
  let n = units.length + 1
  while (used.has(`u${n}`)) n += 1
  return `u${n}`
}

/** How slots are made in one go: from–to, one every so many minutes, so many seats each. */
export interface SlotPlan {
  from: number
  to: number
  every: number
  seats: number
}

/** How many slots a plan makes; a rest too short for one is left over. */
export const slotsIn = ({ from, to, every }: SlotPlan) =>
  every > 0 ? Math.max(0, Math.floor((to - from) / (every * minuteMs))) : 0

/** Slots of a plan, after the parts that are there already; at most so many that all fit. */
export function slotsOf(plan: SlotPlan, others: readonly UnitForm[]): UnitForm[] {
  const made: UnitForm[] = []
  const many = Math.min(slotsIn(plan), mostUnits - others.length)
  for (let n = 0; n < many; n += 1) {
    const startsAt = plan.from + n * plan.every * minuteMs
    const endsAt = startsAt + plan.every * minuteMs
    made.push({
      id: newUnitId([...others, ...made]),
      kind: 'slot',
      name: `${clockWords(startsAt)}–${clockWords(endsAt)}`,
      capacity: plan.seats,
      startsAt,
      endsAt,
      role: 'guest',
      skills: '',
    })
  }
  return made
}

/** Parts carried along when the activity moves in time. */
export const movedBy = (units: readonly UnitForm[], by: number): UnitForm[] =>
  units.map((unit) => ({ ...unit, ...movedTimes(unit, by) }))

const movedTimes = ({ kind, name, startsAt, endsAt }: UnitForm, by: number) => {
  if (startsAt === null || endsAt === null) return { startsAt, endsAt }
  const isNamedByTime = kind === 'slot' && name === `${clockWords(startsAt)}–${clockWords(endsAt)}`
  const moved = { startsAt: startsAt + by, endsAt: endsAt + by }
  return isNamedByTime ? { ...moved, name: `${clockWords(moved.startsAt)}–${clockWords(moved.endsAt)}` } : moved
}

/** Between a number and its unit, so that they stay in one line. */
const tie = '\u00a0'

/** 3 个岗位、12 个时段，共 40 席; empty when it is not divided. */
export function unitsWords(units: readonly UnitForm[]): string {
  if (units.length === 0) return ''
  const posts = units.filter(({ kind }) => kind === 'post').length
  const slots = units.length - posts
  const parts = [posts > 0 && `${posts}${tie}个岗位`, slots > 0 && `${slots}${tie}个时段`].filter(Boolean).join('、')
  return `${parts}，共${tie}${units.reduce((sum, { capacity }) => sum + capacity, 0)}${tie}席`
}

/** What one part says beside its name: 要 4 人 · 来帮忙 · 会量血压. */
export function unitRemark({ kind, capacity, role, skills, startsAt, endsAt, name }: UnitForm): string {
  const time = startsAt !== null && endsAt !== null ? `${clockWords(startsAt)}–${clockWords(endsAt)}` : ''
  return [
    time !== name && time,
    kind === 'slot' ? `${capacity} 席` : role === 'helper' ? `要 ${capacity} 人帮忙` : `${capacity} 席`,
    skills,
  ]
    .filter(Boolean)
    .join(' · ')
}
