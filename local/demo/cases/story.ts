import type { Move } from '@core/contract'
import { startOfDay } from '@core/domain/times'
import { day, hour } from '../calendar'

/**
 * Who does something in a story: the asker, the other side, who helps (first, second), the worker of the community or of
 * the compound, the county, or `u:` and the unit whose person does it.
 */
export type Actor = 'asker' | 'party' | 'helper' | 'second' | 'staff' | 'grid' | 'county' | `u:${string}`

/** One thing somebody does: so many days ago, at an hour of that day such as 8.5, who, and what. 0 days: so many hours ago. */
export type Beat = readonly [days: number, hour: number, who: Actor, move: Move]

/** A case as it is told before it is played by the rules. */
export interface Story {
  /** From it comes the id, the same in every county. */
  key: string
  service: string
  topic?: string
  /** 柳湾 when missing. */
  communityId?: string
  /** The compound by its place in the community, 1 is the first; none when missing. */
  compound?: number
  spot?: string
  words: string
  /** Somebody of 柳湾 by name, else one of its residents by chance. */
  asker?: string
  /** Her mother-in-law, or another whom she keeps: by the name the county knows. */
  forWhom?: string
  /** Who wrote it down for a caller; nobody when she asked herself. */
  enteredBy?: 'staff' | 'grid'
  isUrgent?: boolean
  isAnonymous?: boolean
  answers?: Record<string, string | number | boolean>
  goods?: readonly { what: string; fen: number | null }[]
  /** Fen handed over beforehand. */
  advance?: number
  /** The other side of a quarrel, by name. */
  party?: string
  /** An order from the menu: the kind of project, and on which of its days after the asking; 0 is the next. */
  order?: { kind: string; nth: number }
  /** The one that goes on as one with it, and when a worker saw that: so many days ago, at an hour. */
  joins?: { key: string; days: number; hour: number }
  /** How many neighbours say 我也是. */
  followers?: number
  /** Who helps, by name; residents by chance when missing. */
  helpers?: readonly string[]
  /** When it was asked: as with a beat. */
  at: readonly [days: number, hour: number]
  beats: readonly Beat[]
}

/** Pictures that the county brings along, by name; `pictures.ts` paints them. */
export const pictureNames = [
  'lane-dark',
  'lane-lit',
  'rail-before',
  'rail-after',
  'lid-before',
  'lid-after',
  'wall-before',
  'wall-after',
  'receipt',
] as const
export type PictureName = (typeof pictureNames)[number]

/** Under which a picture stands in a story; the replay puts it into the folder of whoever brings it. */
export const picture = (name: PictureName) => `cloud://demo/${name}`

/** A moment so many days ago at an hour of that day; with 0 days so many hours ago. */
export const momentOf = (now: number, days: number, at: number) =>
  Math.round(days === 0 ? now - at * hour : Math.min(now, startOfDay(now) - days * day + at * hour))
