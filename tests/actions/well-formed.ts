// Whether what is kept can be shown on a phone, written to a file and read back.

/** Half characters, and characters that are no text: controls but for a new line, and marks that turn the direction. */
const noText =
  /\p{Cs}|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u
const noKey = /^(__proto__|constructor|prototype|toString|valueOf|hasOwnProperty)$|[.$]|^$/

/** Places in a value whose text or key is not fit to be kept. */
export function illFormed(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return noText.test(value) ? [`${path}: ${JSON.stringify(value).slice(0, 80)}`] : []
  if (Array.isArray(value)) return value.flatMap((each, n) => illFormed(each, `${path}[${n}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => [
    ...(noKey.test(key) || noText.test(key) ? [`key of ${path}: ${JSON.stringify(key).slice(0, 80)}`] : []),
    ...illFormed(each, `${path}.${key}`),
  ])
}
