// What the software keeps about itself.

/** checks: reports of the consistency check; names of rules and ids of documents, nothing about people. */
export interface CheckDoc {
  _id: string
  startedAt: number
  /** 0 while it goes on. */
  finishedAt: number
  /** Where it stands: the collection and the last id looked at there. */
  collection: string
  after: string
  /** Documents looked at. */
  looked: number
  /** How often each rule was not kept, and how often that was mended. */
  broken: Record<string, { found: number; mended: number }>
  /** The first documents that did not keep a rule, as `rule collection/id`, with ` mended` behind where it was set right. */
  examples: string[]
  /** Documents that are looked at again before anything is said of them; `looks` of them came to no answer so far. */
  suspects?: { collection: string; id: string; at: number; looks?: number }[]
  /** The number of steps made so far, and when the last was made. */
  turn?: number
  movedAt?: number
  /** It stood still for so long that it was ended as it was. */
  isBrokenOff?: boolean
}

/** slow: actions that took too long, one document for each action and day (yyyy-mm-dd). */
export interface SlowDoc {
  _id: string
  day: string
  action: string
  times: number
  worstMs: number
}

/** limits: how much of something a person took within a span; swept away once it is over. */
export interface LimitDoc {
  _id: string
  taken: number
  until: number
  /** Of what it was, as marks that lead to nothing, so that the same is not counted again. */
  seen?: string[]
}
