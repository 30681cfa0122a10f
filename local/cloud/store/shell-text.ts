import { type Doc } from './values'

/** A value as MongoDB writes it into its messages: `{ a: 1, b: [ "x" ] }`. */
export function shellText(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof RegExp) return `/${value.source}/${value.flags}`
  if (Array.isArray(value)) return value.length ? `[ ${value.map(shellText).join(', ')} ]` : '[]'
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value as Doc).map(([key, inner]) => `${key}: ${shellText(inner)}`)
    return fields.length ? `{ ${fields.join(', ')} }` : '{}'
  }
  return typeof value === 'string' ? `"${value}"` : String(value ?? null)
}

/** The BSON name of a value's type, for messages; numbers are int when they are whole and fit 32 bits, as the SDK sends them. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value !== 'number') return typeof value
  if (!Number.isInteger(value)) return 'double'
  return value === (value | 0) ? 'int' : 'long'
}
