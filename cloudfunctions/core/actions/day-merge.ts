// Merging what leaders' phones noted. Every step only adds a moment to a row, so that any order and any repetition of
// steps, from any number of phones, comes to the same.
import { isRefusal, mergeDay, refuse, type DayRow, type DayStep } from '../contract'
import { assumedAfter, inAtOf, isLookedFor, momentOfStep, opensBefore } from '../domain/attendance'
import { momentWords } from '../domain/times'
import { timesOf, unitOf } from '../domain/units'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { dayRowsOf, signupsOf, type DaySignup } from './day-rows'
import { letIn } from './day-seats'
import { promiseWay, tellWay } from './day-way'
import { whoIsMeant, type Meant } from './day-who'
import { forActivityDesk } from './kernel'
import type { World } from './world'

export const mergeSteps = forActivityDesk(mergeDay, async ({ id, sentAt, steps }, world, { activity, team }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  if (activity.state === 'cancelled') return refuse('activity.called_off', { reason: activity.reason })
  const { now } = world
  const opensAt = activity.startsAt - opensBefore
  if (now < opensAt) return refuse('day.too_early', { opens: momentWords(opensAt, now) })
  const known = await whoIsMeant(world, activity, team, steps)
  if (isRefusal(known)) return known
  const heard = steps.map((step) => heardOf(step, known, momentOfStep(step.at, { sentAt, now, opensAt })))
  const everyone = [...new Set(heard.flatMap(({ personId }) => personId ?? []))]
  if (activity.settledAt) {
    const rows = await signupsOf(world, id, everyone)
    if (heard.some((each) => each.step.kind !== 'home' && !isThere(each, rows))) return refuse('day.settled')
  }
  const byPerson = new Map<string, Heard[]>()
  for (const each of heard) {
    if (each.personId === null || !isNoted(activity, each.step)) continue
    byPerson.set(each.personId, [...(byPerson.get(each.personId) ?? []), each])
  }
  const people = [...byPerson.keys()]
  const task = await promiseWay(world, id, people)
  const seated = new Set(activity.holders)
  const comers = people.filter(
    (each) => !seated.has(each) && byPerson.get(each)?.some(({ step }) => step.kind === 'in'),
  )
  const units = new Map<string, string>()
  const seatOne = async (each: string) =>
    units.set(each, await letIn(world, activity, each, chosenUnit(activity, byPerson.get(each) ?? [])))
  await Promise.all(comers.map(seatOne))
  await Promise.all(
    people.map((each) => noteOn(world, activity, each, byPerson.get(each) ?? [], units.get(each) ?? null)),
  )
  const rows = await signupsOf(world, id, everyone)
  await Promise.all(people.map((each) => makeSure(world, activity, each, byPerson.get(each) ?? [], rows)))
  const noted = people.flatMap((each) => rows.get(each) ?? [])
  await tellWay(world, activity, noted, task)
  const after = { ...activity, holders: [...activity.holders, ...comers] }
  return { results: await resultsOf(world, after, heard, rows), now }
})

/** Whether a step is for this day: being seen home where that was promised, also after who came was confirmed. */
const isNoted = ({ seesHome, settledAt }: ActivityDoc, { kind }: DayStep) => (kind === 'home' ? !!seesHome : !settledAt)

/** A step, whom it is about as the cloud knows her, and when it was by the cloud's clock. */
interface Heard {
  step: DayStep
  at: number
  personId: string | null
  wrong: 'unknown' | 'forged' | 'other' | 'risky' | null
}

function heardOf(step: DayStep, known: ReadonlyMap<string, Meant>, at: number): Heard {
  const meant = known.get(step.key) ?? { wrong: 'unknown' as const }
  return 'wrong' in meant ? { step, at, personId: null, wrong: meant.wrong } : { step, at, wrong: null, ...meant }
}

/** Whether a row holds this step already. */
function isThere({ step, at, personId, wrong }: Heard, rows: ReadonlyMap<string, DaySignup>): boolean {
  if (wrong !== null || personId === null) return true
  const { ins = [], outs = [], undone = 0 } = rows.get(personId) ?? {}
  if (step.kind === 'undo') return undone >= at
  return (step.kind === 'in' ? ins : outs).includes(at)
}

/** The unit the leader chose at the door; '' for none. */
const chosenUnit = ({ units = [] }: ActivityDoc, steps: readonly Heard[]): string =>
  units.find(({ id }) => steps.some(({ step }) => step.unit === id))?.id ?? ''

