import { files } from '../ports/files'
import { pathOf } from './file-order'
import type { Work } from './timer-round'

/** Files deleted in one round: what the platform takes in one call. */
const mostAtOnce = 50

/**
 * Deletes the files whose time is over. One that was killed between keeping the file and noting its id has left it at
 * the known path. Whatever is still being made is left for a later round.
 */
export const sweepFiles: Work = async ({ store, now }) => {
  const { is } = store
  const over = { until: is.gt(0).and(is.lte(now)), claimedUntil: is.lte(now) }
  const old = await store.find('files', over, { fields: ['_id', 'kind', 'fileId', 'attempts'], limit: mostAtOnce })
  const lying = await Promise.all(old.map((file) => file.fileId || (file.attempts > 0 ? files.idAt(pathOf(file)) : '')))
  await files.remove(lying.filter(Boolean))
  for (const { _id } of old) await store.change('files', { _id }, { state: 'expired', fileId: '', until: 0 })
}
