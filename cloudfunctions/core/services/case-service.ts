import type { Clock, Colour, Level, Question } from '../contract'

/** How a case can be settled: by the community itself, by a unit it whistles for, by neighbours, by a professional. */
export type Way = 'ourselves' | 'whistle' | 'volunteers' | 'professional'

/** A kind of thing that can be asked for. One file per service; the mechanism knows none of them by name. */
export interface CaseService {
  /** Stable name, used as file name: `wish`. */
  id: string
  /** Where it stands among the others, smallest first. */
  order: number
  /** 微心愿 */
  name: string
  /** What it is for, in one line on the list of services. */
  line: string
  colour: Colour
  /** The button that sends it: 许个心愿. */
  submit: string
  /** Above the words, and an example in the empty field. */
  asks: string
  example: string
  /**
   * Who sees an open one: all neighbours without a name; only those who may help and the community; or its parties
   * and the professional alone, not even the community's staff.
   */
  seenBy: 'neighbours' | 'helpers' | 'parties'
  /** Whether it is about a spot anybody may know, her home, or no place. */
  where: 'spot' | 'home' | 'none'
  /**
   * What it can be about; empty when that makes no difference. `clock` is its own deadline, `warns` what to do first,
   * `where` home for what is about her home although the service is about a spot. Of one that `isPrivate` neighbours read
   * its word and `discreet` in place of what she wrote.
   */
  topics: readonly {
    id: string
    word: string
    clock?: Clock
    warns?: string
    where?: 'home'
    isPrivate?: true
  }[]
  discreet?: string
  questions: readonly Question[]
  ways: readonly Way[]
  /** Where it goes first: to who looks at it, straight to neighbours, the professional, or the team of the project. */
  first: 'desk' | 'volunteers' | 'professional' | 'project'
  /** 小事不出小区: who looks at it first, where it goes to a desk. */
  level: Exclude<Level, 'county'>
  /** How many helpers come together. */
  helpers: number
  /** By when somebody has looked at it or taken it, and by when it is to be done. */
  takeUp: Clock
  clock: Clock
  /** The kind of partner that a professional is. */
  professional?: 'mediation' | 'law'
  /** Whether the worker who resolves it shows a picture of it. */
  needsAfterPicture?: boolean
  needsGoods?: boolean
  hasMedicine?: boolean
  needsAgreement?: boolean
  needsOtherParty?: boolean
  /** Only those who work for the community enter one, from a check at the door. */
  isEnteredByStaff?: boolean
  /** Under what its figures are counted: 社情民意, or 邻里纠纷. */
  counts: 'opinion' | 'dispute' | 'order'
  /** What its steps are called in the trail where the usual words do not fit. */
  words: { closed: string; doing?: string; resolved?: string }
}
