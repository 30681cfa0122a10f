import * as v from 'valibot'

/** What the phone sends to the `api` function. */
export const Request = v.object({ action: v.pipe(v.string(), v.maxLength(64)), input: v.optional(v.unknown(), {}) })
export type Request = v.InferOutput<typeof Request>

/** An expected no: a code of the catalogue and the facts its sentence needs. */
export interface Refusal<C extends string = string> {
  readonly refused: C
  readonly facts: Readonly<Record<string, string | number>>
}

/** What went wrong that nobody expected; `safeToRepeat` says whether trying again can do harm. */
export interface Fault {
  readonly kind: 'bad_input' | 'fault'
  readonly safeToRepeat: boolean
}

/** What the `api` function answers; nothing is thrown across `callFunction`. */
export type Reply<T = unknown> =
  | { ok: true; data: T; trace: string }
  | { ok: false; refusal: Refusal; trace: string }
  | { ok: false; fault: Fault; trace: string }
