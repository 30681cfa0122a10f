// How the check-in page says things about people, and whom it shows.
import type { DayRow } from '@core/contract'
import type { NotTaken, PersonNow } from '@core/domain/day-queue'
import { clockWords } from '@core/domain/times'

/** Checking in, or checking out. */
export type Mode = 'in' | 'out'
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
export const isDone = (person: PersonNow, mode: Mode): boolean =>
  mode === 'in' ? person.inAt !== null : person.outAt !== null && !isAssumed(person)

const isAssumed = ({ row, outAt }: PersonNow) => row.outAssumed && outAt === row.outAt

/** The second line: what is known of her before, when she came and went after. */
export function remarkOf(person: PersonNow, unitName: string): string {
  const { row, inAt, outAt, isPending } = person
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
          unitName,
        ]
  return [...said, isPending && '待上传'].filter(Boolean).join(' · ')
}

/** What the screen reader says of a row: 何玉珍，没有手机，未到. */
export function spokenRow(person: PersonNow, mode: Mode, unitName: string): string {
  const state = mode === 'in' ? (person.inAt === null ? '未到' : '') : isDone(person, mode) ? '' : '还没签退'
  return [nameOf(person), tagOf(person), remarkOf(person, unitName), state].filter(Boolean).join('，')
}

/** How many are expected, and for how many the mode is done; who waits for a seat counts only once she came. */
export function countOf(people: readonly PersonNow[], mode: Mode): { done: number; all: number } {
  const counted = people.filter((person) =>
    mode === 'in' ? person.row.state === 'in' || person.inAt !== null : person.inAt !== null,
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

/** Who is shown; only who came can go. */
export function shown(people: readonly PersonNow[], { mode, which, unit, search }: Sought): PersonNow[] {
  const text = search.trim()
  return people.filter((person) => {
    if (mode === 'out' && person.inAt === null) return false
    if (unit && person.row.unit !== unit) return false
    if (which !== 'all' && isDone(person, mode) !== (which === 'done')) return false
    return text === '' || person.row.name.includes(text) || (/^\d{2,}$/.test(text) && person.row.phone.endsWith(text))
  })
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
