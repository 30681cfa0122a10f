import { answeredBy, type Reply } from '../../cloudfunctions/core/contract'
import type { Collections } from '../../cloudfunctions/core/ports/documents'
import type { Tally } from '../../local/cloud/tally'
import { CloudProcess } from '../actions/cloud-process'

/** What an action answered, what that cost the database, and how long it took from outside. */
export interface Answered {
  data: unknown
  /** Of the answer as JSON. */
  bytes: number
  milliseconds: number
  tally: Pick<Tally, 'requests' | 'docsExamined'> & Partial<Tally>
}

/** A local cloud in a process of its own, on a temporary folder, with the functions that are measured. */
export class BenchCloud {
  private readonly cloud: CloudProcess

  constructor(functions: string) {
    this.cloud = new CloudProcess(['--functions', functions])
  }

  async start(): Promise<this> {
    await this.cloud.start()
    return this
  }

  end = () => this.cloud.end()

  /** Puts documents into a collection as they are. */
  async add<N extends keyof Collections>(name: N, docs: readonly Collections[N][]): Promise<void> {
    for (let from = 0; from < docs.length; from += 500) {
      const data = docs.slice(from, from + 500).map((doc) => JSON.stringify(doc))
      await this.cloud.database('insertDocument', { collectionName: name, data })
    }
  }

  /** Calls the bare handler. */
  async bare(openid: string, id: string): Promise<Answered> {
    return this.timed('bare', openid, { id })
  }

  /** Calls an action that is expected to succeed, of the function that answers it. */
  async act(openid: string, action: string, input: object): Promise<Answered> {
    const answered = await this.timed(answeredBy(action), openid, { action, input })
    const reply = answered.data as Reply
    if (!reply.ok) throw new Error(`${action} was not done: ${JSON.stringify(reply)}`)
    return { ...answered, data: reply.data }
  }

  private async timed(name: string, openid: string, data: object): Promise<Answered> {
    const from = performance.now()
    const { result, stats } = await this.cloud.invoke(name, openid, data)
    const milliseconds = performance.now() - from
    return { data: result, bytes: Buffer.byteLength(JSON.stringify(result)), milliseconds, tally: stats }
  }
}
