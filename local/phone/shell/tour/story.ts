/** Something a phone did that a story may wait for. */
export interface Deed {
  /** The openid of who holds the phone. */
  who: string
  /** A page came on top. */
  route?: string
  query?: Record<string, string>
  /** The back end did an action. */
  action?: string
  input?: Record<string, unknown>
  data?: Record<string, unknown>
  /** A card went to this chat. */
  sentTo?: string
}

/** What a story has learnt on its way. */
export interface Memory {
  /** The activity or the case it is about. */
  id?: string
}

/** One step: on whose phone, what to tap and why, and how one knows that it was done. */
export interface Step {
  who: string
  /** What to tap. */
  say: string
  /** Why, in one sentence. */
  why: string
  /** The page at which her phone opens when the step begins. */
  at?: (memory: Memory) => string | undefined
  /** The page at which her phone opens when the step before was skipped; undefined where none is known. */
  afterSkip?: (memory: Memory) => string | undefined
  done: (deed: Deed, memory: Memory) => boolean
}

/** A story a visitor can walk, step by step. */
export interface Story {
  title: string
  line: string
  /** Who takes part, by name. */
  cast: string[]
  /** It is there only when the mini-program has such a page. */
  needs?: RegExp
  steps: Step[]
  /** What has become of it. */
  end: string
}

/** A step ends when this page comes on top. */
export const onPage =
  (pattern: RegExp) =>
  ({ route = '' }: Deed): boolean =>
    pattern.test(route)

/** A step ends when the back end has done such an action. */
export const onAction =
  (pattern: RegExp, isRight: (deed: Deed) => boolean = () => true) =>
  (deed: Deed): boolean =>
    pattern.test(deed.action ?? '') && isRight(deed)

/** A step ends when a card went off. */
export const onCard = ({ sentTo }: Deed): boolean => sentTo !== undefined
