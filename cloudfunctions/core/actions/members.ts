import { apply, decide, dismiss, members, refuse, withdraw, type MemberRow } from '../contract'
import type { MembershipDoc, TeamDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { note } from './audit'
import { promiseFollowUp } from './follow-ups'
import { checkWords } from './checking'
import { forProfile, forTeamDesk } from './kernel'
import { pageOf } from './paging'
import { tell } from './telling'
import type { World } from './world'

export const applyToTeam = forProfile(apply, async ({ id, words }, world) => {
  const { store, ids, now } = world
  const team = await store.read('teams', id)
  if (!team) return refuse('access.gone')
  if (team.leaderIds.includes(world.id)) return refuse('team.already_member')
  const _id = ids.row(id, world.id)
  const known = await store.read('memberships', _id, ['state'])
  if (known?.state === 'member' || known?.state === 'leader') return refuse('team.already_member')
  if (known?.state !== 'applied') {
    const no = await checkWords(world, [words])
    if (no) return no
    const wish: MembershipDoc = { _id, teamId: id, personId: world.id, state: 'applied', words, at: now }
    await counted(world, id, async () => {
      if (await store.add('memberships', wish)) return
      const over = { _id, state: store.is.in(['left', 'declined']) }
      await store.change('memberships', over, { state: 'applied', words, at: now })
    })
  }
  return { mine: 'applied' as const }
})

export const leaveTeam = forProfile(withdraw, async ({ id }, world) => {
  const team = await world.store.read('teams', id)
  if (!team) return refuse('access.gone')
  return takeOff(world, team, world.id)
})

/** Ends a membership or an application; the last leader cannot go. Twice is once. */
export async function takeOff(world: World, team: TeamDoc, personId: string) {
  const { store, ids } = world
  if (team.leaderIds.includes(personId) && !(await stepDown(world, team, personId))) return refuse('team.last_leader')
  const live = { _id: ids.row(team._id, personId), state: store.is.in(['applied', 'member', 'leader']) }
  await counted(world, team._id, () => store.change('memberships', live, { state: 'left', at: world.now }))
  return {}
}

/** Ends somebody's leading, and names a leader who stays; in the write that says this one is there. */
async function stepDown({ store }: World, { _id, leaderIds, leaderName }: TeamDoc, personId: string) {
  const others = leaderIds.filter((each) => each !== personId)
  const names = await store.readMany('people', others, ['name'])
  const nameOf = (each: string) => names.get(each)?.name ?? ''
  // Whoever is named already stays named.
  others.sort((a, b) => Number(nameOf(b) === leaderName) - Number(nameOf(a) === leaderName))
  for (const other of others) {
    const both = { _id, leaderIds: store.is.all([personId, other]) }
    const change = { leaderIds: store.is.pull(personId), leaderName: nameOf(other) }
    if (await store.change('teams', both, change)) return true
  }
  return false
}

/** Changes who is in a team; the team's counts follow, by the timer where the call breaks off. */
async function counted<T>(world: World, teamId: string, change: () => Promise<T>): Promise<T> {
  const done = await promiseFollowUp(world, { kind: 'counted', activityId: teamId })
  const result = await change()
  await recount(world, teamId)
  await done()
  return result
}

/** Counts members and applications anew rather than by steps, so that nothing can be counted twice. */
export async function recount({ store }: World, teamId: string): Promise<void> {
  const [applications, ...counts] = await Promise.all(
    (['applied', 'member', 'leader'] as const).map((state) => store.count('memberships', { teamId, state })),
  )
  const counted = { applications: applications ?? 0, members: counts.reduce((sum, n) => sum + n, 0) }
  await store.change('teams', { _id: teamId }, counted)
}

/** People on one page of the list of members. */
const pageSize = 50

export const listMembers = forTeamDesk(members, async ({ id, which, cursor }, { store }, team) => {
  const page = await pageOf(store, 'memberships', { teamId: id, state: which }, { field: 'at', size: pageSize, cursor })
  const isFirst = which === 'member' && !cursor
  const leaders = isFirst ? await store.find('memberships', { teamId: id, state: 'leader' }, { limit: pageSize }) : []
  const rows = [...leaders, ...page.items]
  const people = await store.readMany(
    'people',
    rows.map((row) => row.personId),
    ['name', 'phone'],
  )
  return {
    items: rows.map(({ personId, words, at, state }): MemberRow => {
      const { name = '', phone = '' } = people.get(personId) ?? {}
      const isLeader = team.leaderIds.includes(personId)
      return { personId, name, phone, words, at, state: isLeader ? 'leader' : state === 'applied' ? state : 'member' }
    }),
    next: page.next,
  }
})

const askLeader = ({ phone }: TeamDoc) => (phone ? `打给队长：${phone}` : '问问队长')

export const decideOnMember = forTeamDesk(decide, async ({ id, personId, accept }, world, team) => {
  const { store, ids } = world
  const _id = ids.row(id, personId)
  const wish = await store.read('memberships', _id, ['state', 'at'])
  const becomes = accept ? 'member' : 'declined'
  if (wish?.state !== 'applied' && wish?.state !== becomes) return refuse('team.not_applied')
  // `at` stays that of the application: it names the wish that the message answers.
  const decided =
    wish.state === becomes ||
    (await counted(world, id, () => store.change('memberships', { _id, state: 'applied' }, { state: becomes })))
  // Somebody else was quicker; only the same decision is this one too.
  if (!decided && (await store.read('memberships', _id, ['state']))?.state !== becomes)
    return refuse('team.not_applied')
  await tell(world, [personId], {
    kind: accept ? 'accepted' : 'declined',
    about: id,
    rev: wish.at,
    title: accept ? `您加入了${team.name}` : `${team.name}这次没有收下您的申请`,
    body: accept ? '队里有活动会先请您，在「我的」里看得到。' : `想问问原因，可以${askLeader(team)}。`,
    page: pages.team(id),
  })
  await note(world, 'team.decide', id, `${personId}_${wish.at}`, ['state'])
  return {}
})

export const dismissMember = forTeamDesk(dismiss, async ({ id, personId }, world, team) => {
  const membership = await world.store.read('memberships', world.ids.row(id, personId), ['state', 'at'])
  if (!membership || membership.state === 'declined' || membership.state === 'applied')
    return refuse('team.not_applied')
  const no = await takeOff(world, team, personId)
  if ('refused' in no) return no
  await note(world, 'team.dismiss', id, `${personId}_${membership.at}`, ['state'])
  return {}
})
