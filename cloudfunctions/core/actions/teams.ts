import { colours, editTeam, getTeam, listTeams, refuse } from '../contract'
import { termsOf } from '../domain/search'
import { runs } from '../domain/rights'
import { calendar } from '../domain/times'
import type { MembershipDoc, TeamDoc } from '../ports/documents'
import { note } from './audit'
import { cardFields, cardsOf } from './cards'
import { checkWords } from './checking'
import { forAnyone, forTeamDesk } from './kernel'
import { hasProfile, type World } from './world'

type Standing = 'none' | 'applied' | 'member' | 'leader'
const standings = { applied: 'applied', member: 'member', leader: 'leader', left: 'none', declined: 'none' } as const

/** How a person stands in a team; who leads it is the team's own word. */
function standingIn(world: World, team: TeamDoc, membership: Pick<MembershipDoc, 'state'> | undefined): Standing {
  if (team.leaderIds.includes(world.id)) return 'leader'
  return membership ? standings[membership.state] : 'none'
}

const cardOfTeam = (team: TeamDoc, mine: Standing, now: number) => {
  const { _id: id, name, colour, communityId, kind, communityName, members } = team
  return { id, name, colour, communityId, kind, communityName, members, done: doneThisYear(team.done, now), mine }
}

/** A sum is of the running year or of none; nothing is done yet while the one kept is of another year. */
function doneThisYear(sum: TeamDoc['done'] | undefined, now: number) {
  if (!sum || (sum.year !== undefined && sum.year !== calendar(now).year)) return { activities: 0, people: 0 }
  return { activities: sum.activities, people: sum.people }
}

export const showTeams = forAnyone(listTeams, async ({ communityId }, world) => {
  const { store, ids, now } = world
  const scope = communityId ?? 'county'
  const [teams, sums] = await Promise.all([
    communityId ? store.find('teams', { communityId }, { order: [['colour', 'asc']] }) : [],
    store.find('sums', { scope }, { fields: ['colour', 'activities', 'people', 'year'] }),
  ])
  const own = world.id ? teams.map((team) => ids.row(team._id, world.id)) : []
  const memberships = await store.readMany('memberships', own, ['state'])
  const cards = teams.map((team) =>
    cardOfTeam(team, standingIn(world, team, memberships.get(ids.row(team._id, world.id))), now),
  )
  return {
    colours: colours.map((colour) => ({
      colour,
      done: doneThisYear(
        sums.find((sum) => sum.colour === colour),
        now,
      ),
      teams: cards.filter((team) => team.colour === colour),
    })),
  }
})

/** Activities a team's page shows of each kind. */
const shown = 5

export const showTeam = forAnyone(getTeam, async ({ id }, world) => {
  const { store, now, person } = world
  const team = await store.read('teams', id)
  if (!team) return refuse('access.gone')
  const { is } = store
  const ofTeam = { teamId: id, listed: true }
  const [membership, coming, past] = await Promise.all([
    world.id ? store.read('memberships', world.ids.row(id, world.id), ['state']) : null,
    store.find(
      'activities',
      { ...ofTeam, startsAt: is.gte(now) },
      { fields: cardFields, order: [['startsAt', 'asc']], limit: shown },
    ),
    store.find(
      'activities',
      { ...ofTeam, startsAt: is.lt(now) },
      { fields: cardFields, order: [['startsAt', 'desc']], limit: shown },
    ),
  ])
  const cards = await cardsOf(world, [...coming, ...past])
  const canManage = hasProfile(person) && runs(person, team)
  return {
    ...cardOfTeam(team, standingIn(world, team, membership ?? undefined), now),
    intro: team.intro,
    leaderName: team.leaderName,
    phone: team.phone,
    next: cards.slice(0, coming.length),
    past: cards.slice(coming.length),
    canManage,
    applications: canManage ? team.applications : 0,
  }
})

/** Coming activities that take a team's new name with them. */
const mostRenamed = 100

export const changeTeam = forTeamDesk(editTeam, async ({ id, name, intro, phone }, world, team) => {
  const changed = (['name', 'intro', 'phone'] as const).filter((key) => team[key] !== { name, intro, phone }[key])
  if (changed.length === 0) return {}
  const no = await checkWords(world, [name, intro])
  if (no) return no
  if (changed.includes('name')) await renameInActivities(world, id, name)
  // Before the change: repeated after a crash, it finds its own note, and still something to change.
  const edits = team.edits ?? 0
  await note(world, 'team.edit', id, [edits + 1, world.id, ...changed].join('_'), changed)
  const { is } = world.store
  const isOther = is.or([{ name: is.neq(name) }, { intro: is.neq(intro) }, { phone: is.neq(phone) }])
  await world.store.change('teams', is.and([{ _id: id }, isOther]), { name, intro, phone, edits: is.inc(1) })
  return {}
})

/** Before the team itself, so that a call repeated after a crash still finds a name to change. */
async function renameInActivities({ store, now }: World, teamId: string, teamName: string): Promise<void> {
  const coming = await store.find(
    'activities',
    { teamId, listed: true, startsAt: store.is.gte(now) },
    { fields: ['_id', 'title', 'place'], order: [['startsAt', 'asc']], limit: mostRenamed },
  )
  for (const { _id, title, place } of coming) {
    await store.change('activities', { _id }, { teamName, terms: termsOf({ title, place, teamName }) })
  }
}
