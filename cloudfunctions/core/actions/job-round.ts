// One minute of `jobs`: what takes long and nobody waits for. Everything here may run twice, at once, or late.
import { countAnew, log, spent, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'
import { sweepLimits } from './allowance'
import { checkSome } from './check-run'
import { runLeftFiles } from './file-run'
import { jobRoundMark } from './marks'
import { carryOnMigrating } from './migrating'
import type { Work } from './timer-round'
import { worldOf, type World } from './world'

/** A round takes on nothing new after this long, ms; the platform would stop it at 60 s. */
const budgetMs = 40_000

const works: Readonly<Record<string, Work>> = { runLeftFiles, carryOnMigrating, sweepLimits, checkSome }

/** Does what lies there; one that fails keeps no other from being done, and comes round again. */
export async function jobRound(): Promise<void> {
  countAnew()
  const world = worldOf()
  let done = 0
  for (const [name, work] of Object.entries(works)) {
    try {
      await work(world, () => Date.now() < world.now + budgetMs)
      done++
    } catch (error) {
      log({ trace: world.trace, job: name, fault: withoutValues(messageOf(error)) }, true)
    }
  }
  await rememberRound(world)
  log({ trace: world.trace, job: 'round', ms: Date.now() - world.now, ...spent, done })
}

/** Notes when a round came to its end, for whoever looks after the clock; a fault of that harms nothing. */
async function rememberRound({ store, trace }: World): Promise<void> {
  const at = Date.now()
  try {
    const isThere = (await store.change('marks', { _id: jobRoundMark }, { at })) > 0
    if (!isThere) await store.add('marks', { _id: jobRoundMark, at })
  } catch (error) {
    log({ trace, job: 'mark', fault: withoutValues(messageOf(error)) }, true)
  }
}
