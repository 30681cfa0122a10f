import { activityTemplates } from '@core/services'
import type { Season } from '../calendar'

/** Something the teams of the county hold: what an activity is made from. */
export interface Happening {
  /** Template it was made from; empty when written anew. */
  template: string
  title: string
  intro: string
  bring: readonly string[]
  /** Key of the kind of team that holds it; its colour is the team's. */
  by: string
  startHour: number
  minutes: number
  capacity: number | null
  audience: 'anyone' | 'community' | 'members'
  cancelHours: number
  /** A word of PlaceDoc.functions. */
  venue: string
  /** Share of the seats that tends to be taken; of 60 when there is no limit. */
  draw: number
  /** When it is held; all year round without. */
  seasons?: readonly Season[]
  /** On which weekdays, 0 is Sunday; on any without. */
  weekdays?: readonly number[]
  /** Only in these communities; everywhere without. */
  only?: readonly string[]
}

/** A happening like its template except for what is said. */
export function like(template: string, by: string, changes: Partial<Happening> & { draw: number }): Happening {
  const base = activityTemplates.find(({ id }) => id === template)
  if (!base) throw new Error(`no template ${template}`)
  const { title, intro, bring, startHour, minutes, capacity, audience, cancelHours, placeFunction } = base
  const said = { title, intro, bring, startHour, minutes, capacity, audience, cancelHours, venue: placeFunction }
  return { template, by, ...said, ...changes }
}

type Anew = 'title' | 'intro' | 'startHour' | 'minutes' | 'capacity' | 'venue' | 'draw'

/** A happening without a template; the rest has the usual values. */
export function anew(by: string, said: Pick<Happening, Anew> & Partial<Happening>): Happening {
  return { template: '', by, bring: [], audience: 'anyone', cancelHours: said.startHour < 12 ? 15 : 2, ...said }
}

export const workdays = [1, 2, 3, 4, 5] as const
export const weekend = [0, 6] as const
