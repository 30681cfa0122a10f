import { ActivityForm, sentence } from '@core/contract'
import { formProblem } from '@core/domain/form'
import * as v from 'valibot'

/** The parts of the page that a sentence of what is wrong can stand at. */
export type FormPart =
  | 'day'
  | 'time'
  | 'weekly'
  | 'words'
  | 'place'
  | 'seats'
  | 'units'
  | 'audience'
  | 'way'
  | 'questions'
  | 'closes'
  | 'cancel'
  | 'bring'
  | 'contact'
export type Wrong = Partial<Record<FormPart, string>>

const partOfField: Record<string, FormPart> = {
  title: 'words',
  intro: 'words',
  place: 'place',
  startsAt: 'day',
  endsAt: 'time',
  closesAt: 'closes',
  cancelBy: 'cancel',
  capacity: 'seats',
  units: 'units',
  ages: 'audience',
  perMonth: 'audience',
  drawAt: 'way',
  opensAt: 'way',
  questions: 'questions',
  bring: 'bring',
  contact: 'contact',
}

const sayMissing: Record<FormPart, string> = {
  day: '选一个日子',
  time: '选开始和结束的时间',
  weekly: '选好星期和到哪一天为止',
  words: '起个名字，40 个字以内；介绍 600 字以内',
  place: '说说在哪里，30 个字以内',
  seats: '席位是 1 到 5000 之间的数，或者不限',
  units: '每个岗位、时段要有名字和 1 到 500 的人数，最多 40 个',
  audience: '年龄是 0 到 120 之间的数',
  way: '选开始报名和抽签的时间',
  questions: '最多问 6 样，每样 40 个字以内',
  closes: '选报名截止的时间',
  cancel: '选取消截止的时间',
  bring: '最多 8 样，每样 40 个字以内',
  contact: '留一个称呼和能打通的电话',
}

const partOfRefusal: Record<string, FormPart> = {
  'activity.starts_in_past': 'day',
  'activity.ends_before_start': 'time',
  'activity.too_long': 'time',
  'activity.closes_after_end': 'closes',
  'activity.opens_after_close': 'closes',
  'activity.units_outside': 'units',
  'activity.unit_taken_by_people': 'units',
  'activity.draw_after_start': 'way',
  'activity.draw_or_approval': 'way',
  'series.no_meeting': 'weekly',
  'series.too_many': 'weekly',
  'content.risky': 'words',
}

/** A refusal as a sentence at the part of the page where it is put right; nothing when it belongs to no part. */
export function wrongOf(refusal: { refused: string; facts: Readonly<Record<string, string | number>> }): Wrong {
  const part = partOfRefusal[refusal.refused]
  if (!part) return {}
  const { why, next } = sentence(refusal)
  return { [part]: `${why}，${next}` }
}

/** What of the form the cloud would not take, said where it is put right. `keptStart` may lie in the past. */
export function check(form: ActivityForm, now: number, keptStart?: number): Wrong {
  const wrong: Wrong = {}
  for (const issue of v.safeParse(ActivityForm, form).issues ?? []) {
    const part = partOfField[String(issue.path?.[0]?.key)]
    if (part) wrong[part] = sayMissing[part]
  }
  const problem = formProblem(form, now, keptStart)
  return problem ? { ...wrongOf(problem), ...wrong } : wrong
}
