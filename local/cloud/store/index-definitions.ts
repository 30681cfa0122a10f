import { readFileSync } from 'node:fs'

/** One index as declared for deployment: ordered fields with direction 1 or -1. */
export interface IndexDefinition {
  name: string
  fields: [path: string, direction: 1 | -1][]
  unique: boolean
}

/** Every collection of the environment with its indexes; a collection not named here does not exist. */
export type CollectionDefinitions = Record<string, { indexes: IndexDefinition[] }>

/** Reads and checks the declaration file; the error names file, collection and what is wrong. */
export function readDefinitions(file: string): CollectionDefinitions {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: cannot be read as JSON (${error instanceof Error ? error.message : String(error)})`)
  }
  return checkDefinitions(parsed, file)
}

/** True for a name that a collection may have. */
export const isCollectionName = (name: string) => /^[A-Za-z_][\w-]{0,63}$/.test(name)

/** Checks a declaration given as data; `source` begins each error message. */
export function checkDefinitions(parsed: unknown, source: string): CollectionDefinitions {
  const out: CollectionDefinitions = {}
  for (const [collection, body] of entries(parsed, source)) {
    const where = `${source}: ${collection}`
    if (!isCollectionName(collection)) throw new Error(`${where}: not a collection name`)
    const known = Object.fromEntries(entries(body, where))
    onlyKeys(known, ['indexes'], where)
    const list = known.indexes ?? []
    if (!Array.isArray(list)) throw new Error(`${where}: indexes must be a list`)
    const indexes = list.map((index: unknown, i) => checkIndex(index, `${where}.indexes[${i}]`))
    const twice = indexes.find((index, i) => indexes.findIndex((other) => other.name === index.name) !== i)
    if (twice) throw new Error(`${where}: two indexes are called ${twice.name}`)
    out[collection] = { indexes }
  }
  return out
}

function checkIndex(value: unknown, where: string): IndexDefinition {
  const index = Object.fromEntries(entries(value, where))
  onlyKeys(index, ['name', 'fields', 'unique'], where)
  const { name, fields, unique = false } = index
  if (typeof name !== 'string' || !name || name === '_id_') throw new Error(`${where}: name must be a text, not _id_`)
  if (typeof unique !== 'boolean') throw new Error(`${where}: unique must be true or false`)
  if (!Array.isArray(fields) || !fields.length) throw new Error(`${where}: fields must be a list like [["teamId",1]]`)
  return { name, unique, fields: fields.map((field: unknown) => checkField(field, where)) }
}

function checkField(field: unknown, where: string): [string, 1 | -1] {
  const [path, direction] = Array.isArray(field) ? (field as unknown[]) : []
  if (typeof path !== 'string' || !path || path.startsWith('$') || (direction !== 1 && direction !== -1)) {
    throw new Error(`${where}: a field is written ["path", 1] or ["path", -1], not ${JSON.stringify(field)}`)
  }
  return [path, direction]
}

function entries(value: unknown, where: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${where}: must be an object`)
  return Object.entries(value)
}

function onlyKeys(object: Record<string, unknown>, allowed: string[], where: string): void {
  const odd = Object.keys(object).find((key) => !allowed.includes(key))
  if (odd !== undefined) throw new Error(`${where}: unknown property "${odd}" (known: ${allowed.join(', ')})`)
}