const momentsOf = (steps: readonly Heard[], kind: DayStep['kind']) => [
  ...new Set(steps.filter(({ step }) => step.kind === kind).map(({ at }) => at)),
]

const viaOf = (steps: readonly Heard[]) => steps.filter(({ step }) => step.kind === 'in').at(-1)?.step.via

/** What the steps add to her row; `unit` is null for whoever had a seat all along. */
function additions({ store, now }: World, activity: ActivityDoc, steps: readonly Heard[], unit: string | null): Terms {
  const { is } = store
  const [ins, outs, undos] = [momentsOf(steps, 'in'), momentsOf(steps, 'out'), momentsOf(steps, 'undo')]
  const homes = momentsOf(steps, 'home')
  const via = viaOf(steps)
  return {
    ...(ins.length > 0 && { ins: is.addToSet({ $each: ins }), via }),
    ...(outs.length > 0 && { outs: is.addToSet({ $each: outs }) }),
    ...(homes.length > 0 && { homes: is.addToSet({ $each: homes }) }),
    ...(undos.length > 0 && { undone: is.max(Math.max(...undos)) }),
    // The timer has been here already for those whose going nobody noted.
    ...(ins.length > 0 && now >= activity.endsAt + assumedAfter && { outAssumed: true }),
    ...(unit !== null && { ...partFor(activity, unit) }),
  }
}

const partFor = (activity: ActivityDoc, unit: string) => ({
  ...timesOf(activity, unit),
  ...(unit && { unit }),
  state: 'in' as const,
  live: true,
  answerBy: null,
})

/** One write for each person: the moments, and her seat when she was let in just now. */
async function noteOn(world: World, activity: ActivityDoc, personId: string, steps: Heard[], unit: string | null) {
  const _id = world.ids.row(activity._id, personId)
  const data = additions(world, activity, steps, unit)
  if ((await world.store.change('signups', { _id }, data)) > 0 || unit === null) return
  if (await world.store.add('signups', newRow(world, activity, personId, steps, unit))) return
  await world.store.change('signups', { _id }, data)
}

function newRow(world: World, activity: ActivityDoc, personId: string, steps: Heard[], unit: string): SignupDoc {
  const undone = Math.max(0, ...momentsOf(steps, 'undo'))
  const homes = momentsOf(steps, 'home')
  const isLong = world.now >= activity.endsAt + assumedAfter
  return {
    _id: world.ids.row(activity._id, personId),
    activityId: activity._id,
    personId,
    teamId: activity.teamId,
    since: world.now,
    history: [{ at: world.now, by: world.id, what: 'let in' }],
    ...partFor(activity, unit),
    ins: momentsOf(steps, 'in'),
    outs: momentsOf(steps, 'out'),
    ...(homes.length > 0 && { homes }),
    ...(undone > 0 && { undone }),
    ...(isLookedFor(personId, undefined) && { isLookedFor: true }),
    ...(isLong && { outAssumed: true }),
    via: viaOf(steps) ?? 'name',
  }
}

/** Mends what the one write could not know: a seat without a row, or a row that still asks her whether she comes. */
async function makeSure(
  world: World,
  activity: ActivityDoc,
  personId: string,
  steps: Heard[],
  rows: Map<string, DaySignup>,
): Promise<void> {
  const row = rows.get(personId)
  const came = steps.some(({ step }) => step.kind === 'in')
  if (row && (row.state === 'in' || !came)) return
  if (!row) await noteOn(world, activity, personId, steps, unitOf(activity, personId) ?? '')
  else {
    const asked = { _id: row._id, state: world.store.is.in(['offered', 'waiting', 'asked', 'left']) }
    await world.store.change('signups', asked, { state: 'in', live: true, answerBy: null })
  }
  for (const [each, now] of await signupsOf(world, activity._id, [personId])) rows.set(each, now)
}

async function resultsOf(
  world: World,
  activity: ActivityDoc,
  heard: readonly Heard[],
  rows: ReadonlyMap<string, DaySignup>,
) {
  const people = [...rows.keys()]
  const shown = new Map((await dayRowsOf(world, activity, people, rows)).map((row) => [row.personId, row]))
  return heard.map(({ step, at, personId, wrong }) => {
    const row: DayRow | null = personId === null ? null : (shown.get(personId) ?? null)
    const signup = personId === null ? undefined : rows.get(personId)
    const inAt = signup ? inAtOf(signup) : null
    const isEarlier = step.kind === 'in' && inAt !== null && inAt < at
    return { key: step.key, outcome: wrong ?? (isEarlier ? ('already' as const) : ('done' as const)), row }
  })
}
