// How many telephone numbers of others one person reads within an hour. The same number is counted once, however often
// it is shown. Each instance gives a few by itself, so that a page with one or two costs nothing.
import { createHash } from 'node:crypto'
import type { ActionName } from '../contract'
import { numbersIn, numbersOf, withoutNumbers } from '../domain/numbers'
import { mostOf } from '../ports/limits'
import { counterOf, hourMs, ifCounted, minuteMs, take } from './allowance'
import { note } from './audit'
import type { World } from './world'

/** Numbers that one instance gives one person in an hour before it asks what the others gave. */
const uncounted = 10
/** People remembered at once. */
const mostPeople = 1_000

interface Given {
  counted: Set<string>
  uncounted: Set<string>
}
let hour = 0
const given = new Map<string, Given>()

/**
 * Twenty bits, by which a number is known again and not found out: a hundred thousand others share them. Different for
 * each reader.
 */
const markOf = (personId: string, about: string) =>
  createHash('sha256').update(`${personId} ${about}`).digest('hex').slice(0, 5)

/** What she is answered: as it is, or without its numbers when she has read too many. */
export async function withinAllowance(action: string, input: unknown, answer: unknown, world: World): Promise<unknown> {
  const paths = numbersIn[action as ActionName]
  if (!paths || world.id === '' || typeof answer !== 'object' || answer === null) return answer
  const { id = '' } = input as { id?: string | null }
  const held = await minutesHeld(world, numbersOf(paths, answer), action, id || world.id)
  return held > 0 ? withoutNumbers(paths, answer, held) : answer
}

/**
 * Minutes until she may have these numbers, or whatever names them. With 0 they count as read, and the audit says how
 * many. Where they cannot be counted nobody has them, until a minute later.
 */
export async function minutesHeld(world: World, numbers: readonly string[], action: string, about: string) {
  const now = Math.floor(world.now / hourMs)
  if (now !== hour || given.size > mostPeople) given.clear()
  hour = now
  const hers: Given = given.get(world.id) ?? { counted: new Set(), uncounted: new Set() }
  given.set(world.id, hers)
  const more = new Set(numbers.map((number) => markOf(world.id, number)).filter((mark) => !hers.counted.has(mark)))
  for (const mark of hers.uncounted) more.add(mark)
  if (more.size > uncounted)
    return ifCounted(world.trace, 'numbers', () => count(world, hers, [...more], action, about), 1)
  hers.uncounted = more
  return 0
}

async function count(world: World, hers: Given, marks: string[], action: string, about: string): Promise<number> {
  const counter = counterOf(world, 'numbers', hour)
  const known = await world.store.read('limits', counter, ['seen'])
  for (const mark of known?.seen ?? []) hers.counted.add(mark)
  const seen = marks.filter((mark) => !hers.counted.has(mark))
  const most = mostOf('NUMBERS_PER_HOUR')
  const until = (hour + 1) * hourMs
  const isGiven = seen.length === 0 || (await take(world, counter, { count: seen.length, most, until, seen }))
  if (!isGiven) return Math.ceil((until - world.now) / minuteMs)
  for (const mark of seen) hers.counted.add(mark)
  hers.uncounted.clear()
  if (seen.length > 0) await note(world, action, about, `numbers_${world.trace}`, [`${seen.length} numbers`])
  return 0
}
