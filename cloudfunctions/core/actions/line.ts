// The waiting list moves up: whoever frees a seat calls this after it; the timer calls it where somebody did not.
import { isTold, maySignUp } from '../domain/family'
import { nextInLine } from '../domain/seats'
import { lineMoves, type SignUpWindow } from '../domain/sign-up'
import { seatsFor, timesOf, unitOf, type Whole } from '../domain/units'
import { answerBy } from '../domain/waitlist'
import type { ActivityDoc, KeeperDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import { movedUpNotice } from './notices'
import { writeMovedUp } from './rows'
import { giveSeats } from './seat-writes'
import { tell } from './telling'
import type { World } from './world'

const isWard = (personId: string) => personId.startsWith('d')
/** Who keeps somebody and can be asked for her: told of it, and with a say whether she comes. */
const answers = (keeper: Pick<KeeperDoc, 'may'>) => isTold(keeper) && maySignUp(keeper)

/** Seats given in one update, and in one call of an action. */
const mostAtOnce = 50
/** People told side by side. */
const sideBySide = 15
const mostAttempts = 40

interface Next {
  unit: string | null
  people: readonly string[]
}

/** Who moves up now, line by line: each unit has its own, and moves until its own start. */
export function nextUp(activity: Whole & SignUpWindow, now: number, atOnce = mostAtOnce): Next[] {
  const lines = activity.units?.length ? activity.units.map((unit) => unit.id) : [null]
  return lines
    .filter((unit) => lineMoves({ ...activity, ...timesOf(activity, unit) }, now))
    .map((unit) => ({ unit, people: nextInLine(seatsFor(activity, unit), atOnce) }))
    .filter(({ people }) => people.length > 0)
}

/**
 * Gives free seats to the first in line who fit, in their order, and tells them; answers with who moved up. At most
 * `atOnce`, and as many again as long as there is time; the timer goes on where more wait, since the seats were
 * touched. Whoever is `here`, signing up this moment, is neither told nor asked.
 */
export async function moveUp(
  world: World,
  activityId: string,
  atOnce = mostAtOnce,
  isTimeLeft = () => false,
  here: readonly string[] = [],
): Promise<string[]> {
  const moved: string[] = []
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const activity = await world.store.read('activities', activityId)
    if (!activity) return moved
    const [next, ...others] = nextUp(activity, world.now, atOnce)
    if (!next) return moved
    if (await giveSeats(world, activity, next.people, next.unit)) {
      await welcome(world, activity, next.people, here)
      moved.push(...next.people)
      const isMore = others.length > 0 || next.people.length >= atOnce
      if (!isMore || (moved.length >= atOnce && !isTimeLeft())) return moved
      attempt = 0
    } else {
      await pause(attempt)
    }
  }
  throw new Error('the line kept changing')
}

/**
 * Tells those who moved up, with a time to answer when the start is near, and writes their rows. In this order:
 * a row that still says waiting is how the timer knows that somebody was not told.
 */
export async function welcome(
  world: World,
  activity: ActivityDoc,
  personIds: readonly string[],
  here: readonly string[] = [],
): Promise<void> {
  const wanted = personIds.map((personId) => world.ids.row(activity._id, personId))
  const [rows, wards] = await Promise.all([
    world.store.readMany('signups', wanted, ['since']),
    world.store.readMany('dependents', personIds.filter(isWard), ['keepers']),
  ])
  const welcomeOne = async (personId: string) => {
    const since = rows.get(world.ids.row(activity._id, personId))?.since ?? 0
    const unit = unitOf(activity, personId)
    const hers = { ...activity, ...timesOf(activity, unit) }
    const latest = here.includes(personId) ? null : answerBy(world.now, hers.startsAt)
    // Where nobody can be asked the seat is simply hers: she is called.
    const canAnswer = personId.startsWith('p') || (wards.get(personId)?.keepers ?? []).some(answers)
    const due = canAnswer ? latest : null
    if (!here.includes(personId)) {
      const notice = movedUpNotice(hers, since, due, world.now)
      const mustReach = notice.mustReach && { ...notice.mustReach, onlyUntold: latest === null }
      await tell(world, [personId], { ...notice, mustReach })
    }
    const part = { state: due === null ? 'in' : 'offered', answerBy: due } as const
    await writeMovedUp(world, activity, personId, part, unit === null ? {} : { unit })
  }
  for (let from = 0; from < personIds.length; from += sideBySide) {
    await Promise.all(personIds.slice(from, from + sideBySide).map(welcomeOne))
  }
}
