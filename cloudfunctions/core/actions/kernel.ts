// How an action gets its handler. Rights are checked here, by the table, before a handler sees anything.
import {
  isRefusal,
  refuse,
  type AnyAction,
  type CommonRefusal,
  type InputOf,
  type OutputOf,
  type Refusal,
  type RefusalOf,
} from '../contract'
import { isElder } from '../domain/family'
import { rightOf, runs, type Right } from '../domain/rights'
import type { ActivityDoc, CorrectionDoc, DependentDoc, PersonDoc, SeriesDoc, TeamDoc } from '../ports/documents'
import { hasProfile, type World } from './world'

/** A world in which she is known: by her name, or as who acts for somebody. */
export type KnownWorld = World & { person: PersonDoc }

export type Answer<A> = Promise<OutputOf<A> | Refusal<RefusalOf<A>>>
type Handler<A, W extends World> = (input: InputOf<A>, world: W) => Answer<A>
type DeskHandler<A, Scope> = (input: InputOf<A>, world: KnownWorld, scope: Scope) => Answer<A>

/** An action with its handler behind the check of rights. Input is already valid. */
export interface Route {
  action: AnyAction
  answer: (input: unknown, world: World) => Promise<unknown>
}

/** An action with its handler, once the table of rights says about it what this handler checks. */
export function route<A extends AnyAction>(
  action: A,
  expected: Right,
  answer: (input: InputOf<A>, world: World) => unknown,
) {
  const row = rightOf(action.name)
  if (JSON.stringify(row) !== JSON.stringify(expected)) throw new Error(`${action.name} is not in the table as handled`)
  return { action, answer: async (input: unknown, world: World) => answer(input as InputOf<A>, world) } satisfies Route
}

/** Handles an action open to everyone, with a profile or without. */
export const forAnyone = <A extends AnyAction>(action: A, handler: Handler<A, World>): Route =>
  route(action, { may: 'anyone' }, handler)

/** The world in which she said her name; null while she has not. */
export const known = (world: World): KnownWorld | null =>
  hasProfile(world.person) ? { ...world, person: world.person } : null

/** Handles an action for people who said their name. */
export const forProfile = <A extends AnyAction>(action: A, handler: Handler<A, KnownWorld>): Route =>
  route(action, { may: 'profile' }, (input, world) => {
    const who = known(world)
    return who ? handler(input, who) : refuse('access.profile_missing')
  })

/**
 * Handles an action that people take for themselves once they said their name, and for others, named in `input.people`,
 * without one: whom they act for is for the handler to find.
 */
export const forNamed = <A extends AnyAction>(action: A, handler: Handler<A, KnownWorld>): Route =>
  route(action, { may: 'anyone' }, (input, world) => {
    const { people = [] } = input as { people?: readonly string[] }
    const { person, id } = world
    const isForOthers = people.length > 0 && !people.includes(id)
    const mayAsk = person !== null && (isForOthers || hasProfile(person))
    return mayAsk ? handler(input, { ...world, person }) : refuse('access.profile_missing')
  })

/**
 * Handles an action on an activity for those who run its team: `input.id` names the activity; `whenGone` answers where it
 * is not there.
 */
export const forActivityDesk = <A extends AnyAction>(
  action: A,
  handler: DeskHandler<A, { activity: ActivityDoc; team: TeamDoc }>,
  whenGone?: Handler<A, KnownWorld>,
): Route =>
  route(action, { may: 'desk', of: 'activity' }, async (input, world) => {
    const who = known(world)
    if (!who) return refuse('access.denied')
    const activity = await world.store.read('activities', idIn(input))
    if (!activity) return whenGone ? whenGone(input, who) : refuse('access.gone')
    const team = await teamRunBy(who, activity.teamId)
    if (isRefusal(team)) return activity.state === 'draft' ? refuse('access.gone') : team
    return handler(input, who, { activity, team })
  })

/** Handles an action on a series for those who run its team: `input.id` names the series. */
export const forSeriesDesk = <A extends AnyAction>(
  action: A,
  handler: DeskHandler<A, { series: SeriesDoc; team: TeamDoc }>,
): Route =>
  route(action, { may: 'desk', of: 'series' }, async (input, world) => {
    const who = known(world)
    if (!who) return refuse('access.denied')
    const series = await world.store.read('series', idIn(input))
    if (!series) return refuse('access.gone')
    const team = await teamRunBy(who, series.teamId)
    return isRefusal(team) ? team : handler(input, who, { series, team })
  })

