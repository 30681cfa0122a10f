// The consistency check: every document is looked at once, page by page, by the clock of `jobs`. What does not hold is looked
// at again a minute later, since somebody may be at work on it; then it is set right where there are means, and reported.
import { lookedThrough } from '../domain/invariants'
import type { Looked } from '../domain/invariants-facts'
import { atHour, dayOf, hourOf } from '../domain/times'
import type { CheckDoc } from '../ports/documents'
import { factsAfter } from './check-around'
import { judged, suspectsIn, type Suspect } from './check-judge'
import type { Work } from './timer-round'
import { asMended, briefChecks, goingOn, keptReports, newCheck } from './watching'
import type { World } from './world'

/** Between these hours one begins by itself, if none has begun since. */
const nightFrom = 3
const nightUntil = 6
/** Documents looked at together; those of activities bring all their people. */
const pageSize = 200
const activitiesTogether = 20
/** After this long no call is at work any more that was when something was first seen, ms. */
const lookAgainAfter = 60_000
/** So many documents wait for their second look; the walk waits for them. */
const mostSuspects = 500
/** Second looks in one step. */
const lookedAgainTogether = 25
const mostExamples = 50
/** A check that made no step for so long is ended as it is, so that the next can begin, ms. */
const stoodStillAfter = 24 * 3_600_000

/** Carries the running check on while there is time; begins one at night. Two at once do no step twice. */
export const checkSome: Work = async (world, isTimeLeft) => {
  let check = await running(world)
  while (check && check.finishedAt === 0 && isTimeLeft()) {
    const step = await nextStep(world, check, isTimeLeft)
    if (!step) return
    check = await save(world, check, step)
  }
}

async function running(world: World): Promise<CheckDoc | null> {
  const { store, ids, now } = world
  const all = await briefChecks(world)
  const [last] = all
  const open = goingOn(all)
  if (open && (open.movedAt ?? open.startedAt) > now - stoodStillAfter) return store.read('checks', open._id)
  if (open) {
    const ended = { finishedAt: now, isBrokenOff: true, suspects: [] }
    await store.change('checks', { _id: open._id, finishedAt: 0 }, ended)
    return running(world)
  }
  const isNight = hourOf(now) >= nightFrom && hourOf(now) < nightUntil
  if (!isNight || (last && last.startedAt >= atHour(now, nightFrom))) return null
  const check = newCheck(ids.made('c', 'night', dayOf(now)), now)
  await store.add('checks', check)
  return store.read('checks', check._id)
}

/** What one step found out, to be written in one go; null when there is only to wait. */
type Step = Partial<CheckDoc>

async function nextStep(world: World, check: CheckDoc, isTimeLeft: () => boolean): Promise<Step | null> {
  const { suspects = [], collection } = check
  const due = suspects.filter(({ at }) => at <= world.now - lookAgainAfter)
  const isWalked = collection === walked
  if (due.length > 0 && (isWalked || suspects.length >= mostSuspects))
    return lookAgain(world, check, due.slice(0, lookedAgainTogether), isTimeLeft)
  if (suspects.length >= mostSuspects) return null
  if (!isWalked) return lookAt(world, check)
  if (suspects.length > 0) return null
  await forgetOld(world)
  return { finishedAt: Date.now() }
}

/** Stands for the collection once all were walked through. */
const walked = '-'

/** The next page of the collection the check stands at, or the beginning of the next collection. */
async function lookAt(world: World, { collection, after, looked, suspects = [] }: CheckDoc): Promise<Step> {
  const name = (collection || lookedThrough[0]) as Looked
  const limit = name === 'activities' ? activitiesTogether : pageSize
  const page = await factsAfter(world, name, after, limit)
  const ids = await suspectsIn(world, name, page)
  const found = ids.map((id): Suspect => ({ collection: name, id, at: world.now }))
  const last = page.at(-1)
  const isMore = page.length === limit && last !== undefined
  const next = lookedThrough[lookedThrough.indexOf(name) + 1] ?? walked
  return {
    looked: looked + page.length,
    suspects: [...suspects, ...found],
    ...(isMore ? { collection: name, after: last._id } : { collection: next, after: '' }),
  }
}

/** What still does not hold is counted, with what was set right; what cannot be told yet is looked at once more. */
async function lookAgain(
  world: World,
  check: CheckDoc,
  due: readonly Suspect[],
  isTimeLeft: () => boolean,
): Promise<Step> {
  const broken = { ...check.broken }
  const examples = [...check.examples]
  const after = new Map<Suspect, Suspect | null>()
  for (const suspect of due) {
    if (!isTimeLeft()) break
    const verdict = await judged(world, suspect, isTimeLeft)
    after.set(suspect, verdict ? null : { ...suspect, at: world.now, looks: (suspect.looks ?? 0) + 1 })
    for (const [rule, isMended] of verdict ?? []) {
      const { found, mended } = broken[rule] ?? { found: 0, mended: 0 }
      broken[rule] = { found: found + 1, mended: mended + (isMended ? 1 : 0) }
      examples.push(`${rule} ${suspect.collection}/${suspect.id}${isMended ? asMended : ''}`)
    }
  }
  const suspects = (check.suspects ?? []).flatMap((each) => (after.has(each) ? (after.get(each) ?? []) : each))
  // What somebody has to look at comes first.
  const byNeed = [...examples].sort((a, b) => Number(a.endsWith(asMended)) - Number(b.endsWith(asMended)))
  return { broken, examples: byNeed.slice(0, mostExamples), suspects }
}

/** Writes a step, if nobody took it meanwhile; the check as it is then. */
async function save({ store }: World, { _id, turn }: CheckDoc, step: Step): Promise<CheckDoc | null> {
  const { is } = store
  const { broken, ...rest } = step
  const same = { _id, turn: turn ?? is.exists(false) }
  await store.change('checks', same, {
    ...rest,
    ...(broken && { broken: is.set(broken) }),
    turn: (turn ?? 0) + 1,
    movedAt: Date.now(),
  })
  return store.read('checks', _id)
}

async function forgetOld({ store }: World): Promise<void> {
  const { is } = store
  const wish = { fields: ['_id'], order: [['startedAt', 'desc']], limit: 2 * keptReports } as const
  const all = await store.find('checks', { startedAt: is.gt(0) }, wish)
  const old = all.slice(keptReports).map(({ _id }) => _id)
  if (old.length > 0) await store.remove('checks', { _id: is.in(old) })
}
