// The invariants over a whole database at once, with everything at hand.
import { brokenBy, lookedThrough } from '../../cloudfunctions/core/domain/invariants'
import type { Around, Facts, Looked, Wanted } from '../../cloudfunctions/core/domain/invariants-facts'
import type { Collections } from '../../cloudfunctions/core/ports/documents'
import { serviceOf } from '../../cloudfunctions/core/services/cases'
import type { County } from './county'

export type Database = { [N in keyof Collections]?: readonly Collections[N][] }

/** Everything in it is known from the beginning. */
class Whole implements Around {
  private readonly byId = new Map<string, unknown>()
  private readonly counts = new Map<string, Map<string, number>>()

  constructor(
    private readonly database: Database,
    readonly now: number,
  ) {
    for (const [name, docs] of Object.entries(database)) {
      for (const doc of docs) this.byId.set(`${name}/${doc._id}`, doc)
    }
  }

  get = <N extends Looked>(name: N, id: string) => this.byId.get(`${name}/${id}`) as Facts[N] | undefined
  all = <N extends Looked>(name: N, ids: readonly string[]) => ids.map((id) => this.get(name, id))
  service = serviceOf

  count({ of, where }: Wanted): number {
    const [[first, value] = ['', ''], ...rest] = Object.entries(where)
    // By the first field alone they are grouped once.
    const key = `${of} ${first}`
    const groups = this.counts.get(key) ?? new Map<string, number>()
    const docs = (this.database[of] ?? []) as readonly object[]
    const fits = (doc: object, field: string, term: Wanted['where'][string]) => {
      const is: unknown = Reflect.get(doc, field)
      if (typeof term !== 'object') return is === term
      if ('among' in term) return term.among.includes(String(is))
      return Number(is) >= term.from && Number(is) < term.to
    }
    if (rest.length > 0 || typeof value === 'object')
      return docs.filter((doc) => Object.entries(where).every(([field, term]) => fits(doc, field, term))).length
    if (!this.counts.has(key)) {
      for (const doc of docs) {
        const group = String(Reflect.get(doc, first))
        groups.set(group, (groups.get(group) ?? 0) + 1)
      }
      this.counts.set(key, groups)
    }
    return groups.get(String(value)) ?? 0
  }
}

/** What does not hold in a database at a moment, as `rule collection/id`. */
export function problemsIn(database: Database, now: number): string[] {
  const around = new Whole(database, now)
  return lookedThrough.flatMap((name) => {
    const docs = (database[name] ?? []) as readonly Facts[Looked][]
    return docs.flatMap((doc) => brokenBy(name, doc as never, around).map((rule) => `${rule} ${name}/${doc._id}`))
  })
}

/** Every document of a county that the invariants look at. */
export async function databaseOf(county: County): Promise<Database> {
  const names = [...lookedThrough, 'communities', 'places', 'counters', 'recaps', 'casesums'] as const
  const found = await Promise.all(names.map(async (name) => [name, await county.find(name, {})] as const))
  return Object.fromEntries(found) as Database
}

/** What does not hold in a county now. */
export const problemsOf = async (county: County): Promise<string[]> =>
  problemsIn(await databaseOf(county), county.now())
