// One minute of `jobs`: what takes long and nobody waits for. Everything here may run twice, at once, or late.
import { log, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'
import { sweepLimits } from './allowance'
import { checkSome } from './check-run'
import { runLeftFiles } from './file-run'
import { carryOnMigrating } from './migrating'
import type { Work } from './timer-round'
import { worldOf } from './world'

/** A round takes on nothing new after this long, ms; the platform would stop it at 60 s. */
const budgetMs = 40_000

const works: Readonly<Record<string, Work>> = { runLeftFiles, carryOnMigrating, sweepLimits, checkSome }

/** Does what lies there; one that fails keeps no other from being done, and comes round again. */
export async function jobRound(): Promise<void> {
  const world = worldOf()
  for (const [name, work] of Object.entries(works)) {
    try {
      await work(world, () => Date.now() < world.now + budgetMs)
    } catch (error) {
      log({ trace: world.trace, job: name, fault: withoutValues(messageOf(error)) }, true)
    }
  }
}
