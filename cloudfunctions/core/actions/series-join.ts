import {
  isRefusal,
  join,
  joinSeries,
  leaveSeries,
  refuse,
  type InputOf,
  type Mine,
  type OutputOf,
  type Refusal,
} from '../contract'
import { needsGuardian } from '../domain/who-may-come'
import type { ActivityDoc } from '../ports/documents'
import { joinActivity } from './activity-join'
import { leaveActivity } from './activity-leave'
import { forProfile, type KnownWorld } from './kernel'
import { namedBy } from './comers'
import { becomeRegular, beRegularsNoMore } from './series-regulars'

/** Meetings joined or left side by side. */
const sideBySide = 6
/** More meetings than a series can have to come. */
const mostRead = 100
const meetingFields = ['_id', 'startsAt', 'holders', 'line', 'pool'] as const
type Meeting = Pick<ActivityDoc, (typeof meetingFields)[number]>

/** Meetings still to come, soonest first. */
function coming({ store, now }: KnownWorld, seriesId: string): Promise<Meeting[]> {
  const { is } = store
  const where = { seriesId, startsAt: is.gt(now), state: is.in(['published', 'closed']) }
  return store.find('activities', where, { fields: meetingFields, order: [['startsAt', 'asc']], limit: mostRead })
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let from = 0; from < items.length; from += sideBySide) {
    done.push(...(await Promise.all(items.slice(from, from + sideBySide).map(work))))
  }
  return done
}

export const joinMeetings = forProfile(joinSeries, async (input, world) => {
  const { id, meetings, guardian, unit, answers } = input
  const { store, now } = world
  const series = await store.read('series', id, ['_id'])
  if (!series) return refuse('access.gone')
  const named = await namedBy(world, input.people)
  if (isRefusal(named)) return named
  if (!guardian && named.some((each) => needsGuardian(each, now))) return refuse('activity.guardian_needed')
  const people = named.map((each) => each.id)
  const wanted = (await coming(world, id)).filter(({ _id }) => meetings === null || meetings.includes(_id))
  if (wanted.length === 0) return refuse('series.over')
  const joinAll = (some: readonly Meeting[]) =>
    inTurn(some, async ({ _id, startsAt }) => {
      const answer = await joinOne(world, { id: _id, people, guardian, unit, answers, together: true })
      return { activityId: _id, startsAt, ...answer }
    })
  const items = await joinAll(wanted)
  // Only who may come to some meeting is a regular; those of a series that asks for others are not.
  if (meetings !== null || !items.some(({ mine }) => mine)) return { items }
  for (const person of named) await becomeRegular(world, id, person, input, people)
  // Meetings made in between did not know of her.
  const made = (await coming(world, id)).filter(({ _id }) => !wanted.some((meeting) => meeting._id === _id))
  return { items: [...items, ...(await joinAll(made))] }
})

/** One meeting: her own part, or that of the first of hers; or the code with which it was refused. */
async function joinOne(world: KnownWorld, input: InputOf<typeof join>) {
  const reply = (await joinActivity.answer(input, world)) as OutputOf<typeof join> | Refusal
  if (isRefusal(reply)) return { mine: null as Mine | null, refused: String(reply.refused) }
  const { mine, parts } = reply as OutputOf<typeof join>
  return { mine: mine ?? parts[0]?.mine ?? null, refused: '' }
}

export const leaveMeetings = forProfile(leaveSeries, async (input, world) => {
  const { id } = input
  const { store } = world
  const series = await store.read('series', id, ['_id'])
  if (!series) return refuse('access.gone')
  const named = await namedBy(world, input.people)
  if (isRefusal(named)) return named
  const everyone = named.map((each) => each.id)
  await beRegularsNoMore(world, everyone, id)
  const counts = await inTurn(await coming(world, id), (meeting) => leaveOne(world, meeting, everyone))
  const sumOf = (which: 'left' | 'kept') => counts.reduce((sum, each) => sum + each[which], 0)
  return { left: sumOf('left'), kept: sumOf('kept') }
})

/** Those of them who are in a meeting leave it together; where one may not go any more, each who still may. */
async function leaveOne(world: KnownWorld, meeting: Meeting, everyone: readonly string[]) {
  const { _id: id, holders, line, pool = [] } = meeting
  const people = everyone.filter((personId) => [holders, line, pool].some((list) => list.includes(personId)))
  if (people.length === 0) return { left: 0, kept: 0 }
  const leaves = async (some: string[]) => !isRefusal(await leaveActivity.answer({ id, people: some }, world))
  if (await leaves(people)) return { left: people.length, kept: 0 }
  if (people.length === 1) return { left: 0, kept: 1 }
  let left = 0
  for (const personId of people) if (await leaves([personId])) left += 1
  return { left, kept: people.length - left }
}
