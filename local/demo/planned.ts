import type { FormField } from '@core/domain/form'
import type { PlaceDoc } from '@core/ports/documents'
import type { Happening } from './programme'
import type { Team } from './teams'

/** What the story of the demo wants of one activity; the rest is left to chance. */
export interface Staging {
  taken: number
  waiting?: number
  /** Names of the cast who have a seat. */
  inside?: readonly string[]
  /** Name of the cast and her place in the line, from 1. */
  inLine?: readonly [name: string, position: number]
  state?: 'draft' | 'closed' | 'cancelled'
  reason?: string
  /** When sign-up opens; with the announcement unless said. */
  opensAt?: number
  /** Fields of the form that an edit has changed since. */
  changed?: readonly FormField[]
  /** The team sees elders home from it. */
  seesHome?: boolean
}

/** An activity that has its day, hour, team and place. */
export interface Planned {
  happening: Happening
  team: Team
  place: PlaceDoc
  startsAt: number
  endsAt: number
  staging?: Staging
}

/** Keeps places and teams from being in two activities at once. */
export class Timetable {
  private readonly taken = new Map<string, [from: number, to: number][]>()

  isFree(who: string, from: number, to: number): boolean {
    return !this.taken.get(who)?.some(([start, end]) => start < to && from < end)
  }

  take(who: string, from: number, to: number): void {
    const spans = this.taken.get(who)
    if (spans) spans.push([from, to])
    else this.taken.set(who, [[from, to]])
  }
}
