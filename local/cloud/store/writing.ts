import { randomBytes } from 'node:crypto'
import { type Collection, type Present, textOf } from './collection'
import { type Cost } from './cost'
import { checkedId, refuseBeyondLimits } from './document-limits'
import { decodeDoc, encode } from './ejson'
import { duplicateKey, insertFailed, invalidParam } from './faults'
import { refuseFieldNames } from './field-names'
import { type Change } from './journal'
import { select, visible, type Selection } from './reading'
import { type State } from './state'
import { type Transaction } from './transactions'
import { changerOf } from './update-document'
import { type Doc, type Id } from './values'

/** An update: `data` is EJSON, operators or, when it replaces, a whole document. */
export interface Modify extends Selection {
  data: string
  replaces: boolean
  multi: boolean
  upsert: boolean
}

/** What an update did; `doc` is the new text of the last document that matched. */
export interface Modified {
  updated: number
  matched: number
  upsertedId?: Id
  doc?: string
}

/** Keys somebody else's transaction holds; the attempt is made again once one of them is free. */
type Blocked = string[] | undefined

/** One request's writes: each document atomically, waiting for transactions that hold it, or as part of one. */
export class Writing {
  private readonly saving: Promise<void>[] = []

  constructor(
    private readonly state: State,
    private readonly cost: Cost,
  ) {}

  /** Adds documents, stopping at the first that cannot be; those before it stay. */
  insert(name: string, texts: string[], transactionId?: string): Promise<Id[]> {
    return this.within(transactionId, async (transaction) => {
      const collection = this.state.collection(name)
      if (!texts.length) throw insertFailed('must provide at least one element in input slice')
      const ids: Id[] = []
      for (const text of texts) {
        const doc = decodeDoc(text, this.state.clock())
        refuseFieldNames(doc)
        ids.push(await this.add(collection, withId(doc), transaction))
      }
      return ids
    })
  }

  /** Changes the documents of a selection; one that stops matching while it is waited for is left alone. */
  modify(request: Modify): Promise<Modified> {
    return this.within(request.transactionId, async (transaction) => {
      const now = this.state.clock()
      const collection = this.state.collection(request.collection)
      const predicate = this.state.predicates.of(request.query, now)
      const data = decodeDoc(request.data, now)
      const changer = changerOf(data, request.replaces, predicate.query, now)
      const result: Modified = { updated: 0, matched: 0 }
      for (const target of this.targets(request, transaction)) {
        await this.whenFree(() => {
          const before = this.present(collection, target, transaction)
          if (!before || !predicate.test(before.doc)) return undefined
          const after = changer.change(before.doc)
          const text = encode(after)
          // The official tests expect a replaced document to count even when it is the same as before.
          if (request.replaces || text !== textOf(before)) {
            const blocked = this.put('Update', collection, after, text, transaction, before.doc)
            if (blocked) return blocked
            result.updated++
          }
          result.matched++
          result.doc = text
          return undefined
        })
      }
      if (!result.matched && request.upsert) {
        result.upsertedId = await this.add(collection, withId(changer.make()), transaction)
      }
      return result
    })
  }

  /** Removes the documents of a selection; the number removed. */
  remove(request: Selection & { multi: boolean }): Promise<number> {
    return this.within(request.transactionId, async (transaction) => {
      const collection = this.state.collection(request.collection)
      const predicate = this.state.predicates.of(request.query, this.state.clock())
      let removed = 0
      for (const target of this.targets(request, transaction)) {
        await this.whenFree(() => {
          const before = this.present(collection, target, transaction)
          if (!before || !predicate.test(before.doc)) return undefined
          const blocked = this.take(collection, before.doc, transaction)
          if (!blocked) removed++
          return blocked
        })
      }
      return removed
    })
  }

  /** Makes a transaction's writes everybody's, in one journal line. */
  commit(transactionId: string): Promise<void> {
    return this.within(transactionId, async (transaction) => {
      if (!transaction) throw invalidParam('transactionId is missing')
      const changes: Change[] = []
      this.state.commit++
      for (const [name, writes] of transaction.writes) {
        const collection = this.state.collection(name)
        for (const [id, doc] of writes) changes.push(this.apply(collection, id, doc))
      }
      this.save(changes)
      if (changes.length) this.cost.writes++
      this.state.transactions.end(transaction)
    })
  }

