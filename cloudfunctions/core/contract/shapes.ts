// The small shapes that others are made of. A file of its own, so that the phone can have a form's shape without the rest.
import * as v from 'valibot'

export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))
/** Text that a person wrote: trimmed, never empty, at most `max` characters. */
export const words = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
/** Text that may be left empty. */
export const maybeWords = (max: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max)), '')
/** The first moment of 2100: nothing is planned beyond it. */
const latest = 4_102_444_800_000
/** Milliseconds since 1970, up to 2100; shown in UTC+8 at the edge. */
export const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(latest))
/** Where the next page begins; null after the last. Opaque to the phone. */
export const Cursor = v.nullable(v.string())
