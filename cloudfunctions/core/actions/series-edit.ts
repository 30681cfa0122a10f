import { createSeries, editSeries, endSeries, refuse, type ActivityForm, type SeriesRule } from '../contract'
import { changedFields, formProblem } from '../domain/form'
import { daysOf, daysProblem, meetingForm, type Plan } from '../domain/series'
import { dayOf, startOfDay } from '../domain/times'
import { pause } from '../ports/chance'
import type { ActivityDoc, SeriesCounts, SeriesDoc, TeamDoc } from '../ports/documents'
import { filledIn, wordsIn } from './activity-form'
import { note } from './audit'
import { checkWords } from './checking'
import { unitTaken } from './desk-edit'
import { forSeriesDesk, forTeamDesk, type KnownWorld } from './kernel'
import { finishBefore, finishSeries, promiseSeries } from './series-tasks'
import { isEnded, meetingsFrom, planFor } from './series-work'

const nothing: SeriesCounts = { changed: 0, added: 0, calledOff: 0, kept: 0 }
const dayLong = 24 * 3_600_000

export const makeSeries = forTeamDesk(createSeries, async ({ key, form, rule }, world, team) => {
  const { store, ids, now } = world
  const _id = ids.series(world.id, key)
  const known = await store.read('series', _id)
  if (known && known.teamId !== team._id) return refuse('access.gone')
  const days = daysOf(rule)
  if (!known) {
    const no = await problemOf(world, form, days, days[0])
    if (no) return no
  }
  const task = await promiseSeries(world, _id, known?.revision ?? 1)
  const first = meetingForm(form, days[0] ?? rule.from)
  const series: SeriesDoc = {
    _id,
    teamId: team._id,
    communityId: team.communityId,
    title: form.title,
    rule,
    form: first,
    meetings: days.length,
    regulars: [],
    revision: 1,
    last: { from: first.startsAt, reason: '', isEnd: false, counts: { ...nothing, added: days.length } },
    createdBy: world.id,
    createdAt: now,
  }
  if (!known) await store.add('series', series)
  await note(world, 'series.create', _id, 'once')
  await finishSeries(world, task)
  return { id: _id, meetings: (known ?? series).meetings }
})

/** Why a series cannot be held so; `first` is the first day that is still to come. Its words are checked once. */
async function problemOf(world: KnownWorld, form: ActivityForm, days: readonly string[], first: string | undefined) {
  const no = daysProblem(days) ?? (first === undefined ? refuse('series.no_meeting') : null)
  if (no || first === undefined) return no
  return formProblem(meetingForm(form, first), world.now) ?? (await checkWords(world, wordsIn(form)))
}

/** The same whatever day the form is of. */
function isSame(series: SeriesDoc, form: ActivityForm, rule: SeriesRule, team: TeamDoc): boolean {
  const day = dayOf(series.form.startsAt)
  const changed = changedFields(filledIn(series.form, team), filledIn(meetingForm(form, day), team))
  return changed.length === 0 && JSON.stringify(daysOf(series.rule)) === JSON.stringify(daysOf(rule))
}

export const changeSeries = forSeriesDesk(editSeries, async (input, world, { series, team }) => {
  const { id, revision, from, form, rule } = input
  if (form.teamId !== team._id) return refuse('access.denied')
  const isMade = (now: SeriesDoc | null) =>
    now?.revision === revision + 1 && now.last?.from === from && isSame(now, form, rule, team)
  if (!isMade(series)) {
    if (series.revision !== revision) return refuse('activity.changed_meanwhile')
    const days = daysOf(rule)
    const coming = days.find((day) => day >= dayOf(from) && meetingForm(form, day).startsAt > world.now)
    const no = await problemOf(world, form, days, coming)
    if (no) return no
    await finishBefore(world, series)
    const next = { rule, form: meetingForm(form, coming ?? rule.from) }
    const meetings = await meetingsFrom(world, id, from)
    const plan = planFor(world, meetings, next, from)
    const following = meetings.filter((meeting) => plan.follow.some((each) => each.id === meeting._id))
    const taken = following.map((meeting) => unitTaken(meeting, form.units)).find(Boolean)
    if (taken) return taken
    const counts = countsOf(meetings, plan, next.form, team)
    await promiseSeries(world, id, revision + 1)
    const last = { from, reason: '这个系列重新排了时间', isEnd: false, counts }
    const isTurned = await turn(world, series, { ...next, title: form.title, meetings: days.length, last })
    // A second tap at the same moment may have made this very change.
    if (!isTurned && !isMade(await world.store.read('series', id))) return refuse('activity.changed_meanwhile')
  }
  return carryOut(world, id, revision + 1, 'series.edit')
})

/** The one write that makes a change of a series: its next revision, only from the one that was looked at. */
function turn({ store }: KnownWorld, { _id, revision }: SeriesDoc, next: Partial<SeriesDoc>): Promise<number> {
  const { rule, form, last, ...rest } = next
  const { is } = store
  return store.change(
    'series',
    { _id, revision },
    {
      ...rest,
      ...(form && { form: is.set(form) }),
      ...(rule && { rule: is.set(rule) }),
      last: is.set(last),
      revision: revision + 1,
    },
  )
}

async function carryOut(world: KnownWorld, id: string, revision: number, action: string): Promise<SeriesCounts> {
  await note(world, action, id, revision)
  const task = await world.store.read('tasks', `${id}_series_${revision}`)
  if (task) await finishSeries(world, task)
  const series = await world.store.read('series', id, ['last'])
  return series?.last?.counts ?? nothing
}

/** How many meetings the change concerns, as they are now. */
function countsOf(meetings: readonly ActivityDoc[], plan: Plan, form: ActivityForm, team: TeamDoc): SeriesCounts {
  const docs = new Map(meetings.map((doc) => [doc._id, doc]))
  const changed = plan.follow.filter(({ id, day }) => {
    const doc = docs.get(id) as ActivityDoc
    return changedFields(doc, filledIn(meetingForm(form, day), team)).length > 0
  })
  const kept = plan.keep.filter(({ id }) => docs.get(id)?.state !== 'cancelled')
  return { changed: changed.length, added: plan.add.length, calledOff: plan.callOff.length, kept: kept.length }
}

/** Somebody may change it at the same moment as often as this. */
const mostAttempts = 12

export const stopSeries = forSeriesDesk(endSeries, async ({ id, from, reason }, world, { series }) => {
  let now: SeriesDoc | null = series
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const isRepeated = now.last?.isEnd && now.last.from === from && now.last.reason === reason
    if (isRepeated) return ended(world, id, now.revision)
    const no = attempt === 0 ? await checkWords(world, [reason]) : null
    if (no) return no
    await finishBefore(world, now)
    const meetings = await meetingsFrom(world, id, from)
    const calledOff = meetings.filter((meeting) => isEnded(world, meeting, from)).length
    const rule = { ...now.rule, to: earlier(now.rule.to, dayOf(startOfDay(from) - dayLong)) }
    await promiseSeries(world, id, now.revision + 1)
    const end = { from, reason, isEnd: true, counts: { ...nothing, calledOff } }
    if (await turn(world, now, { rule, last: end })) return ended(world, id, now.revision + 1)
    // Somebody changed it at the same moment: it is ended as it is by then.
    await pause(attempt)
    now = await world.store.read('series', id)
    if (!now) return refuse('access.gone')
  }
  throw new Error('the series kept changing')
})

async function ended(world: KnownWorld, id: string, revision: number) {
  const { calledOff } = await carryOut(world, id, revision, 'series.end')
  return { calledOff }
}

const earlier = (a: string, b: string) => (a < b ? a : b)
