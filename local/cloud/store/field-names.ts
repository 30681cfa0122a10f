import { requestFailed } from './faults'
import { isPlainObject } from './values'

/** Refuses field names the database cannot store, at any depth. */
export function refuseFieldNames(value: unknown, path = ''): void {
  if (Array.isArray(value)) value.forEach((item, i) => refuseFieldNames(item, `${path}${i}.`))
  if (!isPlainObject(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$')) {
      throw requestFailed(`The dollar ($) prefixed field '${key}' in '${path}${key}' is not valid for storage.`)
    }
    refuseNullByte(key)
    refuseFieldNames(inner, `${path}${key}.`)
  }
}

/** Refuses a name that BSON, whose names end at the first null byte, would cut. */
export function refuseNullByte(name: string): void {
  if (name.includes('\0')) throw requestFailed('BSON element key cannot contain null-bytes')
}
