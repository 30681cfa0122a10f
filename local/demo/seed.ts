import type { LocalCloud } from '../cloud/server'
import { makeCounty, type Making } from './county'

/** What seeding needs of a running local cloud. */
export interface SeededCloud {
  store: Pick<LocalCloud['store'], 'begin' | 'insert' | 'commit' | 'count'>
}

/** Puts the demo county into an empty local cloud, whole or not at all; false when there are communities already. */
export async function seedCounty({ store }: SeededCloud, making: Making): Promise<boolean> {
  if (store.count({ collection: 'communities', query: '{}' }) > 0) return false
  const transaction = store.begin()
  for (const [collection, docs] of Object.entries(makeCounty(making))) {
    const texts = docs.map((doc) => JSON.stringify(doc))
    if (texts.length > 0) await store.insert(collection, texts, transaction)
  }
  await store.commit(transaction)
  return true
}
