import { mkdirSync } from 'node:fs'
import { aggregate, type StageRequest } from './aggregate'
import { noCost, type Cost } from './cost'
import { encode, revive } from './ejson'
import { requestFailed, invalidParam } from './faults'
import { lockFolder } from './folder-lock'
import { type CollectionDefinitions } from './index-definitions'
import { Journal, type Change, type Recovery } from './journal'
import { count, find, type Find, type Selection } from './reading'
import { State } from './state'
import { Writing, type Modified, type Modify } from './writing'
import { type Doc, type Id } from './values'

/** Where and how a store keeps its documents. */
export interface StoreOptions {
  folder: string
  definitions: CollectionDefinitions
  /** Ms since 1970. */
  clock: () => number
  /** False trades the last moments before a power cut for speed; a killed process loses nothing either way. */
  fsync: boolean
}

const COMPACT_FROM = 32 * 1024 * 1024

/** Documents in memory with MongoDB's rules, safe on disk once a write's promise resolves. */
export class Store {
  private compactAt = COMPACT_FROM
  private sweeper: NodeJS.Timeout

  private constructor(
    private readonly state: State,
    private readonly journal: Journal,
    private readonly unlock: () => void,
    readonly recovery: Recovery,
  ) {
    this.sweeper = setInterval(() => this.state.transactions.sweep(), 500)
    this.sweeper.unref()
  }

  /** Opens or creates the folder's store; throws one sentence when it is in use or damaged. */
  static open({ folder, definitions, clock, fsync }: StoreOptions): Store {
    mkdirSync(folder, { recursive: true })
    const unlock = lockFolder(folder)
    try {
      const state = new State(clock, definitions)
      const replay = new Replay()
      const [journal, recovery] = Journal.open(folder, fsync, (changes) => replay.add(changes))
      replay.into(state)
      state.journal = journal
      const store = new Store(state, journal, unlock, recovery)
      if (replay.changes > replay.size * 1.2 + 50) store.compact()
      return store
    } catch (error) {
      unlock()
      throw error
    }
  }

  /** EJSON texts of the documents asked for. */
  find(request: Find, cost: Cost = noCost()): string[] {
    return find(this.state, request, cost)
  }

  /** How many documents there are. */
  count(request: Selection, cost: Cost = noCost()): number {
    return count(this.state, request, cost)
  }

  /** EJSON texts of a pipeline's results. */
  aggregate(collection: string, stages: StageRequest[], cost: Cost = noCost()): string[] {
    return aggregate(this.state, collection, stages, cost)
  }

  /** Adds documents; their ids. */
  insert(collection: string, texts: string[], transactionId?: string, cost: Cost = noCost()): Promise<Id[]> {
    return this.after(new Writing(this.state, cost).insert(collection, texts, transactionId))
  }

  /** Changes documents. */
  modify(request: Modify, cost: Cost = noCost()): Promise<Modified> {
    return this.after(new Writing(this.state, cost).modify(request))
  }

  /** Removes documents; how many. */
  remove(request: Selection & { multi: boolean }, cost: Cost = noCost()): Promise<number> {
    return this.after(new Writing(this.state, cost).remove(request))
  }

  /** Begins a transaction; its id. Its snapshot is taken by its first operation. */
  begin(): string {
    return this.state.transactions.begin().id
  }

  /** Makes a transaction's writes everybody's. */
  commit(transactionId: string, cost: Cost = noCost()): Promise<void> {
    return this.after(new Writing(this.state, cost).commit(transactionId))
  }

  /** Forgets a transaction. */
  abort(transactionId: string): void {
    const transaction = this.state.transaction(transactionId)
    if (!transaction) throw invalidParam('transactionId is missing')
    this.state.transactions.end(transaction)
  }

  /** Makes a collection that is not declared. */
  async createCollection(name: string): Promise<void> {
    if (this.state.collections.has(name)) {
      throw requestFailed(`[FailedOperation.CreateCollection] Collection ${name} already exists`)
    }
    this.state.create(name)
    await this.state.save([{ create: name }])
  }

  /** Figures about the store as a whole. */
  stats() {
    const { transactions, collections } = this.state
    return {
      collections: Object.fromEntries([...collections].map(([name, { size }]) => [name, size])),
      journalBytes: this.journal.bytes,
      syncs: this.journal.syncs,
      transactions: { open: transactions.count, conflicts: transactions.conflicts, waits: transactions.waits },
      recovery: this.recovery,
    }
  }

  /** Rewrites the journal to what is true now; waits for nobody, so call it in a quiet moment. */
  compact(): void {
    if (!this.journal.isQuiet) return
    this.journal.rewrite(present(this.state))
    this.compactAt = Math.max(COMPACT_FROM, this.journal.bytes * 4)
  }

  /** Writes what is left and frees the folder. */
  async close(): Promise<void> {
    clearInterval(this.sweeper)
    await this.journal.close()
    this.unlock()
  }

  private async after<T>(work: Promise<T>): Promise<T> {
    const result = await work
    if (this.journal.bytes > this.compactAt) this.compact()
    return result
  }
}

function* present(state: State): Generator<Change> {
  for (const [name, collection] of state.collections) {
    yield { create: name }
    for (const version of collection.all()) yield { put: name, text: version.text ?? encode(version.doc) }
  }
}

/** Gathers what a journal says before any index is built. */
class Replay {
  changes = 0
  private collections = new Map<string, Map<Id, Doc>>()

  get size(): number {
    return [...this.collections.values()].reduce((sum, docs) => sum + docs.size + 1, 0)
  }

  add(changes: unknown[][]): void {
    for (const [kind, name, value] of changes) {
      this.changes++
      const docs = this.collections.get(String(name)) ?? new Map<Id, Doc>()
      this.collections.set(String(name), docs)
      if (kind === 'put') {
        const doc = revive(value, 0) as Doc
        docs.set(doc._id as Id, doc)
      } else if (kind === 'remove') docs.delete(value as Id)
    }
  }

  into(state: State): void {
    for (const [name, docs] of this.collections) {
      try {
        state.create(name).load(docs.values())
      } catch (error) {
        throw new Error(`Collection ${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
}
