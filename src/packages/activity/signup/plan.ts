// What a tap on the sheet would do for those who are picked, said before the tap.
import type { ActivityPage, Candidate, Unit } from '@core/contract'
import { listed } from '@/parts/our-words'
import { datedMoment, nearMoment } from '@/parts/say-time'
import type { IconName } from '@/ui'
import { inWords, needsGuardian } from '../people/candidates'
import { unitName } from './units'

/** One button of the sheet. `people` are the ids it signs up, in order. */
export interface Way {
  label: string
  doing: string
  together: boolean
  people: string[]
}

export interface Plan {
  head: string
  /** How many seats, or how many wait, for the line below the head. */
  room: string
  notice: { tone: 'plain' | 'warn' | 'info'; icon: IconName; title?: string; words: string } | null
  /** Null while something has to be chosen first; `missing` then says what. */
  primary: Way | null
  missing: string
  second: Way | null
  /** A slot near the chosen one that holds them all at once, offered before the line; null when there is none. */
  instead: { unit: string; label: string } | null
  /** Whether those who are picked would stand in a line and have no seat. */
  isLine: boolean
}

export interface Choice {
  page: ActivityPage
  /** Those who are picked, in order. */
  picked: readonly Candidate[]
  unit: Unit | null
  now: number
}

/** 时段, 岗位, or both where an activity has both. */
export function unitWord(units: readonly Unit[]): string {
  const hasSlots = units.some(({ kind }) => kind === 'slot')
  const hasPosts = units.some(({ kind }) => kind === 'post')
  return hasSlots && hasPosts ? '岗位或时段' : hasSlots ? '时段' : '岗位'
}

/**
 * Seats free at once, null without a limit, and how many wait, in the unit that is chosen or in the whole.
 * The cloud counts a seat that a line waits for as none.
 */
function roomOf({ page, unit }: Choice): { left: number | null; waiting: number; capacity: number | null } {
  const { seatsLeft, waiting, capacity } = unit ?? page
  return { left: seatsLeft === null ? null : Math.max(0, seatsLeft), waiting, capacity }
}

const people = (count: number) => (count === 1 ? '' : `${count} 个人一起`)

/** What the sheet says and offers for a choice. */
export function planOf(choice: Choice): Plan {
  const { page, picked, unit } = choice
  const count = picked.length
  const { left, waiting, capacity } = roomOf(choice)
  const ids = picked.map(({ id }) => id)
  const plain: Plan = {
    head: '谁去？',
    room: roomWords(choice),
    notice: null,
    primary: null,
    missing: '',
    second: null,
    instead: null,
    isLine: false,
  }
  const where = unit ? `「${unit.name}」` : ''
  const head = unit ? '' : '满了，先排个队？'
  if (count === 0)
    return { ...plain, missing: '先选谁去', isLine: left === 0, head: left === 0 && head ? head : '谁去？' }
  if (page.units.length > 0 && !unit) return { ...plain, missing: `先选一个${unitWord(page.units)}` }
  if (page.drawAt !== null || page.approval) return { ...plain, ...askedPlan(choice, page.drawAt) }
  if (left === null || left >= count) {
    return {
      ...plain,
      primary: { label: `${people(count)}报名`, doing: '正在报名…', together: true, people: ids },
      notice: count > 1 ? { tone: 'plain', icon: 'people', words: togetherWords(count) } : null,
    }
  }
  const near = nearestOf(choice)
  const instead = near && {
    unit: near.id,
    label: `换 ${unitName(near)}，${count === 1 ? '现在就有座' : `${count} 个人都有座`}`,
  }
  const isTooLarge = capacity !== null && count > capacity
  const hasChild = picked.some(needsGuardian)
  const isSplit = isTooLarge || left > 0
  // A child goes nowhere alone: apart only with an adult in the part that goes.
  const canPart = !hasChild || (isSplit && left > 0 && !picked.every(needsGuardian))
  const apart = !canPart ? null : isSplit ? splitWay(choice, left) : queueApart(ids)
  const notice = { tone: 'warn', icon: 'hourglass', ...lineWords(choice, waiting) } as const
  if (isTooLarge) {
    return {
      ...plain,
      head: `${where}一共 ${capacity} 席，你们是 ${count} 个人`,
      notice: { ...notice, title: '坐不下一家人', words: tooLargeWords(Boolean(unit)) },
      primary: apart,
      missing: apart ? '' : '这里坐不下，少选几位再报',
      instead,
    }
  }
  return {
    ...plain,
    instead,
    isLine: true,
    head: left > 0 ? `只剩 ${left} 席，你们是 ${count} 个人` : where ? `${where}满了，先排个队？` : '满了，先排个队？',
    notice,
    primary: { label: `${people(count)}候补`, doing: '正在排队…', together: true, people: ids },
    second: count > 1 ? apart : null,
    ...(count === 1 ? { primary: { label: '排队候补', doing: '正在排队候补…', together: true, people: ids } } : {}),
  }
}

