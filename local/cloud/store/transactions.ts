import { randomBytes } from 'node:crypto'
import { conflict, noTransaction } from './faults'
import { type Doc, type Id } from './values'

/** How long a transaction may stay open, in ms. */
export const TRANSACTION_LIMIT = 30_000

/** An open transaction: what it sees, what it wrote, what it holds. */
export interface Transaction {
  readonly id: string
  readonly startedAt: number
  /** The last commit it sees; undefined until its first operation. */
  snapshot?: number
  /** Own writes by collection and id; null where it removed. */
  readonly writes: Map<string, Map<Id, Doc | null>>
  readonly locks: Set<string>
}

/** Keeps open transactions and the locks they hold; other writers wait, other transactions lose. */
export class Transactions {
  conflicts = 0
  waits = 0
  private open = new Map<string, Transaction>()
  private owners = new Map<string, Transaction>()
  private waiters = new Map<string, (() => void)[]>()

  constructor(
    private readonly clock: () => number,
    private readonly onIdle: () => void,
  ) {}

  get count(): number {
    return this.open.size
  }

  begin(): Transaction {
    const id = randomBytes(16).toString('hex')
    const transaction: Transaction = { id, startedAt: this.clock(), writes: new Map(), locks: new Set() }
    this.open.set(id, transaction)
    return transaction
  }

  /** The open transaction of that id, its snapshot fixed at `commit` if this is its first operation. */
  use(id: string, commit: number): Transaction {
    this.sweep()
    const transaction = this.open.get(id)
    if (!transaction) throw noTransaction()
    transaction.snapshot ??= commit
    return transaction
  }

  /** Takes locks for a transaction; held by another one, it is rolled back and told so. */
  lock(transaction: Transaction, keys: string[]): void {
    for (const key of keys) {
      const owner = this.owners.get(key)
      if (owner && owner !== transaction) this.fail(transaction)
    }
    for (const key of keys) {
      this.owners.set(key, transaction)
      transaction.locks.add(key)
    }
  }

  /** Rolls a transaction back because somebody else was faster, and throws. */
  fail(transaction: Transaction): never {
    this.conflicts++
    this.end(transaction)
    throw conflict()
  }

  /** Closes a transaction and lets those go on who wait for its locks. */
  end(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return
    for (const key of transaction.locks) {
      this.owners.delete(key)
      const waiting = this.waiters.get(key)
      this.waiters.delete(key)
      waiting?.forEach((go) => go())
    }
    if (!this.open.size) this.onIdle()
  }

  /** Rolls back the transactions that saw this commit or a later one. */
  endSince(commit: number): void {
    for (const transaction of [...this.open.values()]) {
      if (transaction.snapshot !== undefined && transaction.snapshot >= commit) this.end(transaction)
    }
  }

  isLocked(keys: string[]): boolean {
    return keys.some((key) => this.owners.has(key))
  }

  /** Resolves when one of the keys that is held now has been let go. */
  async released(keys: string[]): Promise<void> {
    this.sweep()
    const held = keys.find((key) => this.owners.has(key))
    if (held === undefined) return
    this.waits++
    await new Promise<void>((go) => this.waiters.set(held, [...(this.waiters.get(held) ?? []), go]))
  }

  /** Rolls back what has been open for too long. */
  sweep(): void {
    const limit = this.clock() - TRANSACTION_LIMIT
    for (const transaction of this.open.values()) {
      if (transaction.startedAt > limit) return
      this.end(transaction)
    }
  }
}
