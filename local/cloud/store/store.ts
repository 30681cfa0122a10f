import { aggregate, type StageRequest } from './aggregate'
import { noCost, type Cost } from './cost'
import { type Disk } from './disk'
import { collectionExists, invalidParam } from './faults'
import { lockFolder, makeFolder } from './folder-lock'
import { isCollectionName, type CollectionDefinitions } from './index-definitions'
import { Journal, type Recovery } from './journal'
import { count, find, type Find, type Selection } from './reading'
import { Replay } from './replay'
import { State } from './state'
import { Writing, type Modified, type Modify } from './writing'
import { type Id } from './values'

/** Where and how a store keeps its documents. */
export interface StoreOptions {
  folder: string
  definitions: CollectionDefinitions
  /** Ms since 1970. */
  clock: () => number
  /** False trades the last moments before a power cut for speed; a killed process loses nothing either way. */
  fsync: boolean
  /** The file system of this machine, unless a test brings its own. */
  disk?: Disk
}

const COMPACT_FROM = 32 * 1024 * 1024
/** How much a journal may grow, measured against what it said after the last compaction. */
const GROWTH = 2

/** Documents in memory with MongoDB's rules, safe on disk once a write's promise resolves. */
export class Store {
  private compactAt = COMPACT_FROM
  private sweeper: NodeJS.Timeout
  private closing?: Promise<void>

  private constructor(
    private readonly state: State,
    private readonly journal: Journal,
    private readonly unlock: () => void,
    readonly recovery: Recovery,
  ) {
    this.sweeper = setInterval(() => this.state.transactions.sweep(), 500)
    this.sweeper.unref()
  }

  /** Opens or creates the folder's store; throws one sentence when it is in use or cannot be read. */
  static open({ folder, definitions, clock, fsync, disk }: StoreOptions): Store {
    makeFolder(folder)
    const unlock = lockFolder(folder)
    try {
      const state = new State(clock, definitions)
      const replay = new Replay()
      const options = { folder, fsync, disk, owner: state }
      const [journal, recovery] = Journal.open(options, (changes, isPlain) => replay.add(changes, isPlain))
      const isMostlyHistory = replay.changes > replay.size * 1.2 + 50
      replay.into(state)
      state.journal = journal
      const store = new Store(state, journal, unlock, recovery)
      store.compactAt = Math.max(COMPACT_FROM, journal.bytes * GROWTH)
      if (isMostlyHistory || journal.isOutdated) store.compactSoon()
      return store
    } catch (error) {
      unlock()
      throw error
    }
  }

  /** What `look` sees, once all of that is safe on disk; looks again when some of it could not be saved. */
  async seen<T>(look: () => T): Promise<T> {
    for (;;) {
      const answer = look()
      try {
        await this.state.settled()
        return answer
      } catch {
        // Memory is back at what is safe, so the next look differs.
      }
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
    if (!isCollectionName(name)) throw invalidParam(`${name} is not a collection name`)
    if (this.state.collections.has(name)) throw collectionExists()
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
      compactions: this.journal.rewritings,
      transactions: { open: transactions.count, conflicts: transactions.conflicts, waits: transactions.waits },
      recovery: this.recovery,
    }
  }

  /**
   * Rewrites the journal to what is true now, while reading and writing go on. Rejects, and leaves everything as it
   * was, when the disk does not take it.
   */
  async compact(): Promise<void> {
    const { changes, done } = this.state.present()
    try {
      await this.journal.rewrite(changes)
      this.compactAt = Math.max(COMPACT_FROM, this.journal.bytes * GROWTH)
    } finally {
      done()
    }
  }

  /** Writes what is left and frees the folder; asked again, it is the same closing. */
  close(): Promise<void> {
    return (this.closing ??= this.shut())
  }

  private async shut(): Promise<void> {
    clearInterval(this.sweeper)
    await this.journal.close()
    this.unlock()
  }

  private async after<T>(work: Promise<T>): Promise<T> {
    const result = await work
    if (this.journal.bytes > this.compactAt) this.compactSoon()
    return result
  }

  // When it fails, which the figures show, it is tried again some growth later.
  private compactSoon(): void {
    this.compactAt = this.journal.bytes + Math.max(COMPACT_FROM / 4, this.journal.bytes / 4)
    this.compact().catch(() => undefined)
  }
}
