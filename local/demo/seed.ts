import type { LocalCloud } from '../cloud/server'
import { paint, pictureAt } from './cases/pictures'
import { makeCounty, type County, type Making } from './county'

/** What seeding needs of a running local cloud. */
export interface SeededCloud {
  store: Pick<LocalCloud['store'], 'insert' | 'remove' | 'count'>
  /** Where its files are put. */
  url: string
}

/** Stands in `marks` while the county is being put in; found at the next start, it was broken off. */
const unfinished = 'demo-county-unfinished'
const markQuery = JSON.stringify({ _id: unfinished })

/**
 * Puts the demo county into an empty local cloud; false when there are communities already.
 * A seeding that was broken off is thrown away and begun again.
 */
export async function seedCounty({ store, url }: SeededCloud, making: Making): Promise<boolean> {
  const wasBrokenOff = store.count({ collection: 'marks', query: markQuery }) > 0
  if (!wasBrokenOff && store.count({ collection: 'communities' }) > 0) return false
  const made = makeCounty(making)
  const county = Object.entries(made).filter(([, docs]) => docs.length > 0)
  if (wasBrokenOff) for (const [collection] of county) await store.remove({ collection, multi: true })
  await store.insert('marks', [JSON.stringify({ _id: unfinished, at: making.now })])
  await putPictures(url, made)
  // One collection, one line of the journal: far faster than one transaction over everything.
  await Promise.all(
    county.map(([collection, docs]) =>
      store.insert(
        collection,
        docs.map((doc) => JSON.stringify(doc)),
      ),
    ),
  )
  await store.remove({ collection: 'marks', query: markQuery, multi: true })
  return true
}

/** Brings the pictures of cases into the storage. */
async function putPictures(url: string, { cases }: County): Promise<void> {
  const shown = new Set(cases.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)))
  await Promise.all(
    [...shown].map(async (fileId) => {
      const found = pictureAt(fileId)
      if (!found) return
      const body = new Uint8Array(paint(found.name))
      const { ok } = await fetch(`${url}/files/${found.path}`, { method: 'PUT', body })
      if (!ok) throw new Error(`${found.path} could not be put into the storage`)
    }),
  )
}
