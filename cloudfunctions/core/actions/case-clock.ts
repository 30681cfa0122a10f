// What the timer does for cases: deadlines, what a crash left untold, and places of projects whose case never came.
import { needsUnits, tick } from '../domain/case-flow'
import type { CaseDoc } from '../ports/documents'
import { serviceOf } from '../services/cases'
import { save } from './case-held'
import { giveBackPlaces } from './case-places'
import { settle } from './case-telling'
import { professionals } from './case-units'
import { Faults } from './one-by-one'
import type { Work } from './timer-round'
import type { World } from './world'

/** Cases looked at together. */
const pageSize = 50

/** Lets time pass for every case whose moment has come, and tells what is not told yet. */
export const carryOnCases: Work = async (world, isTimeLeft) => {
  const { is } = world.store
  const due = () => is.gt(0).and(is.lte(world.now))
  await eachDue(world, { nextAt: due() }, isTimeLeft, tickOne)
  await eachDue(world, { unsettledAt: due() }, isTimeLeft, settleOne)
  await giveBackPlaces(world, isTimeLeft)
}

/** Works through those that are due; what fails waits for the next round and keeps no other from being done. */
async function eachDue(
  world: World,
  where: { nextAt: unknown } | { unsettledAt: unknown },
  isTimeLeft: () => boolean,
  work: (world: World, kase: CaseDoc) => Promise<void>,
): Promise<void> {
  const faults = new Faults()
  const order = [['nextAt' in where ? 'nextAt' : 'unsettledAt', 'asc']] as const
  for (let isMore = true; isMore && isTimeLeft();) {
    const page = await world.store.find('cases', where, { order, limit: pageSize })
    let done = 0
    for (const kase of page) {
      if (!isTimeLeft()) break
      if (await faults.during(kase._id, () => work(world, kase))) done++
    }
    isMore = page.length === pageSize && done === page.length
  }
  faults.say()
}

/** One move of the clock; somebody who was faster has moved it on, and then it is due no more. */
async function tickOne(world: World, kase: CaseDoc): Promise<void> {
  const service = serviceOf(kase.service)
  const units = service && needsUnits(kase, service, world.now) ? await professionals(world, kase, service) : []
  const change = service && tick(kase, service, world.now, units)
  // Nothing is to be done for what no service keeps any more.
  if (!change) return void (await world.store.change('cases', { _id: kase._id, turn: kase.turn }, { nextAt: 0 }))
  const saved = await save(world, kase, change, { key: '' })
  if (saved) await settle(world, saved, service)
}

async function settleOne(world: World, kase: CaseDoc): Promise<void> {
  const service = serviceOf(kase.service)
  if (service) return settle(world, kase, service)
  await world.store.change('cases', { _id: kase._id }, { unsettledAt: 0 })
}
