import { revive } from './ejson'
import { type State } from './state'
import { type Doc, type Id } from './values'

/** Gathers what a journal says before any index is built. */
export class Replay {
  changes = 0
  private collections = new Map<string, Map<Id, Doc>>()

  /** How many changes would say the same. */
  get size(): number {
    return [...this.collections.values()].reduce((sum, docs) => sum + docs.size + 1, 0)
  }

  /** Takes one commit; a plain one is used as it is, without a copy. */
  add(changes: unknown[][], isPlain: boolean): void {
    for (const [kind, name, value] of changes) {
      this.changes++
      const docs = this.docsOf(String(name))
      if (kind === 'put') {
        const doc = (isPlain ? value : revive(value, 0)) as Doc
        docs.set(doc._id as Id, doc)
      } else if (kind === 'remove') docs.delete(value as Id)
    }
  }

  /** Hands everything over; throws one sentence when an index cannot take it. */
  into(state: State): void {
    for (const [name, docs] of this.collections) {
      try {
        state.create(name).load(docs.values())
      } catch (error) {
        throw new Error(`Collection ${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
      docs.clear()
    }
  }

  private docsOf(name: string): Map<Id, Doc> {
    const known = this.collections.get(name)
    if (known) return known
    const made = new Map<Id, Doc>()
    this.collections.set(name, made)
    return made
  }
}
