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
/** Reports of so many checks are kept. */
export const keptReports = 30
const mostExamples = 20
/** Stands behind an example that was set right. */
export const asMended = ' mended'

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
  const running = goingOn(await briefChecks(world))
  const there = running && (await world.store.read('checks', running._id))
  if (there) return shown(there)
  const _id = world.ids.made('c', world.id, key)
  await world.store.add('checks', newCheck(_id, world.now))
  return shown((await world.store.read('checks', _id)) ?? newCheck(_id, world.now))
})

const lastChecks = ({ store }: World, limit: number) =>
  store.find('checks', { startedAt: store.is.gt(0) }, { order: [['startedAt', 'desc']], limit })

/** All checks, newest first, with no more than when each went on. */
export const briefChecks = ({ store }: World) => {
  const wish = { fields: ['_id', 'startedAt', 'finishedAt', 'movedAt'], order: [['startedAt', 'desc']] } as const
  return store.find('checks', { startedAt: store.is.gt(0) }, { ...wish, limit: keptReports })
}

/** The check that is carried on; of several that began together each has its turn. */
export const goingOn = <C extends Pick<CheckDoc, 'finishedAt'>>(checks: readonly C[]): C | undefined =>
  checks.filter(({ finishedAt }) => finishedAt === 0).at(-1)

/** A check at its beginning. */
export const newCheck = (_id: string, startedAt: number): CheckDoc => ({
  ...{ _id, startedAt, finishedAt: 0, collection: '', after: '', looked: 0 },
  broken: {},
  examples: [],
})

const shown = ({ _id, startedAt, finishedAt, looked, broken, examples, isBrokenOff = false }: CheckDoc): Check => ({
  ...{ id: _id, startedAt, looked, isBrokenOff },
  finishedAt: finishedAt || null,
  examples: examples
    .filter((line) => !line.endsWith(asMended))
    .slice(0, mostExamples)
    .map(exampleOf),
  broken: Object.entries(broken).map(([rule, { found, mended }]) => ({ rule, found, mended })),
})

function exampleOf(line: string): Check['examples'][number] {
  const [rule = '', ...id] = line.split(' ')
  return { rule, id: id.join(' ') }
}

/** How the whole stands; see the contract. */
export const watchRoutes: readonly Route[] = [showWatch, askForCheck]
