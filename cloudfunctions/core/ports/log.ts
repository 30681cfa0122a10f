// What a call leaves in the log: one line of JSON, with no words, names or numbers of people.
import { createHash } from 'node:crypto'

/** What the running call asked of the platform so far; an instance serves one call at a time. */
export const spent = { requests: 0, returned: 0 }

/** Begins to count anew. */
export const countAnew = (): void => void Object.assign(spent, { requests: 0, returned: 0 })

/** Counts a request, and passes on what it asks for. */
export function counted<T>(asked: T): T {
  spent.requests++
  return asked
}

/** Who called, as the log names her: her lines are found by who knows her id, and her id by nobody from her lines. */
export const inLog = (personId: string): string =>
  personId && createHash('sha256').update(`log ${personId}`).digest('hex').slice(0, 12)

const mostCharacters = 400

/** The words of a fault without what stands in quotation marks: keys of the database and what people wrote. */
export const withoutValues = (words: string): string =>
  words
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/'(?:[^'\\]|\\.)*'/g, "'…'")
    .slice(0, mostCharacters)

/** Writes one line; `isWrong` is for what somebody has to look at. */
export function log(facts: Readonly<Record<string, unknown>>, isWrong = false): void {
  const line = JSON.stringify(facts)
  if (isWrong) console.error(line)
  else console.log(line)
}
