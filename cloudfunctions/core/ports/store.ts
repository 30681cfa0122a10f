import type { Collections } from './documents'
import { database, is } from './cloud'
import { counted, spent } from './log'

type Name = keyof Collections
type Doc<N extends Name> = Collections[N]
type Field<N extends Name> = keyof Doc<N> & string
/** A query or an update: field names or dotted paths, with values or operators of `is`. */
export type Terms = Record<string, unknown>

interface Wish<N extends Name, F extends Field<N>> {
  /** Fields to bring; the rest stays in the cloud. */
  fields?: readonly F[]
  /** Fields to sort by, with 'asc' or 'desc'. */
  order?: readonly (readonly [Field<N>, 'asc' | 'desc'])[]
  limit?: number
}

const chosen = (fields?: readonly string[]) =>
  fields && Object.fromEntries(['_id', ...fields].map((field) => [field, true]))

const isThereAlready = (error: unknown) => /E11000|DUPLICATE_WRITE|DuplicateWrite/.test(messageOf(error))

/** The words of an error, whatever it is. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  return String(Reflect.get(error, 'errMsg') ?? Reflect.get(error, 'message') ?? error)
}

/** The collections, typed; every write names the one state it may start from, or can be repeated. */
export const store = {
  is,

  /** One document, or null; a dotted field brings that part of it alone. */
  async read<N extends Name, F extends Field<N> = Field<N>>(
    name: N,
    id: string,
    fields?: readonly (F | `${F}.${string}`)[],
  ): Promise<Pick<Doc<N>, F> | null> {
    const doc = database.collection(name).doc(id)
    const result = await counted(fields ? doc.field(chosen(fields) ?? {}) : doc).get()
    spent.returned++
    return ((result && typeof result === 'object' && result.data) || null) as Pick<Doc<N>, F> | null
  },

  /** The documents that match, in order; at most `limit` of them, 100 when none is named. */
  async find<N extends Name, F extends Field<N> = Field<N>>(
    name: N,
    where: Terms,
    { fields, order = [], limit = 100 }: Wish<N, F> = {},
  ): Promise<Pick<Doc<N>, F>[]> {
    let query = database.collection(name).where(where).limit(limit)
    for (const [field, direction] of order) query = query.orderBy(field, direction)
    const projection = chosen(fields)
    const result = await counted(projection ? query.field(projection) : query).get()
    const found = (result && typeof result === 'object' ? result.data : []) as Pick<Doc<N>, F>[]
    spent.returned += found.length
    return found
  },

  /** The documents with these ids, by id and in their order; those that are not there are left out. */
  async readMany<N extends Name, F extends Field<N> = Field<N>>(
    name: N,
    wanted: readonly string[],
    fields?: readonly F[],
  ): Promise<Map<string, Pick<Doc<N>, F>>> {
    const unique = [...new Set(wanted)]
    if (unique.length === 0) return new Map()
    const found = await store.find(name, { _id: is.in(unique) }, { fields, limit: unique.length })
    const byId = new Map(found.map((doc) => [String(Reflect.get(doc, '_id')), doc]))
    // The database answers in the order of ids.
    return new Map(
      unique.flatMap((id) => {
        const doc = byId.get(id)
        return doc ? [[id, doc] as const] : []
      }),
    )
  },

  /** How many match. */
  async count(name: Name, where: Terms): Promise<number> {
    const result = await counted(database.collection(name)).where(where).count()
    return result && typeof result === 'object' ? result.total : 0
  },

  /** Adds a document; false when its id is there already, and then nothing changes. */
  async add<N extends Name>(name: N, doc: Doc<N>): Promise<boolean> {
    try {
      await counted(database.collection(name)).add({ data: doc })
      return true
    } catch (error) {
      if (isThereAlready(error)) return false
      throw error
    }
  },

  /** Changes every document that matches, each at once and whole; says how many really changed. */
  async change(name: Name, where: Terms | ReturnType<typeof is.and>, data: Terms): Promise<number> {
    const result = await counted(database.collection(name)).where(where).update({ data })
    return result ? result.stats.updated : 0
  },

  /** Removes every document that matches; says how many. */
  async remove(name: Name, where: Terms): Promise<number> {
    const result = await counted(database.collection(name)).where(where).remove()
    return result ? result.stats.removed : 0
  },
}
export type Store = typeof store
