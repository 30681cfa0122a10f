// Making the files: claimed before it begins, so that of two who try one makes it; a crash leaves a claim that runs out.
import { refuse, runFile } from '../contract'
import type { FileDoc } from '../ports/documents'
import { files } from '../ports/files'
import { log, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'
import { contentsOf } from './file-contents'
import { fileLife, jobOf, mostTries, pathOf } from './file-order'
import { isEntitled } from './file-right'
import { forProfile, type Route } from './kernel'
import type { Work } from './timer-round'
import type { World } from './world'

/** A claim lasts a little longer than `jobs` may run. */
const claimMs = 75_000
/** A fresh order is left to the phone that made it. */
const graceMs = 60_000
/** A round takes on no more files after this long, ms, so that a long one and what comes after them have time. */
const takeOnMs = 30_000
/** Files made in one round of what was left. */
const mostMade = 10

const run = forProfile(runFile, async ({ id }, world) => {
  const file = await world.store.read('files', id)
  if (file?.by !== world.id) return refuse('access.gone')
  await make(world, file)
  return jobOf({ ...world, now: Date.now() }, (await world.store.read('files', id)) ?? file)
})

/** Making files; see the contract. */
export const runRoutes: readonly Route[] = [run]

const unmade = ({ is }: World['store']) => is.in(['queued', 'running', 'failed'])

/** Makes a file that waits to be made; one that others work on, or that is made, is left alone. */
async function make(world: World, { _id }: Pick<FileDoc, '_id'>): Promise<void> {
  const { store } = world
  const { is } = store
  const now = Date.now()
  const claimedUntil = now + claimMs
  const free = { _id, state: unmade(store), claimedUntil: is.lte(now), until: is.gt(now), attempts: is.lt(mostTries) }
  if (!(await store.change('files', free, { state: 'running', done: 0, claimedUntil, attempts: is.inc(1) }))) return
  const file = await store.read('files', _id)
  if (!file) return
  // One that ends meanwhile, since somebody in it is to be forgotten, is swept away and never becomes ready.
  const mine = { _id, state: 'running', claimedUntil, until: file.until }
  try {
    const say = async (done: number) => void (await store.change('files', mine, { done }))
    const contents = (await isEntitled(world, file)) ? await contentsOf(world, file, say) : null
    if (!contents) {
      await store.change('files', mine, { state: 'failed', attempts: mostTries })
      return
    }
    const fileId = await files.keep(pathOf(file), contents)
    const { total } = file
    await store.change('files', mine, { state: 'ready', fileId, done: total, until: Date.now() + fileLife })
  } catch (error) {
    log({ trace: world.trace, file: _id, fault: withoutValues(messageOf(error)) }, true)
    await store.change('files', mine, { state: 'failed', claimedUntil: Date.now() })
  }
}

/** Makes what was left lying: orders nobody ran, attempts that failed or were killed. */
export const runLeftFiles: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const where = {
    state: unmade(store),
    claimedUntil: is.lte(now),
    createdAt: is.lt(now - graceMs),
    until: is.gt(now),
    attempts: is.lt(mostTries),
  }
  for (const file of await store.find('files', where, { fields: ['_id'], limit: mostMade })) {
    if (isTimeLeft() && Date.now() < now + takeOnMs) await make(world, file)
  }
}
