import { files } from '../ports/files'
import type { Work } from './timer-round'

/** Files deleted in one round: what the platform takes in one call. */
const mostAtOnce = 50

/** Deletes the files whose time is over. */
export const sweepFiles: Work = async ({ store, now }) => {
  const over = { until: store.is.gt(0).and(store.is.lte(now)) }
  const old = await store.find('files', over, { fields: ['_id', 'fileId'], limit: mostAtOnce })
  await files.remove(old.map((file) => file.fileId).filter(Boolean))
  for (const { _id } of old) await store.change('files', { _id }, { state: 'expired', fileId: '', until: 0 })
}
