// Who could be signed up, in the words of the one who holds the phone.
import { sentence, type ActivityPage, type Candidate, type Dependent, type Me } from '@core/contract'
import { guardedBelow, isGuarded } from '@core/domain/ages'
import { faceOf } from '@/parts/face'
import { partWords } from '@/parts/our-words'
import type { Pickable } from '@/parts/PersonPicker'

/** Those whom she could sign up, herself first. A cloud that does not know her yet names nobody: then it is herself. */
export function candidatesOf(page: ActivityPage, me: Me | undefined): Candidate[] {
  if (page.people.length > 0) return [...page.people.filter(isAble), ...page.people.filter((each) => !isAble(each))]
  const clash = page.clashes[0]?.title ?? ''
  return [{ ...selfOf(me), mine: page.mine, clash }]
}

/** Herself and those she keeps, for a series, where each meeting decides for itself. */
export function familyOf(me: Me | undefined, family: readonly Dependent[], now: number): Candidate[] {
  const kept = family.map(({ id, name, called, kind, age, born }) => {
    return { ...selfOf(me), id, name, called, kind, age, isGuarded: isGuarded(born, now) ?? kind === 'child' }
  })
  return [selfOf(me), ...kept]
}

/** Those who cannot come for a reason of their own stand behind the others. */
const isAble = ({ no }: Candidate) => no === null

const selfOf = (me: Me | undefined): Candidate => ({
  id: me?.id ?? '',
  name: me?.name ?? '',
  called: '我自己',
  kind: 'self',
  age: null,
  mine: null,
  no: null,
  clash: '',
  missed: null,
})

/** Whether she can be picked here and now. */
export const canCome = ({ mine, no }: Candidate) => mine === null && no === null

/** Whether a guardian has to agree. */
export const needsGuardian = ({ kind, age, isGuarded: isKnown }: Candidate) =>
  isKnown ?? (kind !== 'self' && (age === null ? kind === 'child' : age < guardedBelow))

/** 我自己, or what the family calls her. */
export const calledOf = ({ kind, called }: Candidate) => (kind === 'self' ? '我自己' : called)

/** 我 in the middle of a sentence, or what the family calls her. */
export const inWords = ({ kind, called }: Candidate) => (kind === 'self' ? '我' : called)

const remarks: Record<Candidate['kind'], string> = {
  self: '',
  elder: '有消息告诉您',
  child: '由您陪同',
  care: '有消息告诉您',
}

const ageWords = (age: number | null) => (age === null ? '' : `${age} 岁`)

const whoWords = (person: Candidate) => {
  const { name, called, kind, age } = person
  return [name === called ? '' : name, ageWords(age), remarks[kind]].filter(Boolean).join(' · ')
}

const cannotWords: Record<string, string> = {
  'activity.community_only': '不在本社区',
  'activity.members_only': '限队员',
  'activity.age': '年龄不合适',
  'activity.age_unknown': '缺出生年月',
  'activity.month_limit': '这个月满了',
}

/** Where there is a way to become one who can come, it is said; whom to call stands on the page already. */
const hasWay = ['activity.community_only', 'activity.members_only', 'activity.age_unknown']

function noWords({ refused, facts }: NonNullable<Candidate['no']>): string {
  // Her name stands above; the sentence of an age would say it once more.
  const known = Object.entries(facts).filter(([key]) => key !== 'contactPhone' && (key !== 'name' || !isAge(refused)))
  const { why, next } = sentence({ refused, facts: Object.fromEntries(known) })
  return hasWay.includes(refused) ? `${why}。${next}` : why
}
const isAge = (refused: string) => refused === 'activity.age'

/** A candidate as a row to tick: what she is like, or why she cannot come and how she could. */
export function pickableOf(person: Candidate, drawAt: number | null): Pickable {
  const row = {
    id: person.id,
    name: calledOf(person),
    face: faceOf(person.kind === 'self' ? person.name : person.called),
  }
  if (person.mine) return { ...row, say: whoWords(person), cannot: partWords(person.mine, drawAt) }
  if (person.no) return { ...row, say: noWords(person.no), cannot: cannotWords[person.no.refused] ?? '还不能报' }
  const mind = person.clash ? `同一时间已报「${person.clash}」，时间撞了` : undefined
  return { ...row, say: whoWords(person), mind }
}
