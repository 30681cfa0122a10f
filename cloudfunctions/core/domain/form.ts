import { plainExtras, refuse, type ActivityForm, type Refusal, type UnitForm } from '../contract'

/** The longest an activity can last, ms: what goes on for days is an activity a day. */
export const longest = 24 * 3_600_000

export type FormProblem =
  | 'activity.starts_in_past'
  | 'activity.ends_before_start'
  | 'activity.too_long'
  | 'activity.closes_after_end'
  | 'activity.opens_after_close'
  | 'activity.units_outside'
  | 'activity.draw_after_start'
  | 'activity.draw_or_approval'

/** Why an activity cannot be held as the form says; null when it can. Edits may keep a start that has passed. */
export function formProblem(form: ActivityForm, now: number, keptStart?: number): Refusal<FormProblem> | null {
  if (form.startsAt <= now && form.startsAt !== keptStart) return refuse('activity.starts_in_past')
  if (form.endsAt <= form.startsAt) return refuse('activity.ends_before_start')
  if (form.endsAt - form.startsAt > longest) return refuse('activity.too_long')
  if (form.closesAt > form.endsAt) return refuse('activity.closes_after_end')
  if (form.opensAt >= form.closesAt) return refuse('activity.opens_after_close')
  if (!form.units.every((unit) => isWithin(unit, form))) return refuse('activity.units_outside')
  if (form.approval && form.drawAt !== null) return refuse('activity.draw_or_approval')
  const isDrawnInTime = form.drawAt === null || (form.drawAt >= form.closesAt && form.drawAt < form.startsAt)
  return isDrawnInTime ? null : refuse('activity.draw_after_start')
}

/** Whether a unit's own time lies within the activity's. */
function isWithin(unit: UnitForm, { startsAt, endsAt }: Pick<ActivityForm, 'startsAt' | 'endsAt'>): boolean {
  const from = unit.startsAt ?? startsAt
  const to = unit.endsAt ?? endsAt
  return from >= startsAt && from < to && to <= endsAt
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
  'units',
  'ages',
  'approval',
  'drawAt',
  'perMonth',
  'questions',
  'serves',
  'seesHome',
] as const
/** `unitTimes` stands beside `units` when a post or slot that stays got another name or time. */
export type FormField = (typeof formFields)[number] | 'unitTimes'

type Extras = keyof typeof plainExtras
type Formed = Pick<ActivityForm, Exclude<(typeof formFields)[number], Extras>> & Partial<Pick<ActivityForm, Extras>>

const same = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const left = Object.entries(a)
  return left.length === Object.keys(b).length && left.every(([key, value]) => same(value, Reflect.get(b, key)))
}

/** Which fields differ between two forms; what is missing in one of before is plain. */
export function changedFields(before: Formed, after: Formed): FormField[] {
  const [from, to] = [before, after].map((form) => ({ ...plainExtras, ...form })) as [ActivityForm, ActivityForm]
  const changed: FormField[] = formFields.filter((field) => !same(from[field], to[field]))
  return unitsMoved(from.units, to.units) ? [...changed, 'unitTimes'] : changed
}

const unitsMoved = (before: readonly UnitForm[], after: readonly UnitForm[]) =>
  before.some((unit) => {
    const kept = after.find((each) => each.id === unit.id)
    return kept && (kept.name !== unit.name || kept.startsAt !== unit.startsAt || kept.endsAt !== unit.endsAt)
  })

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
  units: '岗位和时段',
  unitTimes: '岗位和时段',
  ages: '年龄',
  approval: '报名方式',
  drawAt: '抽签时间',
  perMonth: '每月场数',
  questions: '要填的',
  serves: '时长',
  seesHome: '送到家的安排',
}

/** Names changed fields in a person's words: 时间、地点. */
export const changeWords = (changed: readonly FormField[]) =>
  [...new Set(changed.map((field) => fieldWords[field]))].join('、')

/** What concerns only those who have not signed up yet, or nobody but the leader. */
const ofNoConcern: readonly FormField[] = [
  ...(['intro', 'capacity', 'audience', 'opensAt', 'closesAt'] as const),
  ...(['units', 'ages', 'approval', 'perMonth', 'questions', 'serves'] as const),
]

const moves: readonly FormField[] = ['startsAt', 'endsAt', 'place', 'unitTimes']
/** Whether it is at another time or place, which everybody has to know of. */
export const isMoved = (changed: readonly FormField[]) => changed.some((field) => moves.includes(field))

/** What those who come have to know; new words, more seats or a later sign-up deadline do not concern them. */
export const concerning = (changed: readonly FormField[]) => changed.filter((field) => !ofNoConcern.includes(field))
