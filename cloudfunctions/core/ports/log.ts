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

/** An id made of who somebody is, with nothing else around it that belongs to a word. */
const idOfSomebody = /(?<![A-Za-z0-9])[pdg][a-z2-7]{12}(?![A-Za-z0-9])/g

/**
 * The words of a fault without what stands in quotation marks (keys of the database and what people wrote), without
 * anything that nobody writes in English, and without numbers that could be somebody's; people as the log names them.
 */
export const withoutValues = (words: string): string =>
  words
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/'(?:[^'\\]|\\.)*'/g, "'…'")
    .replace(/`(?:[^`\\]|\\.)*`/g, '`…`')
    .replace(/[^\n -~…]+/g, '…')
    // Codes of the platform stay: of WeChat after their name, of the cloud with their sign.
    .replace(/(E11000|err_?code\W{0,3}\d{5}|(?<!\d)-50\d{4})(?!\d)|\d{5,}/gi, (_, code?: string) => code ?? '…')
    .replace(idOfSomebody, inLog)
    .slice(0, mostCharacters)

/** Writes one line; `isWrong` is for what somebody has to look at. */
export function log(facts: Readonly<Record<string, unknown>>, isWrong = false): void {
  const line = JSON.stringify(facts)
  if (isWrong) console.error(line)
  else console.log(line)
}
