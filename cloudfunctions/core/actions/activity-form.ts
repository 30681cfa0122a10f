// Between the form a leader fills in and the activity that is kept.
import type { ActivityForm } from '../contract'
import { termsOf } from '../domain/search'
import { emptySeats } from '../domain/seats'
import type { ActivityDoc, TeamDoc } from '../ports/documents'

/** The fields of an activity that come from its form; nobody can be asked to cancel after the start. */
export function filledIn(form: ActivityForm, teamName: string) {
  const { teamId: _, cancelBy, ...fields } = form
  return { ...fields, cancelBy: Math.min(cancelBy, form.startsAt), terms: termsOf({ ...form, teamName }) }
}

/** A draft that nobody has seen yet. */
export function draftOf(
  form: ActivityForm,
  team: TeamDoc,
  by: { _id: string; personId: string; now: number },
): ActivityDoc {
  return {
    ...filledIn(form, team.name),
    ...emptySeats(form.capacity),
    _id: by._id,
    state: 'draft',
    listed: false,
    teamId: team._id,
    teamName: team.name,
    colour: team.colour,
    communityId: team.communityId,
    communityName: team.communityName,
    reason: '',
    revision: 1,
    lastChange: [],
    touchedAt: 0,
    createdBy: by.personId,
    createdAt: by.now,
    publishedAt: null,
  }
}

/** The form an activity would be filled in with. */
export const formOf = (activity: ActivityDoc): ActivityForm => ({
  teamId: activity.teamId,
  template: activity.template,
  title: activity.title,
  intro: activity.intro,
  place: activity.place,
  startsAt: activity.startsAt,
  endsAt: activity.endsAt,
  opensAt: activity.opensAt,
  closesAt: activity.closesAt,
  cancelBy: activity.cancelBy,
  capacity: activity.capacity,
  audience: activity.audience,
  bring: activity.bring,
  contact: activity.contact,
})

/** Every word of a form that others will read. */
export const wordsIn = ({ title, intro, bring, place, contact }: ActivityForm): string[] => [
  title,
  intro,
  ...bring,
  place.name,
  place.address,
  contact.name,
]
