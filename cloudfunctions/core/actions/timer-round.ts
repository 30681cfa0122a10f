// One round of the timer: everything here may run twice, at once, or late, and does no harm.
import type { TaskDoc } from '../ports/documents'
import { carryOnCards, forgetCards } from './card-keeping'
import { carryOnCases } from './case-clock'
import { tellOfClaim } from './claim-asking'
import { handOver } from './claim-moving'
import { clearAwayWithCases } from './erase-cases'
import { carryOnErasing } from './erase-me'
import { forgetGuests } from './family-guests'
import { carryOnSeries } from './series-tasks'
import { carryOnKeeping } from './family-following'
import { carryOnHours } from './hours-following'
import { recount } from './members'
import { carryOn } from './tasks'
import { releaseUnanswered } from './offers'
import { mendTouched } from './mending'
import { holdDraws } from './draw'
import { settleDecided } from './correction-settle'
import { endPassed } from './ending'
import { assumeOuts } from './forgotten'
import { carryOnWay } from './day-way'
import { carryOnMissing, promiseMissing } from './missing'
import { carryOnOutbox } from './outbox'
import { carryOnReminder, promiseReminders } from './remind'
import { sweepFiles } from './file-sweep'
import { recheckPictures } from './pictures'
import { roundMark } from './marks'
import { worldOf, type World } from './world'
import { countAnew, log, spent, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'

/**
 * A round stops taking on new work after this long, well before the platform would stop it. WeChat comes last, with time
 * of its own: when it is silent nothing else waits for it, and whatever else there is leaves it some.
 */
const budgetMs = 11_000
const withWeChatMs = 15_000

/** Gives unanswered seats to the next, ends what is over, carries on with telling, and mends what crashes left. */
export async function round(): Promise<{ done: string[] }> {
  countAnew()
  const world = worldOf()
  const done: string[] = []
  const works = {
    releaseUnanswered,
    holdDraws,
    endPassed,
    assumeOuts,
    promiseReminders,
    promiseMissing,
    carryOnTasks,
    carryOnCards,
    carryOnCases,
    settleDecided,
    mendTouched,
    recheckPictures,
    sweepFiles,
    forgetGuests,
    forgetCards,
    carryOnOutbox,
  }
  for (const [name, work] of Object.entries(works)) {
    const until = world.now + (work === carryOnOutbox ? withWeChatMs : budgetMs)
    try {
      await work(world, () => Date.now() < until)
      done.push(name)
    } catch (error) {
      // The others go on; what failed comes round again in a minute.
      log({ trace: world.trace, timer: name, fault: withoutValues(messageOf(error)) }, true)
    }
  }
  await rememberRound(world)
  log({ trace: world.trace, timer: 'round', ms: Date.now() - world.now, ...spent, done: done.length })
  return { done }
}

/** Notes when a round came to its end, for whoever looks after the clock; a fault of that harms nothing. */
async function rememberRound({ store, trace }: World): Promise<void> {
  const at = Date.now()
  try {
    const isThere = (await store.change('marks', { _id: roundMark }, { at })) > 0
    if (!isThere) await store.add('marks', { _id: roundMark, at })
  } catch (error) {
    log({ trace, timer: 'mark', fault: withoutValues(messageOf(error)) }, true)
  }
}

/** Tasks looked at in one round: those of an evening before which many activities start the next day. */
const mostTasks = 200

const carryOnTasks: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const order = [['dueAt', 'asc']] as const
  const tasks = await store.find('tasks', { dueAt: store.is.lte(now) }, { order, limit: mostTasks })
  const faults: string[] = []
  for (const task of tasks) {
    try {
      let isDone = false
      while (!isDone && isTimeLeft()) {
        const current = await store.read('tasks', task._id)
        isDone = !current || (await stepOf(current.kind)(world, current))
      }
    } catch (error) {
      // One that cannot be done keeps no other from being done; it comes round again.
      faults.push(`${task._id}: ${messageOf(error)}`)
    }
  }
  if (faults.length > 0) throw new Error(faults.join('; '))
}

/** What does the next part of a task; true when nothing is left of it. */
function stepOf(kind: TaskDoc['kind']): (world: World, task: TaskDoc) => Promise<boolean> {
  if (kind === 'withdrawn') return async (world, task) => clearAwayWithCases(world, task).then(() => true)
  if (kind === 'erased') return carryOnErasing
  if (kind === 'reminded') return carryOnReminder
  if (kind === 'missing') return carryOnMissing
  if (kind === 'way') return carryOnWay
  if (kind === 'series') return carryOnSeries
  if (kind === 'claimAsked') return async (world, task) => (await tellOfClaim(world, task)) === undefined
  if (kind === 'claimed') return async (world, task) => (await handOver(world, task)) >= 0
  if (kind === 'counted') return carryOnCounting
  if (kind === 'kept') return carryOnKeeping
  if (kind === 'hours') return carryOnHours
  return carryOn
}

async function carryOnCounting(world: World, { _id, activityId: teamId }: TaskDoc): Promise<boolean> {
  await recount(world, teamId)
  return (await world.store.remove('tasks', { _id })) >= 0
}

/** One kind of work of a round; it looks at the clock between its steps. */
export type Work = (world: ReturnType<typeof worldOf>, isTimeLeft: () => boolean) => Promise<void>
