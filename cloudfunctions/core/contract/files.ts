import * as v from 'valibot'
import { action } from './action'
import { Id, Time } from './people'

/** A list or proof that the `jobs` function makes: where it stands and, once made, where it can be had for a while. */
export const FileJob = v.object({
  id: Id,
  kind: v.picklist(['roster-xlsx', 'roster-sheet', 'certificate-pdf', 'passes']),
  state: v.picklist(['queued', 'running', 'ready', 'failed', 'expired']),
  done: v.number(),
  total: v.number(),
  name: v.string(),
  /** An address that works until `until`; '' while there is none. */
  url: v.string(),
  until: v.nullable(Time),
})
export type FileJob = v.InferOutput<typeof FileJob>

/**
 * Orders a roster to take away. `phones` brings the personal columns. `key` is chosen once by the phone.
 * The phone then calls `file.run` on the `jobs` function and watches `file.state`; the timer runs what was left lying.
 */
export const orderRoster = action('file.roster', {
  input: v.object({ id: Id, key: Id, kind: v.picklist(['roster-xlsx', 'roster-sheet']), phones: v.boolean() }),
  output: FileJob,
  refuses: ['file.nobody'],
})

/** Orders the PDF of one of her certificates. */
export const orderCertificate = action('file.certificate', {
  input: v.object({ id: Id, key: Id }),
  output: FileJob,
  refuses: [],
})

/**
 * Orders large-type passes to be printed, a page each: the activity, her name, a square code, the leader's number. Of the
 * caller's own and those she keeps, or, for those who run it, of everybody who has a seat and no phone of her own.
 */
export const orderPasses = action('file.passes', {
  input: v.object({ id: Id, key: Id, of: v.picklist(['ours', 'phoneless']) }),
  output: FileJob,
  refuses: ['file.nobody'],
})

export const fileState = action('file.state', { input: v.object({ id: Id }), output: FileJob, refuses: [] })

/** Makes an ordered file; answered by the `jobs` function. Running it twice makes one file. */
export const runFile = action('file.run', { input: v.object({ id: Id }), output: FileJob, refuses: [] })
