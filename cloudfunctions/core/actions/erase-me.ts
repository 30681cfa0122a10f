// 注销: an account asks to be forgotten. A task is written first; it carries on where a crash broke it off, and looks a
// second time once no call can be at work any more that began before. What becomes of what: docs/rules-privacy.md.
import { eraseMe, refuse } from '../contract'
import type { PersonDoc, TaskDoc } from '../ports/documents'
import { leaveCases } from './erase-cases'
import { eraseDocuments } from './erase-documents'
import { keptBy, leaveFamily } from './erase-family'
import { leaveRows } from './erase-rows'
import { leaveTeams, teamsOf } from './erase-teams'
import { forAnyone } from './kernel'
import type { World } from './world'

/** The timer leaves a fresh task to the call that made it, ms. */
const grace = 60_000
/** After this long no call is at work any more that began before, ms. */
const secondLook = 120_000
/** The cursor of a task that only has its second look to come. */
const lookedOnce = 'again'

type Remembered = NonNullable<TaskDoc['leaver']>

/**
 * Who goes, the id that names nobody under which stays what has to stay, and what she was called and called up, whom she
 * kept and which teams were hers: at the second look nothing else says so any more.
 */
export interface Leaver extends Remembered {
  id: string
  former: string
}

/** Teams that would be left without a leader if she went. */
export async function ledAlone({ store, id }: World): Promise<{ _id: string; name: string }[]> {
  const led = await store.find('teams', { leaderIds: id }, { fields: ['_id', 'name', 'leaderIds'], limit: 20 })
  return led.filter(({ leaderIds }) => leaderIds.length === 1)
}

export const erase = forAnyone(eraseMe, async (_, world) => {
  const { store, ids, id, now, person } = world
  if (id === '' || !person) return { givenUp: 0 }
  if (worksHere(person)) return refuse('people.works_here')
  const [alone] = await ledAlone(world)
  if (alone) return refuse('people.still_leads', { team: alone.name })
  const _id = `${id}_erased_0`
  const leaver = await rememberedOf(world, person)
  const rest = { activityId: id, revision: now, day: '', cursor: '', dueAt: now + grace, leaver }
  const task: TaskDoc = { _id, kind: 'erased', by: `x${ids.secret(12)}`, ...rest }
  const isFirst = await store.add('tasks', task)
  const known = isFirst ? task : ((await store.read('tasks', _id)) ?? task)
  // She came back within the two minutes and goes again: what is hers by now goes too.
  if (!isFirst) {
    await store.change(
      'tasks',
      { _id },
      { revision: now, cursor: '', dueAt: now + grace, leaver: store.is.set(leaver) },
    )
  }
  return { givenUp: await carryOut(world, { ...known, revision: now, cursor: '', leaver }) }
})

/** Whether others depend on her account: a community, the county, a compound, or a unit. */
const worksHere = ({ staffOf, county, gridOf = [], unitOf = [] }: PersonDoc) =>
  county || [...staffOf, ...gridOf, ...unitOf].length > 0

/** What is remembered of her until the second look. */
async function rememberedOf(world: World, { _id, name, phone }: PersonDoc): Promise<Remembered> {
  const [teams, kept] = await Promise.all([teamsOf(world, _id), keptBy(world, _id)])
  return { name, phone, teams, wards: kept.map((ward) => ward._id) }
}

/** Does what is left of it; says how many seats were given up. Everything can be repeated. */
async function carryOut(world: World, task: TaskDoc): Promise<number> {
  const { store, now } = world
  // What follows for others is noted as nobody's doing.
  const quiet = { ...world, id: '' }
  const { _id, activityId: id, by: former = '', revision: askedAt, cursor } = task
  const person = await store.read('people', id)
  // Whoever is here again since is somebody new, and nothing of hers is touched.
  const isBack = (person?.createdAt ?? 0) > askedAt
  const leaver: Leaver = { id, former, ...(task.leaver ?? { name: '', phone: '', teams: [], wards: [] }) }
  let givenUp = 0
  if (!isBack) {
    await leaveCases(quiet, leaver)
    givenUp += await leaveFamily(quiet, leaver)
    givenUp += await leaveRows(quiet, leaver)
    await leaveTeams(quiet, leaver)
    await eraseDocuments(quiet, leaver)
  }
  if (isBack || cursor === lookedOnce) await store.remove('tasks', { _id })
  else await store.change('tasks', { _id }, { cursor: lookedOnce, dueAt: now + secondLook })
  return givenUp
}

/** The timer's part of it; nothing is left to do for now. */
export async function carryOnErasing(world: World, task: TaskDoc): Promise<true> {
  await carryOut(world, task)
  return true
}
