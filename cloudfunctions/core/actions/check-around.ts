// What lies around the documents of a page: invariants are asked until all they asked for is here, each time in one go.
import { brokenBy } from '../domain/invariants'
import type { Around, Facts, Looked, Wanted } from '../domain/invariants-facts'
import type { Collections } from '../ports/documents'
import { serviceOf } from '../services/cases'
import { factFields } from './check-fields'
import type { World } from './world'

/** Documents read together. */
const atOnce = 500
/** Counts asked side by side. */
const sideBySide = 10
/** Invariants ask for what lies around what lies around; no further than this. */
const mostLooks = 6

/** The documents hold all that the invariants look at. */
type Holds = { [N in Looked]: Collections[N] extends Facts[N] ? N : never }
const read = async <N extends Looked>(world: World, name: Holds[N] & N, ids: readonly string[]) =>
  (await world.store.readMany(name, ids, factFields[name] as readonly (keyof Collections[N] & string)[])) as Map<
    string,
    unknown
  >

/** What was loaded around some documents; what is asked for and not here yet is noted. */
class Loaded implements Around {
  private readonly docs = new Map<string, unknown>()
  private readonly counts = new Map<string, number>()
  private readonly missing = new Map<Looked, Set<string>>()
  private readonly uncounted = new Map<string, Wanted>()

  constructor(private readonly world: World) {}

  get now() {
    return this.world.now
  }

  get<N extends Looked>(name: N, id: string): Facts[N] | undefined {
    const key = `${name}/${id}`
    if (!this.docs.has(key)) this.missing.set(name, (this.missing.get(name) ?? new Set()).add(id))
    return this.docs.get(key) as Facts[N] | undefined
  }

  all<N extends Looked>(name: N, ids: readonly string[]) {
    return ids.map((id) => this.get(name, id))
  }

  count(wanted: Wanted): number {
    const key = JSON.stringify(wanted)
    if (!this.counts.has(key)) this.uncounted.set(key, wanted)
    return this.counts.get(key) ?? 0
  }

  service = serviceOf

  /** Loads what was asked for in vain; false when there was nothing. */
  async load(): Promise<boolean> {
    const [missing, uncounted] = [[...this.missing], [...this.uncounted]]
    this.missing.clear()
    this.uncounted.clear()
    for (const [name, ids] of missing) await this.loadDocs(name, [...ids])
    for (let from = 0; from < uncounted.length; from += sideBySide) {
      const few = uncounted.slice(from, from + sideBySide)
      await Promise.all(few.map(async ([key, wanted]) => this.counts.set(key, await this.countOne(wanted))))
    }
    return missing.length + uncounted.length > 0
  }

  private async loadDocs(name: Looked, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += atOnce) {
      const few = ids.slice(from, from + atOnce)
      const found = await read(this.world, name, few)
      for (const id of few) this.docs.set(`${name}/${id}`, found.get(id))
    }
  }

  private countOne({ of, where }: Wanted): Promise<number> {
    const { is, count } = this.world.store
    const terms = Object.entries(where).map(([field, term]) => {
      if (typeof term !== 'object') return [field, term]
      return [field, 'among' in term ? is.in([...term.among]) : is.gte(term.from).and(is.lt(term.to))]
    })
    return count(of, Object.fromEntries(terms) as Record<string, unknown>)
  }
}

/** The invariants that documents of a collection break, by their ids; those that break none are left out. */
export async function brokenOf<N extends Looked>(
  world: World,
  name: N,
  docs: readonly Facts[N][],
): Promise<Map<string, string[]>> {
  const around = new Loaded(world)
  for (let look = 0; look < mostLooks; look++) {
    const broken = docs.map((doc) => [doc._id, brokenBy(name, doc, around)] as const)
    if (!(await around.load())) return new Map(broken.filter(([, rules]) => rules.length > 0))
  }
  throw new Error(`the invariants of ${name} ask for too much`)
}

/** Documents of a collection as the invariants look at them, those behind `after` first, by id. */
export async function factsAfter<N extends Looked>(world: World, name: N, after: string, limit: number) {
  const { find, is } = world.store
  const fields = factFields[name] as readonly never[]
  const found = await find(name, { _id: is.gt(after) }, { fields, order: [['_id' as never, 'asc']], limit })
  return found as unknown as Facts[N][]
}

/** The document with this id as the invariants look at it; undefined when it is gone. */
export async function factsOf<N extends Looked>(world: World, name: N, id: string): Promise<Facts[N] | undefined> {
  const [found] = (await read(world, name as never, [id])).values()
  return found as Facts[N] | undefined
}
