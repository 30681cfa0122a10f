// The way there and back: families hear that she came, left, and was seen home. Told once for all those of one merge,
// after their rows are written. What a crash cuts off is found by a task of that very merge, written before its rows and
// only where somebody is in it whom a family keeps: a mark on the rows would need an index that every sign-up pays for.
import { wayOf } from '../domain/attendance'
import type { ActivityDoc, TaskDoc } from '../ports/documents'
import { signupsOf, type DaySignup } from './day-rows'
import { tell } from './telling'
import { wayNotice, type WayKind } from './way-notices'
import type { World } from './world'

/** The timer leaves a fresh task to the call that made it. */
const graceMs = 30_000
/** People looked at in one step. */
const pageSize = 50
const mostTold = 1000

const isWard = (personId: string) => personId.startsWith('d')

/** Notes that families are to be told of these people in this call; '' where no family keeps any of them. */
export async function promiseWay({ store, trace, now }: World, activityId: string, people: readonly string[]) {
  if (!people.some(isWard)) return ''
  const _id = `${activityId}_way_${trace}`
  await store.add('tasks', { _id, kind: 'way', activityId, revision: 0, day: '', cursor: '', dueAt: now + graceMs })
  return _id
}

type Row = Pick<DaySignup, 'personId' | 'ins' | 'outs' | 'undone' | 'homes'>

/** Tells the families of those in these rows how far they are, each step once, and that the promise is kept. */
export async function tellWay(world: World, activity: ActivityDoc, rows: readonly Row[], task: string): Promise<void> {
  const wards = rows.filter(({ personId }) => isWard(personId))
  const told = await toldOf(
    world,
    activity._id,
    wards.filter(({ undone }) => undone).map(({ personId }) => personId),
  )
  const groups = new Map<string, { kind: WayKind; turn: number; people: string[]; moments: number[] }>()
  for (const row of wards) {
    const { arrived, mistaken } = told(row.personId)
    const way = wayOf(row)
    // Nobody is told that she has not come after all who never heard that she had.
    if (!way && arrived === 0) continue
    const kind = way?.step ?? 'mistaken'
    const turn = kind === 'arrived' ? mistaken : kind === 'mistaken' ? arrived - 1 : 0
    const key = `${kind} ${turn}`
    const group = groups.get(key) ?? { kind, turn, people: [], moments: [] }
    groups.set(key, group)
    group.people.push(row.personId)
    group.moments.push(way?.at ?? row.undone ?? world.now)
  }
  for (const { kind, turn, people, moments } of groups.values()) {
    await tell(world, people, wayNotice(activity, kind, turn, moments, world.now))
  }
  if (task) await world.store.remove('tasks', { _id: task })
}

/**
 * How often her family was told that she came, and that this was a mistake: the n-th mistake follows the n-th coming, and
 * the next coming follows it, so that each is told once however often it is repeated. Read only of those taken back.
 */
async function toldOf({ store }: World, activityId: string, wards: readonly string[]) {
  const { is } = store
  const where = { ward: is.in([...wards]), about: activityId, kind: is.in(['arrived', 'mistaken']) }
  const fields = ['ward', 'personId', 'kind'] as const
  const messages = wards.length > 0 ? await store.find('messages', where, { fields, limit: mostTold }) : []
  return (wardId: string) => {
    const most = (kind: WayKind) => {
      const readers = messages.flatMap((each) => (each.ward === wardId && each.kind === kind ? each.personId : []))
      return Math.max(0, ...readers.map((reader) => readers.filter((each) => each === reader).length))
    }
    return { arrived: most('arrived'), mistaken: most('mistaken') }
  }
}

/** Tells what a merge that was cut off left untold, and perhaps what another told already; true when nothing is left. */
export async function carryOnWay(world: World, task: TaskDoc): Promise<boolean> {
  const { store } = world
  const activity = await store.read('activities', task.activityId)
  const rest = (activity?.holders ?? []).filter((each) => isWard(each) && each > task.cursor).sort()
  const next = rest.slice(0, pageSize)
  const last = next.at(-1)
  const isDone = rest.length <= pageSize || last === undefined
  if (activity) {
    const rows = await signupsOf(world, activity._id, next)
    await tellWay(world, activity, [...rows.values()], isDone ? task._id : '')
  } else await store.remove('tasks', { _id: task._id })
  if (!isDone) await store.change('tasks', { _id: task._id }, { cursor: last })
  return isDone
}
