import { Collection } from './collection'
import { noCollection } from './faults'
import { type CollectionDefinitions } from './index-definitions'
import { type Change, type Journal } from './journal'
import { Predicates } from './predicate'
import { Transactions, type Transaction } from './transactions'
import { type Doc, type Id } from './values'

/** The database in memory: collections, running transactions and the journal behind them. */
export class State {
  readonly collections = new Map<string, Collection>()
  readonly predicates = new Predicates()
  readonly transactions: Transactions
  /** Number of the last commit. */
  commit = 0
  journal?: Journal

  constructor(
    readonly clock: () => number,
    private readonly definitions: CollectionDefinitions,
  ) {
    this.transactions = new Transactions(clock, () => this.collections.forEach((one) => one.forgetHistory()))
    for (const name of Object.keys(definitions)) this.create(name)
  }

  /** Makes a collection, with its declared indexes; harmless when it is there. */
  create(name: string): Collection {
    const made = this.collections.get(name) ?? new Collection(name, this.definitions[name]?.indexes ?? [])
    this.collections.set(name, made)
    return made
  }

  /** The collection of that name, or -502005. */
  collection(name: string): Collection {
    const found = this.collections.get(name)
    if (!found) throw noCollection(name)
    return found
  }

  /** The transaction of that id with its snapshot, or undefined when the request is outside one. */
  transaction(id: string | undefined): Transaction | undefined {
    return id === undefined || id === '' ? undefined : this.transactions.use(id, this.commit)
  }

  /** Makes a committed change visible to all who come after. */
  apply(collection: Collection, id: Id, doc: Doc | null, text?: string): void {
    collection.apply(id, { doc, text, at: this.commit }, this.transactions.count > 0)
  }

  /** Resolves when the changes are safe. */
  async save(changes: Change[]): Promise<void> {
    if (changes.length) await this.journal?.append(changes)
  }
}
