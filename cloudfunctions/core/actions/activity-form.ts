// Between the form a leader fills in and the activity that is kept.
import { plainExtras, type ActivityForm } from '../contract'
import { termsOf } from '../domain/search'
import { emptySeats } from '../domain/seats'
import { capacityOf, emptyUnits } from '../domain/units'
import type { ActivityDoc, TeamDoc } from '../ports/documents'

const onePerId = <T extends { id: string }>(all: readonly T[]) =>
  all.filter((each, at) => all.findIndex((other) => other.id === each.id) === at)

/**
 * The fields of an activity that come from its form, with the team's name of today; nobody can be asked to cancel
 * after the start, and posts and slots have as many seats as the activity.
 */
export function filledIn(form: ActivityForm, { name: teamName }: Pick<TeamDoc, 'name'>) {
  const { teamId: _, cancelBy, ...fields } = form
  const units = onePerId(form.units)
  return {
    ...fields,
    ...{ teamName, units },
    questions: onePerId(form.questions),
    capacity: capacityOf({ units, capacity: form.capacity }),
    cancelBy: Math.min(cancelBy, form.startsAt),
    terms: termsOf({ ...form, teamName }),
  }
}

/** What an activity carries of its team; a draft may be older than the team's name. */
export const ofTeam = ({ name: teamName, colour, communityId, communityName }: TeamDoc) => ({
  teamName,
  colour,
  communityId,
  communityName,
})

/** A draft that nobody has seen yet. */
export function draftOf(
  form: ActivityForm,
  team: TeamDoc,
  by: { _id: string; personId: string; now: number },
): ActivityDoc {
  const fields = filledIn(form, team)
  return {
    ...fields,
    ...ofTeam(team),
    ...emptySeats(fields.capacity),
    seats: emptyUnits(fields.units),
    pool: [],
    draw: null,
    _id: by._id,
    state: 'draft',
    listed: false,
    teamId: team._id,
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
  units: activity.units ?? [],
  ages: activity.ages ?? plainExtras.ages,
  approval: activity.approval ?? false,
  drawAt: activity.drawAt ?? null,
  perMonth: activity.perMonth ?? null,
  questions: activity.questions ?? [],
  serves: activity.serves ?? false,
  seesHome: activity.seesHome ?? false,
})

/** Every word of a form that others will read. */
export const wordsIn = ({ title, intro, bring, place, contact, units, questions }: ActivityForm): string[] => [
  title,
  intro,
  ...bring,
  place.name,
  place.address,
  contact.name,
  ...units.flatMap((unit) => [unit.name, unit.skills]),
  ...questions.flatMap((question) => [question.label, ...question.options]),
]
