// How the check-in page says things about people, and whom it shows.
import type { DayRow } from '@core/contract'
import { missingAfter } from '@core/domain/attendance'
import type { NotTaken, PersonNow } from '@core/domain/day-queue'
import { clockWords } from '@core/domain/times'

/** Checking in, checking out, or seeing home. */
export type Mode = 'in' | 'out' | 'home'
/** Which people are shown. */
export type Which = 'all' | 'notYet' | 'done'

const kindTags: Record<DayRow['kind'], string> = {
  account: '',
  elder: '没有手机',
  child: '孩子',
  care: '要照看',
  guest: '代登记',
}

/** What a leader should know of a person at a glance; empty for most. */
export function tagOf({ row }: PersonNow): string {
  if (row.state === 'waiting') return '候补'
  if (row.state === 'offered') return '候补，等回话'
  if (row.state === 'asked') return '还没定'
  return kindTags[row.kind]
}

/** Her name; who was scanned without being on this phone's roster has none yet. */
export const nameOf = ({ row }: PersonNow): string => row.name || (row.state === 'in' ? '刚扫码的一位' : '没写称呼')

/** Whether this mode is done for her. */
export function isDone(person: PersonNow, mode: Mode): boolean {
  if (mode === 'home') return person.homeAt !== null
  return mode === 'in' ? person.inAt !== null : person.outAt !== null && !isAssumed(person)
}

const isAssumed = ({ row, outAt }: PersonNow) => row.outAssumed && outAt === row.outAt

/** Only who came can go; who helps goes home by herself, unless her family keeps her. */
function isConcerned({ row, inAt, outAt }: PersonNow, mode: Mode): boolean {
  if (mode === 'home') return outAt !== null && (row.role === 'guest' || row.kind !== 'account')
  return mode === 'in' || inAt !== null
}

/** Whether her family hears how far she is. */
export const isKept = ({ row }: PersonNow): boolean => ['elder', 'child', 'care'].includes(row.kind)

/** The second line: what is known of her before, when she came and went after. */
export function remarkOf(person: PersonNow, unitName: string): string {
  const { row, inAt, outAt, homeAt, isPending } = person
  const said =
    inAt === null
      ? [
          row.age === null ? '' : `${row.age} 岁`,
          row.broughtBy && row.kind !== 'guest' && `${row.broughtBy}代报`,
          row.phoneOf && row.phoneOf !== row.broughtBy && `电话是${row.phoneOf}的`,
          unitName,
        ]
      : [
          `${clockWords(inAt)} 到`,
          outAt !== null && (isAssumed(person) ? '没签退' : `${clockWords(outAt)} 走`),
          homeAt !== null && `${clockWords(homeAt)} 送到家`,
          unitName,
        ]
  return [...said, isPending && '待上传'].filter(Boolean).join(' · ')
}

/** What the screen reader says of a row: 何玉珍，没有手机，未到. */
export function spokenRow(person: PersonNow, mode: Mode, unitName: string): string {
  const state = isDone(person, mode) ? '' : { in: '未到', out: '还没签退', home: '还没送到家' }[mode]
  return [nameOf(person), tagOf(person), remarkOf(person, unitName), state].filter(Boolean).join('，')
}

/** How many are expected, and for how many the mode is done; who waits for a seat counts only once she came. */
export function countOf(people: readonly PersonNow[], mode: Mode): { done: number; all: number } {
  const counted = people.filter((person) =>
    mode === 'in' ? person.row.state === 'in' || person.inAt !== null : isConcerned(person, mode),
  )
  return { all: counted.length, done: counted.filter((person) => isDone(person, mode)).length }
}

export interface Sought {
  mode: Mode
  which: Which
  /** The post or slot; '' for all. */
  unit: string
  /** A piece of the name, or two or more of the last digits of the number. */
  search: string
}

/** Who is shown: those whom the mode concerns. */
export function shown(people: readonly PersonNow[], { mode, which, unit, search }: Sought): PersonNow[] {
  const text = search.trim()
  return people.filter((person) => {
    if (!isConcerned(person, mode)) return false
    if (unit && person.row.unit !== unit) return false
    if (which !== 'all' && isDone(person, mode) !== (which === 'done')) return false
    return text === '' || person.row.name.includes(text) || (/^\d{2,}$/.test(text) && person.row.phone.endsWith(text))
  })
}

/** When everybody's part begins: that of her post or slot, else the activity's. */
export interface Starts {
  startsAt: number
  units: readonly { id: string; startsAt: number | null }[]
}

const wasEntered = ({ row }: PersonNow) => row.kind !== 'account' || row.broughtBy !== ''

/** Who should have been there for 20 minutes and is not, those first whom others signed up; and everybody else. */
export function late(people: readonly PersonNow[], { startsAt, units }: Starts, now: number) {
  const begins = (unit: string | null) => units.find(({ id }) => id === unit)?.startsAt ?? startsAt
  const isLate = ({ row, inAt }: PersonNow) =>
    inAt === null && row.state === 'in' && now >= begins(row.unit) + missingAfter
  const missing = people.filter(isLate)
  const [entered, others] = [missing.filter(wasEntered), missing.filter((person) => !wasEntered(person))]
  return { missing: [...entered, ...others], rest: people.filter((person) => !isLate(person)) }
}

/** What became of a step that the cloud did not take. */
export function notTakenWords({ name, why }: NotTaken): string {
  const who = name || '有一位'
  switch (why) {
    case 'unknown':
      return `${who}不在这场的名单里，请用「没报名的」记上`
    case 'forged':
      return `${who}出示的码不是我们发的，请按名字点`
    case 'other':
      return `${who}出示的是别场活动的码，请按名字点`
    case 'risky':
      return `「${who}」这个称呼没有通过内容检查，换个写法再记一次`
    case 'refused':
      return `${who}的这一条没有记上，请再点一次`
  }
}
