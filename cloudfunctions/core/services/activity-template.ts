import type { Colour } from '../contract'

/** A kind of activity that teams hold again and again: what a leader need not write anew. One file per template. */
export interface ActivityTemplate {
  /** Stable name, used as file name: `free-clinic`. */
  id: string
  /** Short word for its chip, at most six characters: 义诊. */
  chip: string
  colour: Colour
  title: string
  intro: string
  bring: string[]
  /** Usual start, hours of the day in UTC+8: 9.5 is 9:30. */
  startHour: number
  minutes: number
  capacity: number | null
  audience: 'anyone' | 'community' | 'members'
  /** People can take their own seat back until so many hours before the start. */
  cancelHours: number
  /** What kind of place it needs, a word of PlaceDoc.functions: 党群服务站. */
  placeFunction: string
}
