import { duplicateKey } from './faults'
import { type IndexDefinition } from './index-definitions'
import { encode } from './ejson'
import { OrderedIndex } from './ordered-index'
import { compareValues, type Doc, type Id } from './values'

/** One state of a document; `doc` is null where it was removed. Documents are never changed in place. */
export interface Version {
  doc: Doc | null
  text?: string
  /** The commit that made it. */
  at: number
  /** Insertion number, the natural order. */
  record: number
  /** The state before, kept while a transaction may still look at it. */
  before?: Version
}

/** A version that holds a document. */
export type Present = Version & { doc: Doc }

const isPresent = (version: Version | undefined): version is Present => Boolean(version?.doc)

function asOf(version: Version | undefined, commit: number): Present | undefined {
  let found = version
  while (found && found.at > commit) found = found.before
  return isPresent(found) ? found : undefined
}

/** The EJSON text of a version, made once. */
export const textOf = (version: Version): string => (version.text ??= encode(version.doc))

/** Documents of one name with their indexes and, while transactions run, their earlier versions. */
export class Collection {
  readonly indexes: OrderedIndex[]
  /** Number of documents. */
  size = 0
  private versions = new Map<Id, Version>()
  private idIndex?: OrderedIndex
  private nextRecord = 1
  /** Changes since the oldest open transaction began, oldest first. */
  private changes: { at: number; id: Id }[] = []

  constructor(
    readonly name: string,
    definitions: IndexDefinition[],
  ) {
    this.indexes = definitions.map((definition) => new OrderedIndex(definition))
  }

  /** The present state, or undefined. */
  live(id: Id): Present | undefined {
    const version = this.versions.get(id)
    return isPresent(version) ? version : undefined
  }

  /** The present state of the document, removed or not, or undefined. */
  version(id: Id): Version | undefined {
    return this.versions.get(id)
  }

  /** The last commit that touched the document, 0 when none is remembered. */
  changedAt(id: Id): number {
    return this.versions.get(id)?.at ?? 0
  }

  /** The state as of a commit. */
  asOf(id: Id, commit: number): Present | undefined {
    return asOf(this.versions.get(id), commit)
  }

  /** Ids changed after a commit, while versions are kept. */
  changedSince(commit: number): Id[] {
    return this.changes.filter((change) => change.at > commit).map((change) => change.id)
  }

  /** Every document in natural order. */
  *all(): Generator<Present> {
    for (const version of this.versions.values()) if (isPresent(version)) yield version
  }

  /** Every document as of a commit, while versions are kept; others may write between two of them. */
  *allAsOf(commit: number): Generator<Present> {
    for (const latest of this.versions.values()) {
      const version = asOf(latest, commit)
      if (version) yield version
    }
  }

  /** Puts or removes (null) a document; `keep` leaves the earlier version for open transactions. */
  apply(id: Id, next: Omit<Version, 'record' | 'before'>, keep: boolean): void {
    const { doc, at } = next
    const old = this.versions.get(id)
    const record = old?.doc ? old.record : this.nextRecord++
    const indexes = this.idIndex ? [...this.indexes, this.idIndex] : this.indexes
    for (const index of indexes) {
      if (old?.doc && doc && !index.isTouched(old.doc, doc)) continue
      if (old?.doc) index.remove(old.doc, old.record)
      if (doc) index.add(doc, id, record)
    }
    this.size += Number(Boolean(doc)) - Number(Boolean(old?.doc))
    if (!old?.doc && old) this.versions.delete(id)
    if (doc || keep) this.versions.set(id, { ...next, record, before: keep ? old : undefined })
    else this.versions.delete(id)
    if (keep) this.changes.push({ at, id })
  }

  /** Takes back the last change of a document: `before` is its version from before, or undefined. */
  restore(id: Id, before: Version | undefined): void {
    const last = this.versions.get(id)
    for (const index of this.idIndex ? [...this.indexes, this.idIndex] : this.indexes) {
      if (last?.doc) index.remove(last.doc, last.record)
      if (before?.doc) index.add(before.doc, id, before.record)
    }
    this.size += Number(Boolean(before?.doc)) - Number(Boolean(last?.doc))
    if (before) this.versions.set(id, before)
    else this.versions.delete(id)
    const noted = this.changes.at(-1)
    if (noted?.id === id && noted.at === last?.at) this.changes.pop()
  }

  /** Puts documents back into their natural order after some were restored. */
  restoreOrder(): void {
    let before = 0
    const isOrdered = [...this.versions.values()].every(({ record }) => before < (before = record))
    if (isOrdered) return
    this.versions = new Map([...this.versions].sort(([, a], [, b]) => a.record - b.record))
  }

  /** Takes in all documents at once, in their natural order, when the store opens. */
  load(documents: Iterable<Doc>): void {
    for (const doc of documents) {
      this.versions.set(doc._id as Id, { doc, at: 0, record: this.nextRecord++ })
      this.size++
    }
    for (const index of this.indexes) index.fill(() => this.all())
  }

  /** Lets go of versions no transaction can see any more. */
  forgetHistory(): void {
    for (const { id } of this.changes) {
      const version = this.versions.get(id)
      if (version && !version.doc) this.versions.delete(id)
      else if (version) version.before = undefined
    }
    this.changes = []
  }

  /** The index on `_id`, built when first needed. */
  byId(): OrderedIndex {
    if (!this.idIndex) {
      this.idIndex = new OrderedIndex({ name: '_id_', fields: [['_id', 1]], unique: true })
      this.idIndex.fill(() => this.all())
    }
    return this.idIndex
  }

  /** Names of the unique keys a document takes, for locking. */
  uniqueKeys(doc: Doc): string[] {
    return this.indexes
      .filter((index) => index.definition.unique)
      .flatMap((index) => index.keysOf(doc).map((key) => `${index.definition.name} ${encode(key)}`))
  }

  /**
   * Throws when an index cannot take a document: lists in two of its fields, or (E11000) a unique key that another
   * present document, not among `gone`, or one of `mine` holds.
   */
  refuseUnfit(verb: string, doc: Doc, before: Doc | undefined, gone: (id: Id) => boolean, mine: Iterable<Doc>): void {
    for (const index of this.indexes) {
      if (before && !index.isTouched(before, doc)) continue
      const keys = index.keysOf(doc)
      if (!index.definition.unique) continue
      for (const key of keys) {
        const taken = [...index.holders(key, doc._id as Id)].some((id) => !gone(id)) || holdsKey(index, key, doc, mine)
        if (taken) throw duplicateKey(verb, this.name, index.definition.name, key)
      }
    }
  }
}

function holdsKey(index: OrderedIndex, key: unknown[], doc: Doc, others: Iterable<Doc>): boolean {
  for (const other of others) {
    if (other._id === doc._id) continue
    if (index.keysOf(other).some((taken) => compareValues(taken, key) === 0)) return true
  }
  return false
}
