// What is left of somebody: every collection looked through for her names, numbers, words and ids.
import collections from '../../cloudfunctions/core/ports/collections.json'
import type { Collections } from '../../cloudfunctions/core/ports/documents'
import type { County } from './county'

export const collectionNames = Object.keys(collections) as (keyof Collections)[]

/** Where a text stands inside a value, as dotted paths; '' for the key of a field too. */
function pathsOf(value: unknown, text: string, path = ''): string[] {
  if (typeof value === 'string') return value.includes(text) ? [path] : []
  if (typeof value !== 'object' || value === null) return String(value) === text ? [path] : []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key.includes(text) ? [`${path}.{${key}}`] : []),
    ...pathsOf(inner, text, `${path}.${Array.isArray(value) ? '*' : key}`),
  ])
}

/** Every place in the database that holds one of these texts: collection, document, path and text. */
export async function placesOf(county: County, texts: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    collectionNames.map(async (name) => {
      const docs = await county.find(name, {})
      return docs.flatMap((doc) =>
        texts.flatMap((text) => pathsOf(doc, text).map((path) => `${name}${path} ${doc._id} ${text}`)),
      )
    }),
  )
  return found.flat()
}

/** Those of the files in the storage, known by their documents, that are still there. */
export async function filesLeft(county: County, fileIds: readonly string[]): Promise<string[]> {
  const there = await Promise.all(fileIds.map((fileId) => county.hasFile(fileId)))
  return fileIds.filter((_, at) => there[at])
}
