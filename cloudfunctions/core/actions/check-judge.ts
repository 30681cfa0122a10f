// What the consistency check says of one document that was seen not to hold; a fault of one spoils none of the others.
import { invariantsByName } from '../domain/invariants'
import type { Facts, Looked } from '../domain/invariants-facts'
import type { CheckDoc } from '../ports/documents'
import { log, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'
import { brokenOf, factsOf } from './check-around'
import { setRight } from './check-mend'
import type { World } from './world'

/** One document in which something does not hold, and when that was seen. */
export type Suspect = NonNullable<CheckDoc['suspects']>[number]

/** After so many looks that came to no answer it is said as it is seen. */
const mostLooks = 10
/** Calls may be at work on what was touched so lately, ms. */
const atWorkFor = 20_000

/** The ids of those that do not hold; those that cannot be asked are among them. */
export async function suspectsIn<N extends Looked>(
  world: World,
  name: N,
  page: readonly Facts[N][],
): Promise<readonly string[]> {
  try {
    return [...(await brokenOf(world, name, page)).keys()]
  } catch {
    // Each is asked alone: one that cannot be asked spoils no other.
    const suspects: string[] = []
    for (const doc of page) if (!(await isSound(world, name, doc))) suspects.push(doc._id)
    return suspects
  }
}

async function isSound<N extends Looked>(world: World, name: N, doc: Facts[N]): Promise<boolean> {
  try {
    return (await brokenOf(world, name, [doc])).size === 0
  } catch {
    return false
  }
}

/** The rules that it broke, each with whether that is set right now. */
export type Verdict = readonly (readonly [rule: string, isMended: boolean])[]

/** Looks at a suspect again and sets it right where there are means; null when nothing can be said of it yet. */
export async function judged(
  world: World,
  { collection, id, looks = 0 }: Suspect,
  isTimeLeft: () => boolean,
): Promise<Verdict | null> {
  const name = collection as Looked
  const isLast = looks + 1 >= mostLooks
  try {
    const { doc, rules } = await brokenNow(world, name, id)
    if (rules.length === 0 || !doc) return []
    if (!isLast && (await isAtWork(world, name, id))) return null
    await mendAll(world, name, doc, rules, isTimeLeft)
    const { rules: after } = await brokenNow(world, name, id)
    if (after.length > 0 && !isTimeLeft() && !isLast) return null
    return rules.map((rule) => [rule, !after.includes(rule)] as const)
  } catch (error) {
    say(world, error)
    return isLast ? [[`${name}-unreadable`, false]] : null
  }
}

/** Seats are written before rows: whoever is between the two has touched the activity already. */
async function isAtWork({ store }: World, name: Looked, id: string): Promise<boolean> {
  if (name !== 'activities' && name !== 'signups') return false
  const activityId = name === 'signups' ? id.slice(0, id.lastIndexOf('_')) : id
  const activity = await store.read('activities', activityId, ['touchedAt'])
  return (activity?.touchedAt ?? 0) > Date.now() - atWorkFor
}

async function brokenNow<N extends Looked>(world: World, name: N, id: string) {
  const doc = await factsOf(world, name, id)
  const broken = doc ? await brokenOf(world, name, [doc]) : new Map<string, string[]>()
  return { doc, rules: broken.get(id) ?? [] }
}

/** What cannot be set right stays as it is, and is found so. */
async function mendAll(
  world: World,
  name: Looked,
  doc: Facts[Looked],
  rules: readonly string[],
  isTimeLeft: () => boolean,
): Promise<void> {
  const means = new Set(rules.flatMap((rule) => invariantsByName.get(rule)?.means ?? []))
  for (const each of means) await setRight(world, each, name, doc, isTimeLeft).catch((error) => say(world, error))
}

const say = ({ trace }: World, error: unknown): void =>
  log({ trace, job: 'checkSome', fault: withoutValues(messageOf(error)) }, true)
