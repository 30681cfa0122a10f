// What teams do every week for whoever orders it: 点单.
import { projectKindOf } from '@core/services/projects'
import type { ProjectDoc } from '@core/ports/documents'
import { day } from '../calendar'
import { demoIdOf } from '../person-id'
import type { Team } from '../teams'

interface Standing {
  kind: string
  /** The team by its key, and its days: Monday is 1. */
  team: string
  weekdays: readonly number[]
  perDay: number
  /** In 柳湾 alone. */
  isOnlyHere?: boolean
}

const standing: readonly Standing[] = [
  { kind: 'haircut', team: 'craftsmen', weekdays: [2, 4, 6], perDay: 3 },
  { kind: 'blood-pressure', team: 'orange-pro', weekdays: [1, 3, 5], perDay: 6 },
  { kind: 'company', team: 'companions', weekdays: [1, 2, 3, 4, 5], perDay: 2, isOnlyHere: true },
  { kind: 'phone-lesson', team: 'phones', weekdays: [3, 6], perDay: 2 },
  { kind: 'bath-heater', team: 'yellow-pro', weekdays: [6, 7], perDay: 2, isOnlyHere: true },
]

/** The id of the project of a kind in a community. */
export const projectIdOf = (communityId: string, kind: string) => demoIdOf('j', `${communityId} ${kind}`)

/** The standing projects of every community whose teams hold one; nothing is ordered yet. */
export function projectDocs(now: number, teams: readonly Team[]): ProjectDoc[] {
  return standing.flatMap(({ kind, team: key, weekdays, perDay, isOnlyHere }) => {
    const found = projectKindOf(kind)
    if (!found) throw new Error(`no project of the kind ${kind}`)
    const { title, words, colour, minutes } = found
    return teams
      .filter(({ doc }) => doc._id === `${doc.communityId}-${key}` && (!isOnlyHere || doc.communityId === 'liuwan'))
      .map(({ doc: { _id: teamId, communityId } }) => ({
        ...{ _id: projectIdOf(communityId, kind), kind, teamId, communityId, colour, title, words, minutes },
        ...{ weekdays: [...weekdays], perDay, isOn: true, booked: {}, done: 0, createdAt: now - 300 * day },
      }))
  })
}
