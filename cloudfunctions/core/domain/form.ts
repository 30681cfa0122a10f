import { refuse, type ActivityForm, type Refusal } from '../contract'

/** The longest an activity can last, ms: what goes on for days is an activity a day. */
export const longest = 24 * 3_600_000

export type FormProblem =
  | 'activity.starts_in_past'
  | 'activity.ends_before_start'
  | 'activity.too_long'
  | 'activity.closes_after_end'
  | 'activity.opens_after_close'

/** Why an activity cannot be held as the form says; null when it can. Edits may keep a start that has passed. */
export function formProblem(form: ActivityForm, now: number, keptStart?: number): Refusal<FormProblem> | null {
  if (form.startsAt <= now && form.startsAt !== keptStart) return refuse('activity.starts_in_past')
  if (form.endsAt <= form.startsAt) return refuse('activity.ends_before_start')
  if (form.endsAt - form.startsAt > longest) return refuse('activity.too_long')
  if (form.closesAt > form.endsAt) return refuse('activity.closes_after_end')
  return form.opensAt >= form.closesAt ? refuse('activity.opens_after_close') : null
}

/** What of an activity a form can change, in the order in which people are told. */
export const formFields = [
  'startsAt',
  'endsAt',
  'place',
  'title',
  'intro',
  'bring',
  'capacity',
  'audience',
  'opensAt',
  'closesAt',
  'cancelBy',
  'contact',
] as const
export type FormField = (typeof formFields)[number]

type Formed = Pick<ActivityForm, FormField>

const same = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const left = Object.entries(a)
  return left.length === Object.keys(b).length && left.every(([key, value]) => same(value, Reflect.get(b, key)))
}

/** Which fields differ between two forms. */
export const changedFields = (before: Formed, after: Formed): FormField[] =>
  formFields.filter((field) => !same(before[field], after[field]))

const fieldWords: Record<FormField, string> = {
  startsAt: '时间',
  endsAt: '时间',
  place: '地点',
  title: '名称',
  intro: '介绍',
  bring: '要带的东西',
  capacity: '名额',
  audience: '谁能来',
  opensAt: '报名时间',
  closesAt: '报名时间',
  cancelBy: '取消截止',
  contact: '联系人',
}

/** Names changed fields in a person's words: 时间、地点. */
export const changeWords = (changed: readonly FormField[]) =>
  [...new Set(changed.map((field) => fieldWords[field]))].join('、')

/** What those who come have to know; new words, more seats or a later sign-up deadline do not concern them. */
export const concerning = (changed: readonly FormField[]) =>
  changed.filter((field) => !['intro', 'bring', 'capacity', 'audience', 'opensAt', 'closesAt'].includes(field))
