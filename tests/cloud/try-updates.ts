import { run } from './launch'
import { type Row, type Sdk } from './sdk'

/** A document, and what is asked of it: an update by its id, or by a condition besides. */
export interface Case {
  before: Row
  data: Row
  where?: Row
}

/** What became of it: how many were updated or with which errCode and text it failed, and the document without id. */
export interface Tried {
  updated?: number
  error?: string
  after: Row
}

/** Tries updates, each on a document of its own in the collection `things`; the cases are made inside the function. */
export function tryUpdates<N extends string>(
  cloud: { url: string },
  cases: (sdk: Sdk) => Record<N, Case>,
): Promise<Record<N, Tried>> {
  return run(
    cloud,
    async (sdk, code) => {
      const things = sdk.db.collection('things')
      const made = ((0, eval)(`(${code})`) as typeof cases)(sdk)
      const tried: Record<string, Tried> = {}
      for (const [name, one] of Object.entries<Case>(made)) {
        await things.doc(name).set({ data: one.before })
        const target = one.where ? things.where({ _id: name, ...one.where }) : things.doc(name)
        const outcome = await target.update({ data: one.data }).then(
          ({ stats }) => ({ updated: stats.updated }),
          (error: { errCode: number; errMsg: string }) => ({ error: `${error.errCode} ${error.errMsg}` }),
        )
        const { _id: id, ...after } = (await things.doc(name).get()).data ?? {}
        tried[name] = { ...outcome, after: id === undefined ? { gone: true } : after }
      }
      return tried
    },
    cases.toString(),
  )
}
