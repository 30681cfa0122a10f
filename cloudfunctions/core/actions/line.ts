// The waiting list moves up: whoever frees a seat calls this after it; the timer calls it where somebody did not.
import { answerBy } from '../domain/waitlist'
import { nextInLine } from '../domain/seats'
import { lineMoves } from '../domain/sign-up'
import type { ActivityDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import { movedUpNotice } from './notices'
import { writeMovedUp } from './rows'
import { tell } from './telling'
import type { World } from './world'

/** Seats given in one update, and in one call of an action. */
const mostAtOnce = 50
/** People told side by side. */
const sideBySide = 15
const mostAttempts = 40

/**
 * Gives free seats to the first in line, in their order, and tells them; answers with who moved up. At most `atOnce`,
 * and as many again as long as there is time; the timer goes on where more wait, since the seats were touched.
 */
export async function moveUp(
  world: World,
  activityId: string,
  atOnce = mostAtOnce,
  isTimeLeft = () => false,
): Promise<string[]> {
  const moved: string[] = []
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const activity = await world.store.read('activities', activityId)
    if (!activity || !lineMoves(activity, world.now)) return moved
    const next = nextInLine(activity, atOnce)
    if (next.length === 0) return moved
    if (await giveSeats(world, activityId, next)) {
      await welcome(world, activity, next)
      moved.push(...next)
      if (next.length < atOnce || !isTimeLeft()) return moved
      attempt = 0
    } else {
      await pause(attempt)
    }
  }
  throw new Error('the line kept changing')
}

/** One write, only while these are still the first in line and seats enough are free. */
function giveSeats({ store, now }: World, _id: string, next: readonly string[]): Promise<number> {
  const { is } = store
  const n = next.length
  const stillFirst = Object.fromEntries(next.map((personId, index) => [`line.${index}`, personId]))
  return store.change(
    'activities',
    { _id, state: is.in(['published', 'closed']), startsAt: is.gt(now), seatsLeft: is.gte(n), ...stillFirst },
    {
      seatsLeft: is.inc(-n),
      taken: is.inc(n),
      waiting: is.inc(-n),
      line: is.pullAll([...next]),
      holders: is.push([...next]),
      touchedAt: now,
    },
  )
}

/**
 * Tells those who moved up, with a time to answer when the start is near, and writes their rows. In this order:
 * a row that still says waiting is how the timer knows that somebody was not told.
 */
export async function welcome(world: World, activity: ActivityDoc, personIds: readonly string[]): Promise<void> {
  const due = answerBy(world.now, activity.startsAt)
  const part = { state: due === null ? 'in' : 'offered', answerBy: due } as const
  const wanted = personIds.map((personId) => world.ids.row(activity._id, personId))
  const rows = await world.store.readMany('signups', wanted, ['since'])
  const welcomeOne = async (personId: string) => {
    const since = rows.get(world.ids.row(activity._id, personId))?.since ?? 0
    await tell(world, [personId], movedUpNotice(activity, since, due, world.now))
    await writeMovedUp(world, activity, personId, part)
  }
  for (let from = 0; from < personIds.length; from += sideBySide) {
    await Promise.all(personIds.slice(from, from + sideBySide).map(welcomeOne))
  }
}
