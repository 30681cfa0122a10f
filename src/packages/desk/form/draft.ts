import { plainExtras, type ActivityForm, type UnitForm } from '@core/contract'
import { atHour, calendar, dayOf, hourOf, momentOfDay, startOfDay } from '@core/domain/times'
import type { ActivityTemplate } from '@core/services'
import { movedBy, newUnitId, slotsOf } from './units'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Days that neighbours should have between hearing of it and its start. */
const notice = 2

/** Who publishes: the team and whom people may call. */
export interface Publisher {
  teamId: string
  contact: { name: string; phone: string }
}

/** A place still to be chosen. */
export const nowhere: ActivityForm['place'] = { id: null, name: '', address: '', latitude: null, longitude: null }

/** Sign-up that opens at once is open since this morning: a neighbour's slow clock must not keep her out. */
const atOnce = startOfDay

/** A form filled in from a template, for the coming Saturday; only the place may be left open. */
export function fromTemplate(
  template: ActivityTemplate,
  publisher: Publisher,
  place: ActivityForm['place'],
  now: number,
): ActivityForm {
  const saturday = Array.from({ length: 7 }, (_, n) => startOfDay(now) + (notice + n) * dayMs).find(
    (day) => calendar(day).weekday === '周六',
  )
  const startsAt = atHour(saturday ?? now + notice * dayMs, template.startHour)
  const endsAt = startsAt + template.minutes * minuteMs
  return {
    teamId: publisher.teamId,
    template: template.id,
    title: template.title,
    intro: template.intro,
    place,
    startsAt,
    endsAt,
    opensAt: atOnce(now),
    closesAt: startsAt,
    cancelBy: startsAt - template.cancelHours * 60 * minuteMs,
    capacity: template.capacity,
    audience: template.audience,
    bring: [...template.bring],
    contact: { ...publisher.contact },
    ...plainExtras,
    units: unitsOf(template, startsAt, endsAt),
    ages: template.ages ?? plainExtras.ages,
    approval: template.approval ?? false,
    perMonth: template.perMonth ?? null,
    questions: (template.questions ?? []).map((question) => ({ ...question, options: [...question.options] })),
    serves: template.serves ?? false,
  }
}

/** The posts and slots a template brings along, for the time of the activity. */
function unitsOf({ posts = [], slots }: ActivityTemplate, startsAt: number, endsAt: number): UnitForm[] {
  const units: UnitForm[] = []
  for (const post of posts) {
    units.push({ ...post, id: newUnitId(units), kind: 'post', startsAt: null, endsAt: null })
  }
  return slots ? [...units, ...slotsOf({ from: startsAt, to: endsAt, ...slots }, units)] : units
}

/** Last time's form for the next same weekday and time of day; sign-up opens at once. */
export function fromLastTime(last: ActivityForm, id: string, now: number): ActivityForm {
  const weeks = Math.max(1, Math.ceil((now + notice * dayMs - last.startsAt) / (7 * dayMs)))
  const moved = startingAt(last, last.startsAt + weeks * 7 * dayMs)
  return { ...moved, template: last.template || id, opensAt: atOnce(now) }
}

/** The form with another start; end, deadlines, parts and draw keep their distance from it. */
export function startingAt(form: ActivityForm, startsAt: number): ActivityForm {
  const by = startsAt - form.startsAt
  return {
    ...form,
    startsAt,
    endsAt: form.endsAt + by,
    closesAt: form.closesAt + by,
    cancelBy: form.cancelBy + by,
    units: movedBy(form.units, by),
    drawAt: form.drawAt === null ? null : form.drawAt + by,
  }
}

/** The time of day of a moment as hh:mm, as the phone's picker takes it. */
export function timeOf(at: number): string {
  const { hour, minute } = calendar(at)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The moment of a day (yyyy-mm-dd) and a time (hh:mm). */
export function momentOf(day: string, time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return momentOfDay(day) + (Number(hours) * 60 + Number(minutes)) * minuteMs
}

/** Another day, at the same time of day. */
export const onDay = (form: ActivityForm, day: string) => startingAt(form, momentOf(day, timeOf(form.startsAt)))

/** Another time of day; the length stays. */
export const beginningAt = (form: ActivityForm, time: string) => startingAt(form, momentOf(dayOf(form.startsAt), time))

/** Another end on the day of the start. */
export const endingAt = (form: ActivityForm, time: string): ActivityForm => ({
  ...form,
  endsAt: momentOf(dayOf(form.startsAt), time),
})

/** Usual deadlines, counted back from the start. */
export const deadlines: readonly { id: string; words: string; at: (startsAt: number) => number }[] = [
  { id: 'start', words: '开始前都可以', at: (startsAt) => startsAt },
  { id: 'hours', words: '开始前 2 小时', at: (startsAt) => startsAt - 120 * minuteMs },
  { id: 'eve', words: '前一天 18:00 前', at: (startsAt) => atHour(startsAt - dayMs, 18) },
  { id: 'days', words: '前两天 18:00 前', at: (startsAt) => atHour(startsAt - 2 * dayMs, 18) },
]

/** The usual deadline that a moment is, if it is one. */
export const deadlineOf = (startsAt: number, at: number) => deadlines.find((each) => each.at(startsAt) === at)

/** A deadline in words: a usual one by its name, another by how long before the start. */
export function deadlineWords(startsAt: number, at: number): string {
  const usual = deadlineOf(startsAt, at)
  if (usual) return usual.words
  const hours = (startsAt - at) / (60 * minuteMs)
  if (hours > 0 && hours < 24 && Number.isInteger(hours)) return `开始前 ${hours} 小时`
  const { month, date } = calendar(at)
  return `${month} 月 ${date} 日 ${Math.floor(hourOf(at))}:${timeOf(at).slice(3)} 前`
}