/** Handles an action on a correction of hours for those who run the team it is of: `input.id` names the correction. */
export const forCorrectionDesk = <A extends AnyAction>(
  action: A,
  handler: DeskHandler<A, { correction: CorrectionDoc; team: TeamDoc }>,
): Route =>
  route(action, { may: 'desk', of: 'correction' }, async (input, world) => {
    const who = known(world)
    if (!who) return refuse('access.denied')
    const correction = await world.store.read('corrections', idIn(input))
    if (!correction) return refuse('access.gone')
    const team = await teamRunBy(who, correction.teamId)
    return isRefusal(team) ? team : handler(input, who, { correction, team })
  })

/** Handles an action on a record of somebody entered by name, for those who run the team that did: `input.id` names it. */
export const forRecordDesk = <A extends AnyAction>(
  action: A,
  handler: DeskHandler<A, { record: DependentDoc; team: TeamDoc }>,
): Route =>
  route(action, { may: 'desk', of: 'record' }, async (input, world) => {
    const who = known(world)
    if (!who) return refuse('access.denied')
    const record = await world.store.read('dependents', idIn(input))
    if (record?.kind !== 'guest') return refuse('access.gone')
    const team = await teamRunBy(who, record.enteredBy)
    return isRefusal(team) ? team : handler(input, who, { record, team })
  })

/** Handles an action on a team for those who run it: `input.id` or `input.form.teamId` names the team. */
export const forTeamDesk = <A extends AnyAction>(action: A, handler: DeskHandler<A, TeamDoc>): Route =>
  route(action, { may: 'desk', of: 'team' }, async (input, world) => {
    const who = known(world)
    if (!who) return refuse('access.denied')
    const team = await teamRunBy(who, idIn(input))
    return isRefusal(team) ? team : handler(input, who, team)
  })

/** Handles an action on a community for those who work for it: `input.communityId` names it. */
export const forStaff = <A extends AnyAction>(action: A, handler: Handler<A, KnownWorld>): Route =>
  route(action, { may: 'staff', of: 'community' }, (input, world) => {
    const who = known(world)
    const { communityId = '' } = input as { communityId?: string }
    return who?.person.staffOf.includes(communityId) ? handler(input, who) : refuse('access.denied')
  })

/** Handles an action on an elder whom families keep or a community entered, for those who work for that community. */
export const forElderDesk = <A extends AnyAction>(action: A, handler: DeskHandler<A, DependentDoc>): Route =>
  route(action, { may: 'staff', of: 'elder' }, async (input, world) => {
    const who = known(world)
    if (!who || who.person.staffOf.length === 0) return refuse('access.denied')
    const elder = await world.store.read('dependents', idIn(input))
    if (!elder || !isElder(elder, world.now)) return refuse('access.gone')
    return who.person.staffOf.includes(elder.communityId ?? '') ? handler(input, who, elder) : refuse('access.denied')
  })

/** Handles an action over all the teams a person runs; refused to those who run none. */
export const forOwnTeams = <A extends AnyAction>(action: A, handler: DeskHandler<A, TeamDoc[]>): Route =>
  route(action, { may: 'desk', of: 'own teams' }, async (input, world) => {
    const who = known(world)
    const teams = who ? await teamsRunBy(who) : []
    return who && teams.length > 0 ? handler(input, who, teams) : refuse('access.denied')
  })

/** The team, when this person runs it. */
export async function teamRunBy(world: KnownWorld, teamId: string): Promise<TeamDoc | Refusal<CommonRefusal>> {
  const team = await world.store.read('teams', teamId)
  if (!team) return refuse('access.gone')
  return runs(world.person, team) ? team : refuse('access.denied')
}

/** Every team a person leads, then those of the communities she works for. */
export async function teamsRunBy({ store, person }: KnownWorld): Promise<TeamDoc[]> {
  const led = await store.find('teams', { leaderIds: person._id }, { limit: 20 })
  if (person.staffOf.length === 0) return led
  const near = await store.find('teams', { communityId: store.is.in(person.staffOf) }, { order: [['colour', 'asc']] })
  return [...led, ...near.filter((team) => !led.some((own) => own._id === team._id))]
}

function idIn(input: unknown): string {
  const { id, form } = input as { id?: string; form?: { teamId: string } }
  return id ?? form?.teamId ?? ''
}
