import * as v from 'valibot'
import type { RefusalCode } from './refusals'

/** What phone and cloud agree on about one action: its name, its shapes, and what it may refuse. */
export interface Action<
  I extends v.GenericSchema,
  O extends v.GenericSchema,
  R extends RefusalCode,
  N extends string = string,
> {
  readonly name: N
  readonly input: I
  readonly output: O
  readonly refuses: readonly R[]
}

/** Declares an action; names are `mechanism.verb`. */
export function action<
  const N extends string,
  const I extends v.GenericSchema,
  const O extends v.GenericSchema,
  const R extends RefusalCode,
>(name: N, shape: { input: I; output: O; refuses: readonly R[] }): Action<I, O, R, N> {
  return { name, ...shape }
}

export type AnyAction = Action<v.GenericSchema, v.GenericSchema, RefusalCode>
export type InputOf<A> = A extends Action<infer I, v.GenericSchema, RefusalCode> ? v.InferOutput<I> : never
export type OutputOf<A> = A extends Action<v.GenericSchema, infer O, RefusalCode> ? v.InferOutput<O> : never
/** Codes every action may answer with, beside its own. */
export type CommonRefusal =
  | 'access.denied'
  | 'access.gone'
  | 'access.profile_missing'
  | 'access.too_often'
  | 'access.too_many_numbers'
  | 'access.too_many_guesses'
  | 'content.risky'
export type RefusalOf<A> = A extends Action<v.GenericSchema, v.GenericSchema, infer R> ? R | CommonRefusal : never
