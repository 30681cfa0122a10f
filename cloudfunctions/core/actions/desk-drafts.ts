import { discard, getForm, publish, refuse, saveDraft, type ActivityForm } from '../contract'
import { changedFields, formProblem } from '../domain/form'
import { termsOf } from '../domain/search'
import { ceiling } from '../domain/seats'
import { emptyUnits } from '../domain/units'
import type { ActivityDoc, TeamDoc } from '../ports/documents'
import { draftOf, filledIn, formOf, ofTeam, wordsIn } from './activity-form'
import { isNoted, note } from './audit'
import { checkWords } from './checking'
import { promisedDraw } from './draw'
import { forActivityDesk, forTeamDesk, type KnownWorld } from './kernel'
import { countOnItsDay } from './tallies'
import type { World } from './world'

/** Drafts a team may have lying about. */
const mostDrafts = 20

export const keepDraft = forTeamDesk(saveDraft, async ({ key, form }, world, team) => {
  const { store, ids, id: personId, now } = world
  // The phone's key names a new draft; the id of a draft opened again names that one.
  const found = await store.readMany('activities', [key, ids.draft(personId, key)])
  const known = found.get(key) ?? found.get(ids.draft(personId, key))
  if (known) return changeDraft(world, known, form, team)
  const drafts = await store.find(
    'activities',
    { teamId: team._id, listed: false },
    { fields: ['_id'], limit: mostDrafts },
  )
  if (drafts.length >= mostDrafts) return refuse('activity.too_many_drafts')
  const draft = draftOf(form, team, { _id: ids.draft(personId, key), personId, now })
  await store.add('activities', draft)
  return { id: draft._id }
})

async function changeDraft({ store }: KnownWorld, known: ActivityDoc, form: ActivityForm, team: TeamDoc) {
  const { _id, teamId, state } = known
  if (teamId !== team._id) return refuse('access.gone')
  if (state !== 'draft') return refuse('activity.not_a_draft')
  const { place, contact, ages, ...fields } = filledIn(form, team)
  if (changedFields(known, { ...fields, place, contact, ages }).length === 0 && fields.template === known.template)
    return { id: _id }
  const changed = await store.change(
    'activities',
    { _id, state: 'draft' },
    {
      ...fields,
      place: store.is.set(place),
      contact: store.is.set(contact),
      ages: store.is.set(ages),
      seats: store.is.set(emptyUnits(fields.units)),
      seatsLeft: ceiling(fields.capacity),
      revision: store.is.inc(1),
    },
  )
  return changed > 0 ? { id: _id } : refuse('activity.not_a_draft')
}

export const publishDraft = forActivityDesk(publish, async ({ id }, world, { activity, team }) => {
  if (activity.state === 'cancelled') return refuse('activity.called_off', { reason: activity.reason })
  if (activity.state === 'ended') return refuse('activity.over')
  if (activity.state === 'draft') {
    const form = formOf(activity)
    const no = formProblem(form, world.now) ?? (await checkWords(world, wordsIn(form)))
    if (no) return no
    await makePublic(world, activity, team)
  }
  await countOnItsDay(world, activity.state === 'draft' ? { ...activity, ...ofTeam(team) } : activity)
  await note(world, 'activity.publish', id, 'once')
  return { id }
})

/** The very draft that was checked becomes public; one changed meanwhile does not. */
export async function makePublic(world: World, activity: ActivityDoc, team: TeamDoc): Promise<void> {
  const { store, now } = world
  const { _id, revision } = activity
  const draw = await promisedDraw(world, _id, activity.drawAt ?? null)
  const terms = termsOf({ ...activity, teamName: team.name })
  const becomes = { state: 'published', listed: true, publishedAt: now, touchedAt: now, terms, ...ofTeam(team) }
  const promised = draw && { draw: store.is.set(draw) }
  if (await store.change('activities', { _id, state: 'draft', revision }, { ...becomes, ...promised })) return
  const seen = await store.read('activities', _id, ['state'])
  if (seen?.state === 'draft') throw new Error('the draft changed while it was published')
}

export const discardDraft = forActivityDesk(
  discard,
  async ({ id }, world, { activity }) => {
    if (activity.state !== 'draft') return refuse('activity.not_a_draft')
    await note(world, 'activity.discard', id, world.id)
    await world.store.remove('activities', { _id: id, state: 'draft' })
    return {}
  },
  // Whoever threw it away is told so again.
  async ({ id }, world) => ((await isNoted(world, 'activity.discard', id, world.id)) ? {} : refuse('access.gone')),
)

export const showForm = forActivityDesk(getForm, async (_, __, { activity }) => ({
  form: formOf(activity),
  state: activity.state,
  revision: activity.revision,
}))
