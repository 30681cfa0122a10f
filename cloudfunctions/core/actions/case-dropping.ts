// Pictures that a phone brought and never sent: the phone says which are not wanted, and only those of no case go.
import { dropCasePictures } from '../contract'
import { files } from '../ports/files'
import { areHers } from './case-pictures'
import { forProfile } from './kernel'

export const dropPictures = forProfile(dropCasePictures, async ({ fileIds }, world) => {
  const hers = [...new Set(fileIds)].filter((fileId) => areHers(world, [fileId]))
  if (hers.length === 0) return { removed: 0 }
  const { store, id } = world
  const held = await store.find(
    'cases',
    { known: id, 'pictures.fileId': store.is.in(hers) },
    { fields: ['pictures'], limit: hers.length },
  )
  const kept = new Set(held.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)))
  const gone = hers.filter((fileId) => !kept.has(fileId))
  await files.remove(gone)
  return { removed: gone.length }
})
