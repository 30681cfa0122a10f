import { Collection, type Version } from './collection'
import { encode } from './ejson'
import { noCollection, requestFailed } from './faults'
import { type CollectionDefinitions } from './index-definitions'
import { type Change, type Journal, type JournalOwner } from './journal'
import { Predicates } from './predicate'
import { Transactions, type Transaction } from './transactions'
import { type Doc, type Id } from './values'

/** A change in memory and what was there before: a document's version, or no such collection. */
type Applied = { collection: Collection; at: number; id: Id; before: Version | undefined } | { created: string }

/** The database in memory: collections, running transactions and the journal behind them. */
export class State implements JournalOwner {
  readonly collections = new Map<string, Collection>()
  readonly predicates = new Predicates()
  readonly transactions: Transactions
  /** Number of the last commit. */
  commit = 0
  journal?: Journal
  private applied: Applied[] = []
  /** What was appended to the journal and is not safe yet, oldest first. */
  private unsafe: Applied[][] = []
  private pins = 0

  constructor(
    readonly clock: () => number,
    private readonly definitions: CollectionDefinitions,
  ) {
    this.transactions = new Transactions(clock, () => this.forgetHistory())
    for (const name of Object.keys(definitions)) this.create(name)
  }

  /** Makes a collection, with its declared indexes; harmless when it is there. */
  create(name: string): Collection {
    const known = this.collections.get(name)
    if (known) return known
    const made = new Collection(name, this.definitions[name]?.indexes ?? [])
    this.collections.set(name, made)
    if (this.journal) this.applied.push({ created: name })
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
    this.applied.push({ collection, at: this.commit, id, before: collection.version(id) })
    collection.apply(id, { doc, text, at: this.commit }, this.keepsHistory)
  }

  /** Resolves when the changes just applied are safe; rejects when they have been taken back. */
  async save(changes: Change[]): Promise<void> {
    const applied = this.applied.splice(0)
    if (!changes.length || !this.journal) return
    const saved = this.append(this.journal, changes, applied)
    this.unsafe.push(applied)
    await saved
  }

  /** Resolves when everything that can be seen now is safe; rejects when some of it has been taken back. */
  async settled(): Promise<void> {
    await this.journal?.settled()
  }

  /** Everything there is now, as changes, however long the reading takes; `done` must be called afterwards. */
  present(): { changes: Iterable<Change>; done: () => void } {
    this.pins++
    const done = () => {
      this.pins--
      this.forgetHistory()
    }
    return { changes: changesOf([...this.collections], this.commit), done }
  }

  safe(count: number): void {
    this.unsafe.splice(0, count)
  }

  lost(): void {
    this.takeBack(this.unsafe.splice(0).flat())
  }

  private append(journal: Journal, changes: Change[], applied: Applied[]): Promise<void> {
    try {
      return journal.append(changes)
    } catch (error) {
      this.takeBack(applied)
      if (!(error instanceof RangeError)) throw error
      throw requestFailed('[FailedOperation] a transaction cannot write more than 512 MB')
    }
  }

  private get keepsHistory(): boolean {
    return this.transactions.count > 0 || this.pins > 0
  }

  private forgetHistory(): void {
    if (!this.keepsHistory) for (const collection of this.collections.values()) collection.forgetHistory()
  }

  private takeBack(applied: Applied[]): void {
    const touched = new Set<Collection>()
    for (const one of applied.reverse()) {
      if ('created' in one) this.collections.delete(one.created)
      else {
        one.collection.restore(one.id, one.before)
        touched.add(one.collection)
      }
    }
    for (const collection of touched) collection.restoreOrder()
    const first = applied.reduce((least, one) => ('at' in one ? Math.min(least, one.at) : least), Infinity)
    this.transactions.endSince(first)
  }
}

function* changesOf(collections: [string, Collection][], commit: number): Generator<Change> {
  for (const [name, collection] of collections) {
    yield { create: name }
    for (const version of collection.allAsOf(commit)) yield { put: name, text: version.text ?? encode(version.doc) }
  }
}
