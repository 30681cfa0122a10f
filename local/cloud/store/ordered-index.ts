import { requestFailed } from './faults'
import { type IndexDefinition } from './index-definitions'
import { inKeyOrder } from './key-order'
import { itemRows } from './item-rows'
import { compareValues, reach, typeRank, type Doc, type Id } from './values'

/** One key of one document; `record` is the document's insertion number and breaks ties. */
export interface IndexEntry {
  key: unknown[]
  id: Id
  record: number
}

/** An end of a range over one field: at a value, or at the edge of a type when the query leaves it open. */
export type Edge = { value: unknown; inclusive: boolean } | { typeOf: unknown }

/** What to scan: exact values for the leading fields, then perhaps a range over the next. */
export interface Span {
  prefix: unknown[]
  range?: { low: Edge; high: Edge }
}

/** Documents that can be gone through again and again. */
export type Documents = () => Iterable<{ doc: Doc; record: number }>

const BLOCK = 512

/**
 * A compound index with MongoDB's order, kept as a list of small sorted blocks so that an insert moves at most
 * one block and positions can be counted.
 */
export class OrderedIndex {
  private readonly arrayFields = new Set<number>()
  private blocks: IndexEntry[][] = []
  /** What an index that nobody has asked yet will be made of. */
  private unread?: Documents

  private readonly roots: string[]
  private readonly paths: string[][]
  private readonly isFlat: boolean

  constructor(readonly definition: IndexDefinition) {
    this.paths = definition.fields.map(([path]) => path.split('.'))
    this.roots = definition.fields.map(([path]) => path.split('.')[0] ?? path)
    this.isFlat = definition.fields.every(([path]) => !path.includes('.'))
  }

  /** Positions of the fields that have held an array; sort and two-sided ranges cannot use these. */
  get multikey(): ReadonlySet<number> {
    this.build()
    return this.arrayFields
  }

  /** True when a field's keys come item by item of a list that a field before it looks into, too. */
  sharesList(position: number): boolean {
    const before = this.roots.slice(0, position)
    return this.multikey.has(position) && before.includes(this.roots[position] ?? '')
  }

  /** Every key the document has in this index, without duplicates. */
  keysOf(doc: Doc): unknown[][] {
    const only = this.onlyKeyOf(doc)
    if (only) return [only]
    const columns: unknown[][] = []
    const arrays = new Set<string>()
    this.definition.fields.forEach(([path], position) => {
      const { values, throughArray } = reach(doc, path)
      if (throughArray) {
        this.arrayFields.add(position)
        arrays.add(path.split('.')[0] ?? path)
      }
      columns.push(values)
    })
    if (arrays.size > 1) throw requestFailed(`cannot index parallel arrays [${[...arrays].join('] [')}]`)
    if (!arrays.size) return [columns.map(([value]) => value)]
    if (new Set(this.roots).size < this.roots.length) return distinct(itemRows(doc, this.paths))
    return distinct(columns.reduce(cross, [[]]))
  }

  /**
   * Makes the index of documents that can be read again later: one that is not unique is only built when it is first
   * asked. Throws one sentence when it is unique and they are not.
   */
  fill(documents: Documents): void {
    this.unread = documents
    if (this.definition.unique) this.build()
  }

  /** False when both states of a document surely have the same keys; unchanged fields are shared between states. */
  isTouched(before: Doc, after: Doc): boolean {
    return this.roots.some((field) => before[field] !== after[field])
  }

  /** Takes a document in. */
  add(doc: Doc, id: Id, record: number): void {
    if (this.unread) return
    for (const key of this.keysOf(doc)) this.insert({ key, id, record })
  }

  /** Lets a document go, given as it was taken in. */
  remove(doc: Doc, record: number): void {
    if (this.unread) return
    for (const key of this.keysOf(doc)) this.delete(key, record)
  }

  /** Ids other than `except` that hold exactly this key. */
  *holders(key: unknown[], except: Id): Generator<Id> {
    const [start, end] = this.locate({ prefix: key })
    for (const entry of this.entries(start, end, false)) if (entry.id !== except) yield entry.id
  }

  /** First and past-the-last position of a span, in index order. */
  locate(span: Span): [start: number, end: number] {
    this.build()
    const depth = span.prefix.length
    const forward = this.definition.fields[depth]?.[1] !== -1
    const { low, high } = span.range ?? {}
    const first = forward ? low : high
    const last = forward ? high : low
    const before = (entry: IndexEntry) => {
      const found = this.comparePrefix(entry, span.prefix)
      return found < 0 || (found === 0 && first !== undefined && this.outside(entry.key[depth], first, forward))
    }
    const within = (entry: IndexEntry) => {
      const found = this.comparePrefix(entry, span.prefix)
      return found < 0 || (found === 0 && !(last !== undefined && this.outside(entry.key[depth], last, !forward)))
    }
    const start = this.partition(before)
    return [start, Math.max(start, this.partition(within))]
  }

