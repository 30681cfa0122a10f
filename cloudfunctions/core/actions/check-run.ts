// The consistency check: every document is looked at once, page by page, by the clock of `jobs`. What does not hold is looked
// at again a minute later, since somebody may be at work on it; then it is set right where there are means, and reported.
import { invariantsByName, lookedThrough } from '../domain/invariants'
import type { Facts, Looked } from '../domain/invariants-facts'
import { atHour, dayOf, hourOf } from '../domain/times'
import type { CheckDoc } from '../ports/documents'
import { brokenOf, factsAfter, factsOf } from './check-around'
import { setRight } from './check-mend'
import type { Work } from './timer-round'
import { newCheck } from './watching'
import type { World } from './world'

/** Between these hours one begins by itself, if none has begun since. */
const nightFrom = 3
const nightUntil = 6
/** Documents looked at together; those of activities bring all their people. */
const pageSize = 100
const activitiesTogether = 20
/** After this long no call is at work any more that was when something was first seen, ms. */
const lookAgainAfter = 60_000
/** So many documents wait for their second look; the walk waits for them. */
const mostSuspects = 500
/** Second looks in one step. */
const lookedAgainTogether = 25
const mostExamples = 50
const keptReports = 30

/** One document in which something does not hold, and when that was seen. */
type Suspect = NonNullable<CheckDoc['suspects']>[number]

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
  const order = [['startedAt', 'desc']] as const
  const [last] = await store.find('checks', { startedAt: store.is.gt(0) }, { order, limit: 1 })
  if (last?.finishedAt === 0) return last
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
  const broken = await brokenOf(world, name, page)
  const found = [...broken.keys()].map((id): Suspect => ({ collection: name, id, at: world.now }))
  const last = page.at(-1)
  const isMore = page.length === limit && last !== undefined
  const next = lookedThrough[lookedThrough.indexOf(name) + 1] ?? walked
  return {
    looked: looked + page.length,
    suspects: [...suspects, ...found],
    ...(isMore ? { collection: name, after: last._id } : { collection: next, after: '' }),
  }
}

/** What still does not hold is set right where there are means, looked at once more, and counted. */
async function lookAgain(
  world: World,
  check: CheckDoc,
  due: readonly Suspect[],
  isTimeLeft: () => boolean,
): Promise<Step> {
  const broken = { ...check.broken }
  const examples = [...check.examples]
  const done = new Set<Suspect>()
  for (const suspect of due) {
    if (!isTimeLeft()) break
    done.add(suspect)
    const name = suspect.collection as Looked
    const before = await brokenNow(world, name, suspect.id)
    if (before.rules.length === 0 || !before.doc) continue
    await mendAll(world, name, before.doc, before.rules, isTimeLeft)
    const { rules: after } = await brokenNow(world, name, suspect.id)
    for (const rule of before.rules) {
      const { found, mended } = broken[rule] ?? { found: 0, mended: 0 }
      broken[rule] = { found: found + 1, mended: mended + (after.includes(rule) ? 0 : 1) }
      examples.push(`${rule} ${name}/${suspect.id}`)
    }
  }
  const suspects = (check.suspects ?? []).filter((each) => !done.has(each))
  return { broken, examples: examples.slice(0, mostExamples), suspects }
}

async function brokenNow<N extends Looked>(world: World, name: N, id: string) {
  const doc = await factsOf(world, name, id)
  const broken = doc ? await brokenOf(world, name, [doc]) : new Map<string, string[]>()
  return { doc, rules: broken.get(id) ?? [] }
}

async function mendAll(
  world: World,
  name: Looked,
  doc: Facts[Looked],
  rules: readonly string[],
  isTimeLeft: () => boolean,
): Promise<void> {
  const means = rules.flatMap((rule) => invariantsByName.get(rule)?.means ?? [])
  for (const each of new Set(means)) await setRight(world, each, name, doc, isTimeLeft)
}

/** Writes a step, if nobody took it meanwhile; the check as it is then. */
async function save({ store }: World, { _id, turn }: CheckDoc, step: Step): Promise<CheckDoc | null> {
  const { is } = store
  const { broken, ...rest } = step
  const same = { _id, turn: turn ?? is.exists(false) }
  await store.change('checks', same, { ...rest, ...(broken && { broken: is.set(broken) }), turn: (turn ?? 0) + 1 })
  return store.read('checks', _id)
}

async function forgetOld({ store }: World): Promise<void> {
  const { is } = store
  const wish = { fields: ['_id'], order: [['startedAt', 'desc']], limit: 2 * keptReports } as const
  const all = await store.find('checks', { startedAt: is.gt(0) }, wish)
  const old = all.slice(keptReports).map(({ _id }) => _id)
  if (old.length > 0) await store.remove('checks', { _id: is.in(old) })
}
