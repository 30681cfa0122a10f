// The teams of an account that goes: others lead them, and what they published names her no more.
import type { TeamDoc } from '../ports/documents'
import { unname } from './erase-family'
import type { Leaver } from './erase-me'
import { takeOff } from './members'
import type { World } from './world'

/** Teams of one person, those she left long ago among them. */
const mostTeams = 100

/** Ends every membership and forgets that there was one. */
export async function leaveTeams(world: World, leaver: Leaver): Promise<void> {
  const { id, teams } = leaver
  for (const teamId of new Set([...teams, ...(await teamsOf(world, id))])) await leaveTeam(world, leaver, teamId)
  await world.store.remove('memberships', { personId: id })
}

/** Teams she is in, was in, asked to be in, or leads; some of them twice. */
export async function teamsOf({ store }: World, id: string): Promise<string[]> {
  const [memberships, led] = await Promise.all([
    store.find('memberships', { personId: id }, { fields: ['teamId'], limit: mostTeams }),
    store.find('teams', { leaderIds: id }, { fields: ['_id'], limit: mostTeams }),
  ])
  return [...memberships.map(({ teamId }) => teamId), ...led.map((team) => team._id)]
}

async function leaveTeam(world: World, leaver: Leaver, teamId: string): Promise<void> {
  const { store } = world
  const { id, former, name, phone } = leaver
  const team = await store.read('teams', teamId)
  if (!team) return
  // Should the other leader have gone meanwhile, the team keeps a leader who is nobody until the community names one.
  await takeOff(world, team, id)
  await store.change('teams', { _id: teamId, leaderIds: id }, { 'leaderIds.$': former, leaderName: '' })
  await store.change('messages', { teamId, 'called.by': id }, { 'called.by': former })
  for (const collection of ['activities', 'series'] as const) {
    await store.change(collection, { teamId, createdBy: id }, { createdBy: former })
  }
  const stays = (await store.read('teams', teamId)) ?? team
  if (phone !== '') await unpublish(world, stays, phone)
  if (name !== '') {
    const contact = { name: stays.leaderName }
    await store.change('activities', { teamId, 'contact.name': name }, { 'contact.name': contact.name })
    await store.change('series', { teamId, 'form.contact.name': name }, { 'form.contact.name': contact.name })
  }
  await unname(world, name, { about: teamId })
}

/** Where her own number was given for questions, the team's stands from now on; none where that was hers too. */
async function unpublish({ store }: World, { _id: teamId, leaderName, phone: teamPhone }: TeamDoc, phone: string) {
  const contact = { name: leaderName, phone: teamPhone === phone ? '' : teamPhone }
  await store.change('teams', { _id: teamId, phone }, { phone: '' })
  await store.change('activities', { teamId, 'contact.phone': phone }, { contact: store.is.set(contact) })
  await store.change('series', { teamId, 'form.contact.phone': phone }, { 'form.contact': store.is.set(contact) })
}
