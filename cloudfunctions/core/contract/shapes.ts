// The small shapes that others are made of. A file of its own, so that the phone can have a form's shape without the rest.
import * as v from 'valibot'

/** Never what every object has a part of that name, such as `constructor`: things are kept in objects by their ids. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/),
  v.check((id) => !(id in {})),
)

/** Controls, halves of characters, and marks that turn the direction of what follows; tabs and new lines are kept apart. */
const noText = /[^\n -~\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu
/** A letter, number, mark or picture: what leaves ink. Some that Unicode calls letters or signs are blank. */
const ink = /(?![\u115f\u1160\u2800\u3164\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u
/** Text that is at most so long is one line: names, titles, reasons. */
const longestLine = 60

/** What somebody typed or pasted, without what nobody can see: she did not mean it, and loses nothing else by it. */
function readable(typed: string, max: number): string {
  const text = typed
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(noText, '')
  return (max > longestLine ? text : text.replace(/\n+/g, ' ')).trim()
}

/** Text that a person wrote, as it can be kept and shown: trimmed, at most `max` characters. */
export const typed = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => readable(text, max)),
    v.maxLength(max),
  )
/** Text of which something must be seen. */
export const words = (max: number) => v.pipe(typed(max), v.regex(ink))
/** Text that may be left empty. */
export const maybeWords = (max: number) => v.optional(typed(max), '')
/** The first moment of 2100: nothing is planned beyond it. */
const latest = 4_102_444_800_000
/** Milliseconds since 1970, up to 2100; shown in UTC+8 at the edge. */
export const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(latest))
/** Degrees on the map. */
export const Latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90))
export const Longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180))
/**
 * Minutes until numbers of others are shown to her again, where this answer comes without them since she has read too
 * many; missing or null where it holds all there are.
 */
export const Held = v.optional(v.nullable(v.number()))
/** Where the next page begins; null after the last. Opaque to the phone. */
export const Cursor = v.nullable(v.pipe(v.string(), v.maxLength(500)))
