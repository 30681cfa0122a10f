import type { CommonRefusal, Fault, Refusal, RefusalCode } from '@core/contract'

/**
 * What went wrong unexpectedly; `offline` means the cloud was not reached or did not answer in time, `busy` that it
 * turned the call away, again and again, because too many were running.
 */
export interface CallFault extends Omit<Fault, 'kind'> {
  readonly kind: Fault['kind'] | 'offline' | 'busy'
}

/** What a call answers; nothing is thrown. */
export type Answer<T, R extends string = RefusalCode | CommonRefusal> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly refusal: Refusal<R>; readonly fault?: undefined; readonly trace: string }
  | { readonly ok: false; readonly fault: CallFault; readonly refusal?: undefined; readonly trace: string }

/** The two kinds of answer that are no data. */
export type Trouble<R extends string = string> = Extract<Answer<never, R>, { ok: false }>

/** Carries trouble through react-query, which knows thrown things only. */
export class Troubled extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.refusal ? trouble.refusal.refused : trouble.fault.kind)
  }
}

/** The trouble within something thrown; anything unknown is a fault of ours. */
export function troubleIn(thrown: unknown): Trouble {
  if (thrown instanceof Troubled) return thrown.trouble
  return { ok: false, fault: { kind: 'fault', safeToRepeat: false }, trace: '' }
}
