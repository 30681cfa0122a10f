import * as v from 'valibot'
import { action } from './action'
import { ActivityCard } from './activity'
import { ColourSchema } from './colours'
import { Cursor, Held, Id, Time, TeamRef, maybeWords, words } from './people'

/** What a team has done this year, counted from its ended activities. */
export const Done = v.object({ activities: v.number(), people: v.number() })

export const TeamCard = v.object({
  ...TeamRef.entries,
  kind: v.picklist(['professional', 'social']),
  communityName: v.string(),
  members: v.number(),
  done: Done,
  mine: v.picklist(['none', 'applied', 'member', 'leader']),
})
export type TeamCard = v.InferOutput<typeof TeamCard>

/** The teams of a community, at most two kinds in each colour; null is the whole county, as sums without teams. */
export const listTeams = action('team.list', {
  input: v.object({ communityId: v.nullable(Id) }),
  output: v.object({
    colours: v.array(v.object({ colour: ColourSchema, done: Done, teams: v.array(TeamCard) })),
  }),
  refuses: [],
})

export const getTeam = action('team.get', {
  input: v.object({ id: Id }),
  output: v.object({
    ...TeamCard.entries,
    intro: v.string(),
    leaderName: v.string(),
    phone: v.string(),
    next: v.array(ActivityCard),
    past: v.array(ActivityCard),
    canManage: v.boolean(),
    applications: v.number(),
  }),
  refuses: [],
})

export const apply = action('team.apply', {
  input: v.object({ id: Id, words: maybeWords(100) }),
  output: v.object({ mine: v.picklist(['applied', 'member']) }),
  refuses: ['team.already_member', 'content.unchecked'],
})

/** Takes an application back or leaves the team. */
export const withdraw = action('team.withdraw', {
  input: v.object({ id: Id }),
  output: v.object({}),
  refuses: ['team.last_leader'],
})

export const MemberRow = v.object({
  personId: Id,
  name: v.string(),
  phone: v.string(),
  state: v.picklist(['applied', 'member', 'leader']),
  words: v.string(),
  at: Time,
})
export type MemberRow = v.InferOutput<typeof MemberRow>

export const members = action('team.members', {
  input: v.object({ id: Id, which: v.picklist(['applied', 'member']), cursor: v.optional(Cursor, null) }),
  output: v.object({ items: v.array(MemberRow), next: Cursor, held: Held }),
  refuses: [],
})

/** Accepts or kindly declines an application; the person is told. */
export const decide = action('team.decide', {
  input: v.object({ id: Id, personId: Id, accept: v.boolean() }),
  output: v.object({}),
  refuses: ['team.not_applied'],
})

/** Takes a member off the team. */
export const dismiss = action('team.dismiss', {
  input: v.object({ id: Id, personId: Id }),
  output: v.object({}),
  refuses: ['team.not_applied', 'team.last_leader'],
})

export const editTeam = action('team.edit', {
  input: v.object({
    id: Id,
    name: words(16),
    intro: maybeWords(300),
    phone: v.pipe(v.string(), v.trim(), v.regex(/^[\d-]{0,20}$/)),
  }),
  output: v.object({}),
  refuses: ['content.unchecked'],
})
