// Documents as lines of text, the same line for the same document whatever the order of its fields.
import type { Doc } from './environment'

/** One line for a document: fields in the order of their names, moments and odd numbers as extended JSON has them. */
export const lineOf = (doc: Doc): string => JSON.stringify(packed(doc))

/** The document of a line. */
export const docOf = (line: string): Doc => unpacked(JSON.parse(line)) as Doc

function packed(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: value.getTime() }
  if (Array.isArray(value)) return value.map(packed)
  // Places come as classes of the SDK.
  if ('toJSON' in value && typeof value.toJSON === 'function') return packed(value.toJSON() as unknown)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new Error(`${value.constructor.name} cannot be kept.`)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, packed(inner)]))
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked)
  if (typeof value !== 'object' || value === null) return value
  const [[key, inner] = ['', undefined], ...more] = Object.entries(value)
  if (key === '$date' && typeof inner === 'number' && more.length === 0) return new Date(inner)
  if (key === '$numberDouble' && typeof inner === 'string' && more.length === 0) return Number(inner)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unpacked(each)]))
}

const fileId = /^cloud:\/\/[^/]+\/(.+)$/

/** The path of a stored file; '' for a text that is no id of one. */
export const pathOf = (text: string): string => fileId.exec(text)?.[1] ?? ''

/** Every id of a stored file within a value. */
export function filesIn(value: unknown): string[] {
  if (typeof value === 'string') return pathOf(value) ? [value] : []
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  return Object.values(value).flatMap(filesIn)
}

/** The same value with other ids of files, where `idOf` knows one. */
export function withFiles(value: unknown, idOf: (id: string) => string | undefined): unknown {
  if (typeof value === 'string') return (pathOf(value) && idOf(value)) || value
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map((item) => withFiles(item, idOf))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFiles(inner, idOf)]))
}