  // A failed write rolls its transaction back, as MongoDB does; what a plain request wrote before failing is kept.
  private async within<T>(id: string | undefined, work: (transaction?: Transaction) => Promise<T>): Promise<T> {
    const transaction = this.state.transaction(id)
    const fail = (error: unknown) => {
      if (transaction) this.state.transactions.end(transaction)
      throw error
    }
    try {
      return await work(transaction).catch(fail)
    } finally {
      // What was decided, a refusal too, may rest on writes of others that are not safe yet.
      await Promise.all([...this.saving, this.state.settled()]).catch(fail)
    }
  }

  private targets(request: Selection & { multi: boolean }, transaction?: Transaction): Present[] {
    const collection = this.state.collection(request.collection)
    const predicate = this.state.predicates.of(request.query, this.state.clock())
    const wanted = request.multi ? Infinity : 1
    return select(collection, predicate, { sort: [], wanted, transaction }, this.cost)
  }

  // An attempt runs without pause, so that nobody can come between its look and its write.
  private async whenFree(attempt: () => Blocked): Promise<void> {
    for (let blocked = attempt(); blocked; blocked = attempt()) await this.state.transactions.released(blocked)
  }

  private present(collection: Collection, target: Present, transaction?: Transaction): Present | undefined {
    const id = target.doc._id as Id
    return transaction ? visible(transaction, collection, id) : collection.live(id)
  }

  private async add(collection: Collection, doc: Doc, transaction?: Transaction): Promise<Id> {
    const id = checkedId(doc._id)
    const text = encode(doc)
    await this.whenFree(() => {
      const keys = lockKeys(collection, id, [doc])
      if (!transaction && this.state.transactions.isLocked(keys)) return keys
      const present = transaction ? visible(transaction, collection, id) : collection.live(id)
      if (present) throw duplicateKey('Insert', collection.name, '_id_', [id])
      return this.put('Insert', collection, doc, text, transaction)
    })
    return id
  }

  private put(
    verb: string,
    collection: Collection,
    doc: Doc,
    text: string,
    transaction: Transaction | undefined,
    before?: Doc,
  ): Blocked {
    const id = doc._id as Id
    refuseBeyondLimits(verb, doc, text)
    const blocked = this.claim(collection, id, before ? [before, doc] : [doc], transaction)
    if (blocked) return blocked
    const writes = transaction && writesTo(transaction, collection)
    const mine = writes ? [...writes.values()].filter((other) => other !== null) : []
    collection.refuseUnfit(verb, doc, before, (other) => Boolean(writes?.has(other)), mine)
    if (writes) writes.set(id, doc)
    else {
      this.state.commit++
      this.save([this.apply(collection, id, doc, text)])
    }
    this.cost.writes++
    return undefined
  }

  private take(collection: Collection, doc: Doc, transaction?: Transaction): Blocked {
    const id = doc._id as Id
    const blocked = this.claim(collection, id, [doc], transaction)
    if (blocked) return blocked
    if (transaction) writesTo(transaction, collection).set(id, null)
    else {
      this.state.commit++
      this.save([this.apply(collection, id, null)])
    }
    this.cost.writes++
    return undefined
  }

  // A transaction locks or fails at once; anyone else learns what to wait for.
  private claim(collection: Collection, id: Id, docs: Doc[], transaction?: Transaction): Blocked {
    const { transactions } = this.state
    if (!transactions.count) return undefined
    const keys = lockKeys(collection, id, docs)
    if (!transaction) return transactions.isLocked(keys) ? keys : undefined
    transactions.lock(transaction, keys)
    if (collection.changedAt(id) > (transaction.snapshot ?? 0)) transactions.fail(transaction)
    return undefined
  }

  private apply(collection: Collection, id: Id, doc: Doc | null, text?: string): Change {
    this.state.apply(collection, id, doc, text)
    const version = collection.live(id)
    return version ? { put: collection.name, text: textOf(version) } : { remove: collection.name, id }
  }

  // Handed over in the same breath as the change is applied, so that the journal keeps the order everybody saw.
  private save(changes: Change[]): void {
    const saved = this.state.save(changes)
    // Whoever asked for the write learns of a failure; until then it must not count as unhandled.
    saved.catch(() => undefined)
    this.saving.push(saved)
  }
}

const withId = (doc: Doc): Doc => ('_id' in doc ? doc : { _id: randomBytes(16).toString('hex'), ...doc })

function writesTo(transaction: Transaction, collection: Collection): Map<Id, Doc | null> {
  const writes = transaction.writes.get(collection.name) ?? new Map<Id, Doc | null>()
  transaction.writes.set(collection.name, writes)
  return writes
}

const lockKeys = (collection: Collection, id: Id, docs: Doc[]) => [
  `${collection.name} ${typeof id} ${id}`,
  ...docs.flatMap((doc) => collection.uniqueKeys(doc).map((key) => `${collection.name} unique ${key}`)),
]
