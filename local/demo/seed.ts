import type { LocalCloud } from '../cloud/server'
import { makeCounty, type Making } from './county'

/** What seeding needs of a running local cloud. */
export interface SeededCloud {
  store: Pick<LocalCloud['store'], 'insert' | 'remove' | 'count'>
}

/** Stands in `marks` while the county is being put in; found at the next start, it was broken off. */
const unfinished = 'demo-county-unfinished'
const markQuery = JSON.stringify({ _id: unfinished })

/**
 * Puts the demo county into an empty local cloud; false when there are communities already.
 * A seeding that was broken off is thrown away and begun again.
 */
export async function seedCounty({ store }: SeededCloud, making: Making): Promise<boolean> {
  const wasBrokenOff = store.count({ collection: 'marks', query: markQuery }) > 0
  if (!wasBrokenOff && store.count({ collection: 'communities' }) > 0) return false
  const county = Object.entries(makeCounty(making))
  if (wasBrokenOff) for (const [collection] of county) await store.remove({ collection, multi: true })
  await store.insert('marks', [JSON.stringify({ _id: unfinished, at: making.now })])
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
