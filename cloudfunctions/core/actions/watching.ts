// For the county's desk: how the whole stands, and a consistency check when she wants one.
import { check, watch, type Check } from '../contract'
import { dayOf } from '../domain/times'
import type { CheckDoc } from '../ports/documents'
import { forCounty } from './desk-kernel'
import { healthOf } from './health'
import type { Route } from './kernel'
import type { World } from './world'

const shownChecks = 10
const shownDays = 7
const mostSlow = 100
const dayMs = 24 * 3_600_000

const showWatch = forCounty(watch, async (_, world) => {
  const { store, now } = world
  const [health, checks, slow] = await Promise.all([
    healthOf(world),
    lastChecks(world, shownChecks),
    store.find(
      'slow',
      { day: store.is.gt(dayOf(now - shownDays * dayMs)) },
      { order: [['day', 'desc']], limit: mostSlow },
    ),
  ])
  return { health, checks: checks.map(shown), slow }
})

const askForCheck = forCounty(check, async ({ key }, world) => {
  const [last] = await lastChecks(world, 1)
  if (last && last.finishedAt === 0) return shown(last)
  const _id = world.ids.made('c', world.id, key)
  await world.store.add('checks', newCheck(_id, world.now))
  return shown((await world.store.read('checks', _id)) ?? newCheck(_id, world.now))
})

const lastChecks = ({ store }: World, limit: number) =>
  store.find('checks', { startedAt: store.is.gt(0) }, { order: [['startedAt', 'desc']], limit })

/** A check at its beginning. */
export const newCheck = (_id: string, startedAt: number): CheckDoc => ({
  ...{ _id, startedAt, finishedAt: 0, collection: '', after: '', looked: 0 },
  broken: {},
  examples: [],
})

const shown = ({ _id, startedAt, finishedAt, looked, broken }: CheckDoc): Check => ({
  ...{ id: _id, startedAt, looked },
  finishedAt: finishedAt || null,
  broken: Object.entries(broken).map(([rule, { found, mended }]) => ({ rule, found, mended })),
})

/** How the whole stands; see the contract. */
export const watchRoutes: readonly Route[] = [showWatch, askForCheck]