function roomWords(choice: Choice): string {
  const { page } = choice
  const { left, waiting, capacity } = roomOf(choice)
  if (page.drawAt !== null) return capacity === null ? '抽签决定' : `${capacity} 席，抽签决定`
  if (left === null) return '不限人数'
  if (left > 0) return `还有 ${left} 席`
  return waiting > 0 ? `前面有 ${waiting} 人在候补` : '满了，您排第一'
}

const togetherWords = (count: number) => `${count} 个人一起报：要么都报上，要么都不占席，不会拆开你们。`

const tooLargeWords = (isUnit: boolean) =>
  isUnit ? '分开报，或者关上这里，几个人分别选不同的。' : '分开报，或者打给队长商量。'

function lineWords({ page, picked, now }: Choice, waiting: number): { title: string; words: string } {
  const start = nearMoment(page.startsAt, now)
  const free = picked.length > 1 ? `有 ${picked.length} 个空位时一起补上你们` : '有人退出，会自动补上您'
  return {
    title: `候补第 ${waiting + 1} 位`,
    words: `${free}，马上告诉您。${start} 开始时还没补上，就不用再等。排着队随时可以退出。`,
  }
}

/** The same people, changed so that no child goes without an adult: nobody picks her up from a seat of her own. */
function withAdult(ordered: readonly Candidate[], left: number): Candidate[] {
  const going = ordered.slice(0, left)
  const adult = ordered.slice(left).find((person) => !needsGuardian(person))
  if (!adult || !going.some(needsGuardian) || going.some((person) => !needsGuardian(person))) return [...ordered]
  const rest = ordered.filter((person) => person !== adult)
  return [...rest.slice(0, left - 1), adult, ...rest.slice(left - 1)]
}

/** The nearest slot of the same kind that holds them all at once; null when there is none. */
function nearestOf({ page, picked, unit, now }: Choice): Unit | null {
  const from = unit?.startsAt
  if (!unit || typeof from !== 'number') return null
  const away = ({ startsAt }: Unit) => Math.abs((startsAt ?? from) - from)
  const fitting = page.units.filter(
    (each) =>
      each.kind === 'slot' &&
      each.role === unit.role &&
      each.id !== unit.id &&
      each.startsAt !== null &&
      each.startsAt > now &&
      each.waiting === 0 &&
      each.seatsLeft >= picked.length,
  )
  return fitting.sort((a, b) => away(a) - away(b))[0] ?? null
}

/** Those others than herself come first where there are too few seats: she signs up for them. */
function splitWay({ picked }: Choice, left: number): Way {
  const ordered = withAdult(
    [...picked.filter(({ kind }) => kind !== 'self'), ...picked.filter(({ kind }) => kind === 'self')],
    left,
  )
  const seated = ordered.slice(0, left)
  const [only] = seated
  if (picked.length === 2 && only && seated.length === 1) {
    const who = only.kind === 'self' ? '我自己' : inWords(only)
    return { label: `只报${who}一个人，现在就有席`, doing: '正在报名…', together: true, people: [only.id] }
  }
  const label =
    left > 0 ? `分开报：${listed(seated.map(inWords))}先有座，其余候补` : `分开报，${picked.length} 个人各排各的`
  return { label, doing: '正在报名…', together: false, people: ordered.map(({ id }) => id) }
}

const queueApart = (ids: string[]): Way => ({
  label: '分开排，谁先有座谁去',
  doing: '正在排队…',
  together: false,
  people: ids,
})

/** The leader's yes, or the lot, decides: nobody has a seat by the tap. */
function askedPlan({ page, picked, now }: Choice, drawAt: number | null): Partial<Plan> {
  const count = picked.length
  const ids = picked.map(({ id }) => id)
  const lot = count > 1 ? `你们 ${count} 个人算一签，要么都抽中，要么都不占席。` : ''
  if (drawAt !== null) {
    return {
      notice: {
        tone: 'info',
        icon: 'list',
        title: `${datedMoment(drawAt, page.startsAt, now)} 抽签`,
        words: `先报后报一样。${lot}抽完马上告诉您，怎么抽的谁都能查。`,
      },
      primary: { label: `${people(count)}进入抽签`, doing: '正在报名…', together: true, people: ids },
      second: count > 1 ? { label: '分开抽，各算一签', doing: '正在报名…', together: false, people: ids } : null,
    }
  }
  return {
    notice: {
      tone: 'info',
      icon: 'hourglass',
      title: '队长同意后才算报上',
      words: `同意以前还没有座位，${page.contact.name}有了回音，马上告诉您。`,
    },
    primary: { label: `${people(count)}报名，等队长同意`, doing: '正在报名…', together: true, people: ids },
  }
}
