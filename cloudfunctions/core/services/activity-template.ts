import type { Colour, Question, UnitForm } from '../contract'

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
  /** Posts with their own number, for the whole time; missing where all do the same. */
  posts?: readonly Pick<UnitForm, 'name' | 'capacity' | 'role' | 'skills'>[]
  /** Slots from start to end: one every so many minutes, so many seats each. */
  slots?: { every: number; seats: number }
  /** Youngest and oldest who may come; missing where age does not matter. */
  ages?: { from: number | null; to: number | null }
  /** Whether the leader says yes to each. */
  approval?: boolean
  /** How many of the team's activities one person may take in a month. */
  perMonth?: number
  questions?: readonly Question[]
  /** Whether those who come serve, and so earn hours. */
  serves?: boolean
  /** Whether it usually meets every week. */
  weekly?: boolean
}