  /** Entries from one position up to another, or the same ones backwards. */
  *entries(start: number, end: number, backwards: boolean): Generator<IndexEntry> {
    const count = end - start
    if (count <= 0) return
    let [block, offset] = this.at(backwards ? end - 1 : start)
    for (let n = 0; n < count; n++) {
      let list = this.blocks[block]
      while (list && (offset < 0 || offset >= list.length)) {
        block += backwards ? -1 : 1
        list = this.blocks[block]
        offset = backwards && list ? list.length - 1 : 0
      }
      const entry = list?.[offset]
      if (!entry) return
      yield entry
      offset += backwards ? -1 : 1
    }
  }

  private build(): void {
    if (!this.unread) return
    const documents = this.unread()
    this.unread = undefined
    const taken: IndexEntry[] = []
    for (const { doc, record } of documents) {
      const id = doc._id as Id
      const only = this.onlyKeyOf(doc)
      if (only) taken.push({ key: only, id, record })
      else for (const key of this.keysOf(doc)) taken.push({ key, id, record })
    }
    const directions = this.definition.fields.map(([, direction]) => direction)
    const all = inKeyOrder(taken, directions)
    const { name, unique, fields } = this.definition
    const twice = unique && all.some((entry, i) => i > 0 && this.comparePrefix(entry, all[i - 1]?.key ?? []) === 0)
    if (twice)
      throw new Error(
        `index ${name} cannot be unique: documents share the same ${fields.map(([path]) => path).join(', ')}`,
      )
    this.blocks = []
    for (let at = 0; at < all.length; at += BLOCK >> 1) this.blocks.push(all.slice(at, at + (BLOCK >> 1)))
  }

  // Most documents have one key, of fields that are no arrays.
  private onlyKeyOf(doc: Doc): unknown[] | undefined {
    if (!this.isFlat) return undefined
    // Made in its full length: one that grows takes room for more, which a million keys would not forgive.
    const key = new Array<unknown>(this.roots.length)
    for (let at = 0; at < key.length; at++) {
      const value = doc[this.roots[at] ?? '']
      if (Array.isArray(value)) return undefined
      key[at] = value ?? null
    }
    return key
  }

  private outside(value: unknown, edge: Edge, low: boolean): boolean {
    if ('typeOf' in edge) return low ? typeRank(value) < typeRank(edge.typeOf) : typeRank(value) > typeRank(edge.typeOf)
    const found = compareValues(value, edge.value)
    if (found === 0) return !edge.inclusive
    return low ? found < 0 : found > 0
  }

  private comparePrefix(entry: IndexEntry, prefix: unknown[]): number {
    for (let i = 0; i < prefix.length; i++) {
      const found = compareValues(entry.key[i], prefix[i])
      if (found) return found * (this.definition.fields[i]?.[1] ?? 1)
    }
    return 0
  }

  private compare(entry: IndexEntry, key: unknown[], record: number): number {
    return this.comparePrefix(entry, key) || entry.record - record
  }

  // Number of entries for which `isBefore` holds; it must hold for a leading part of the index only.
  private partition(isBefore: (entry: IndexEntry) => boolean): number {
    const block = bisect(this.blocks, (list) => isBefore(list[list.length - 1] as IndexEntry))
    let position = 0
    for (let i = 0; i < block; i++) position += this.blocks[i]?.length ?? 0
    return position + bisect(this.blocks[block] ?? [], isBefore)
  }

  private insert(entry: IndexEntry): void {
    const isBefore = (other: IndexEntry) => this.compare(other, entry.key, entry.record) < 0
    const found = bisect(this.blocks, (list) => isBefore(list[list.length - 1] as IndexEntry))
    const at = Math.min(found, this.blocks.length - 1)
    const block = this.blocks[at]
    if (!block) {
      this.blocks.push([entry])
      return
    }
    block.splice(bisect(block, isBefore), 0, entry)
    if (block.length > BLOCK) this.blocks.splice(at + 1, 0, block.splice(block.length >> 1))
  }

  private delete(key: unknown[], record: number): void {
    const isBefore = (other: IndexEntry) => this.compare(other, key, record) < 0
    const at = bisect(this.blocks, (list) => isBefore(list[list.length - 1] as IndexEntry))
    const block = this.blocks[at]
    if (!block) return
    const offset = bisect(block, isBefore)
    const entry = block[offset]
    if (!entry || this.compare(entry, key, record) !== 0) return
    block.splice(offset, 1)
    if (!block.length) this.blocks.splice(at, 1)
  }

  private at(position: number): [block: number, offset: number] {
    let rest = position
    for (let i = 0; i < this.blocks.length; i++) {
      const length = this.blocks[i]?.length ?? 0
      if (rest < length) return [i, rest]
      rest -= length
    }
    return [this.blocks.length, 0]
  }
}

function bisect<T>(list: T[], isBefore: (item: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}

const cross = (keys: unknown[][], values: unknown[]) => keys.flatMap((key) => values.map((value) => [...key, value]))

function distinct(keys: unknown[][]): unknown[][] {
  if (keys.length < 2) return keys
  const sorted = [...keys].sort((a, b) => compareValues(a, b))
  return sorted.filter((key, i) => i === 0 || compareValues(sorted[i - 1], key) !== 0)
}
