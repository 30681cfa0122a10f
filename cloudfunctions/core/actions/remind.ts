// Reminders on the eve and two hours before. When they are due follows from the start alone, so each round looks at the
// index of starts, from where the last one stopped: every activity is found once, however many there are, and neither
// making public nor editing nor a series has to keep a moment beside it. A start that an edit moved is found anew.
import { soonOf, startsDue, type Reminding } from '../domain/reminders'
import { dayOf } from '../domain/times'
import { timesOf, unitOf } from '../domain/units'
import type { ActivityDoc, TaskDoc } from '../ports/documents'
import { reminderNotice } from './notices'
import { tell } from './telling'
import type { Work } from './timer-round'
import type { World } from './world'

/** People reminded in one step. */
const pageSize = 50
const mostAtOnce = 1000
const markId = 'reminding'
/** How far the very first round looks back. */
const firstLookMs = 5 * 60_000

/** Promises every reminder that came due since the last round; only then the next round begins later. */
export const promiseReminders: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const mark = await store.read('marks', markId)
  const since = mark?.at ?? now - firstLookMs
  if (since >= now) return
  for (const which of ['eve', 'soon'] as const) {
    for (const activity of await startingIn(world, which, since)) {
      // What is left is found again by the next round.
      if (!isTimeLeft()) return
      await promiseReminder(world, activity, which)
    }
  }
  if (await store.change('marks', { _id: markId, at: store.is.lt(now) }, { at: now })) return
  await store.add('marks', { _id: markId, at: now })
}

type Starting = Pick<ActivityDoc, '_id' | 'state' | 'startsAt' | 'endsAt' | 'units'>

async function startingIn({ store, now }: World, which: Reminding, since: number): Promise<Starting[]> {
  const due = startsDue(which, since, now)
  if (!due) return []
  const { is } = store
  const found = await store.find(
    'activities',
    { listed: true, startsAt: is.gte(due.from).and(is.lt(due.until)) },
    { fields: ['_id', 'state', 'startsAt', 'endsAt', 'units'], order: [['startsAt', 'asc']], limit: mostAtOnce },
  )
  return found.filter(({ state }) => state === 'published' || state === 'closed')
}

/**
 * Promises reminders of posts and slots anew once an edit changed them: the round that promised those of this activity
 * has been, and looks at it no more. Harmless to repeat; a start that is no more reminds nobody.
 */
export async function promiseSlots(world: World, activity: Starting): Promise<void> {
  const due = soonOf(activity.startsAt)
  if (due === null || due <= world.now) await promiseReminder(world, activity, 'soon')
}

/** One task for the eve; shortly before, one for each start of a post or slot, due at its own time. */
async function promiseReminder(world: World, activity: Starting, which: Reminding): Promise<void> {
  const { _id, startsAt } = activity
  const starts =
    which === 'eve' ? [startsAt] : [startsAt, ...(activity.units ?? []).map((unit) => unit.startsAt ?? startsAt)]
  for (const each of new Set(starts)) {
    const dueAt = which === 'eve' ? world.now : soonOf(each)
    if (dueAt === null) continue
    await world.store.add('tasks', {
      _id: `${_id}_reminded_${which}_${each}`,
      kind: 'reminded',
      activityId: _id,
      revision: 0,
      day: dayOf(each),
      reminder: { which, startsAt: each },
      cursor: '',
      dueAt,
    })
  }
}

/** Reminds the next of those who come; true when nothing is left of it. Whoever was reminded is not reminded again. */
export async function carryOnReminder(world: World, task: TaskDoc): Promise<boolean> {
  const { store, now } = world
  const activity = await store.read('activities', task.activityId)
  const people = activity && task.reminder ? concerned(activity, task.reminder, now) : []
  const rest = people.filter((personId) => personId > task.cursor)
  const next = rest.slice(0, pageSize)
  if (activity && task.reminder) {
    for (const [times, group] of byTimes(activity, next)) {
      await tell(world, group, reminderNotice(activity, task.reminder.which, times, now))
    }
  }
  const last = next.at(-1)
  if (rest.length > pageSize && last !== undefined) {
    await store.change('tasks', { _id: task._id }, { cursor: last })
    return false
  }
  await store.remove('tasks', { _id: task._id })
  return true
}

type Told = NonNullable<TaskDoc['reminder']>

/** Who is still to be reminded: nobody once it is called off, was moved to another time, or has begun. */
function concerned(activity: ActivityDoc, { which, startsAt }: Told, now: number): string[] {
  const isOn = activity.state === 'published' || activity.state === 'closed'
  if (!isOn || startsAt <= now) return []
  if (which === 'eve' && activity.startsAt !== startsAt) return []
  const everyone = [...activity.holders].sort()
  if (which === 'eve') return everyone
  return everyone.filter((personId) => timesOf(activity, unitOf(activity, personId)).startsAt === startsAt)
}

type Times = { startsAt: number; endsAt: number }

/** People with the time of their own part; those of one time together. */
function byTimes(activity: ActivityDoc, people: readonly string[]): [Times, string[]][] {
  const groups = new Map<string, [Times, string[]]>()
  for (const personId of people) {
    const times = timesOf(activity, unitOf(activity, personId))
    const key = `${times.startsAt} ${times.endsAt}`
    const group = groups.get(key)
    if (group) group[1].push(personId)
    else groups.set(key, [times, [personId]])
  }
  return [...groups.values()]
}
