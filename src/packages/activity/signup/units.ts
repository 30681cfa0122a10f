// Posts and slots in the words of a neighbour.
import type { ActivityCard, Unit } from '@core/contract'
import { clockWords } from '@core/domain/times'
import { listed, type OurPart } from '@/parts/our-words'

/** 还差 2 位 for those who help, 还有 3 席 for those who come; full ones may be waited for. */
export function leftWords({ role, seatsLeft, waiting }: Unit): string {
  if (seatsLeft > 0 && waiting === 0) return role === 'helper' ? `还差 ${seatsLeft} 位` : `还有 ${seatsLeft} 席`
  return waiting > 0 ? `满了，${waiting} 人候补` : '满了，可候补'
}

/** Whether somebody who takes it now has a seat at once. */
export const isFree = ({ seatsLeft, waiting }: Unit) => seatsLeft > 0 && waiting === 0

type Named = Pick<Unit, 'kind' | 'name' | 'startsAt'>

/** 9:20, or its name where it lasts as long as the activity. */
export const slotHead = ({ startsAt, name }: Named) => (startsAt === null ? name : clockWords(startsAt))

/** A name that says more than the time does, such as 东院. */
export const slotRemark = (unit: Named) =>
  unit.startsAt === null || /^[\d:：–—\-~ 到至点半分上下午]+$/.test(unit.name) ? '' : unit.name

/** The unit as one says it within a sentence: 9:20, 引导登记. */
export function unitName(unit: Named): string {
  if (unit.kind === 'post' || unit.startsAt === null) return unit.name
  return [slotHead(unit), slotRemark(unit)].filter(Boolean).join(' ')
}

type OurUnit = NonNullable<ActivityCard['ourUnits']>[number]

/** 我和婆婆 · 9:30 where they share a unit; 我：包饺子；婆婆：来吃饺子 where they do not. */
export function whoWhere(parts: readonly OurPart[], units: readonly OurUnit[] = []): string {
  const nameOf = ({ mine }: OurPart) => {
    const unit = units.find(({ id }) => id === mine.unit)
    return unit ? unitName(unit) : ''
  }
  const names = [...new Set(parts.map(nameOf))]
  if (names.length < 2) return [listed(parts.map(({ called }) => called)), ...names].filter(Boolean).join(' · ')
  return names
    .map((name) => {
      const who = listed(parts.filter((part) => nameOf(part) === name).map(({ called }) => called))
      return name ? `${who}：${name}` : who
    })
    .join('；')
}

export interface UnitGroup {
  title: string
  remark: string
  posts: Unit[]
  slots: Unit[]
}

/** Helpers and guests apart; a heading only where there are both. Slots that have begun are left out. */
export function unitGroups(units: readonly Unit[], now: number): UnitGroup[] {
  const open = units.filter(({ kind, startsAt }) => kind === 'post' || startsAt === null || startsAt > now)
  const roles = (['guest', 'helper'] as const).filter((role) => open.some((unit) => unit.role === role))
  return roles.map((role) => {
    const mine = open.filter((unit) => unit.role === role)
    return {
      title: roles.length < 2 ? '' : role === 'guest' ? '来参加的' : '来帮忙的',
      remark: role === 'helper' ? '记服务时长' : '',
      posts: mine.filter(({ kind }) => kind === 'post'),
      slots: mine.filter(({ kind }) => kind === 'slot'),
    }
  })
}

/** How much is left in all, in one line for the page: 30 个时段，12 个有空. */
export function slotsWords(slots: readonly Unit[]): string {
  const free = slots.filter(isFree).length
  return free > 0 ? `${slots.length} 个时段，${free} 个有空` : `${slots.length} 个时段都满了，可以候补`
}
