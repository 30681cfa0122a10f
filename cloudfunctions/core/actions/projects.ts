// Standing projects of teams: the menu from which residents order.
import { listProjects, refuse, saveProject, type Project } from '../contract'
import { bookableDays, leftOn } from '../domain/project-days'
import { runs } from '../domain/rights'
import type { ProjectDoc, TeamDoc } from '../ports/documents'
import { projectKindOf } from '../services/projects'
import { note } from './audit'
import { checkWords } from './checking'
import { forAnyone, forTeamDesk } from './kernel'
import { hasProfile, type World } from './world'

/** Projects on the menu of one community. */
const mostProjects = 100

type Team = Pick<TeamDoc, 'name' | 'leaderIds' | 'communityId'>

function shown({ now, person }: World, project: ProjectDoc, team: Team): Project {
  const { _id: id, kind, title, words, colour, communityId, teamId, minutes, weekdays, perDay, isOn } = project
  return {
    ...{ id, kind, title, words, colour, communityId, teamId, minutes, weekdays, perDay, isOn },
    team: team.name,
    days: bookableDays(project, now).map((day) => ({ day, left: leftOn(project, day) })),
    canEdit: hasProfile(person) && runs(person, team),
  }
}

export const showProjects = forAnyone(listProjects, async ({ communityId }, world) => {
  const { store, person } = world
  const [projects, teams] = await Promise.all([
    store.find('projects', { communityId }, { limit: mostProjects }),
    store.find('teams', { communityId }, { fields: ['_id', 'name', 'leaderIds', 'communityId'] }),
  ])
  const items = projects.flatMap((project) => {
    const team = teams.find(({ _id }) => _id === project.teamId)
    return team ? [shown(world, project, team)] : []
  })
  const canAdd = hasProfile(person) && teams.some((team) => runs(person, team))
  // One that rests is left to those who can wake it.
  return { items: items.filter(({ isOn, canEdit }) => isOn || canEdit), canAdd }
})

export const keepProject = forTeamDesk(saveProject, async (input, world, team) => {
  const { store, ids, id: by, now } = world
  const { key, projectId, id: teamId, kind, ...said } = input
  const { title, words, weekdays, perDay, isOn } = said
  const form = projectKindOf(kind)
  if (!form) return refuse('case.no_service')
  const before = projectId === null ? null : await store.read('projects', projectId)
  if (projectId !== null && before?.teamId !== teamId) return refuse('access.gone')
  const no = await checkWords(world, [title, words])
  if (no) return no
  const made = { kind, teamId, communityId: team.communityId, colour: form.colour, minutes: form.minutes }
  const fresh = { _id: ids.made('o', by, key), ...made, booked: {}, done: 0, createdAt: now }
  const project: ProjectDoc = { ...(before ?? fresh), title, words, weekdays, perDay, isOn }
  // The key again is the same project: what is said last stands. Orders already taken stay.
  if (before || !(await store.add('projects', project))) {
    await store.change('projects', { _id: project._id }, { title, words, weekdays, perDay, isOn })
  }
  await note(world, 'project.save', project._id, now)
  return shown(world, (await store.read('projects', project._id)) ?? project, team)
})
