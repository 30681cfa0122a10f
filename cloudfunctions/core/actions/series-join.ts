import {
  isRefusal,
  join,
  joinSeries,
  leave,
  leaveSeries,
  refuse,
  type InputOf,
  type Mine,
  type OutputOf,
  type Refusal,
} from '../contract'
import { ageAt, guardedBelow } from '../domain/ages'
import type { ActivityDoc } from '../ports/documents'
import { joinActivity } from './activity-join'
import { leaveActivity } from './activity-leave'
import { forProfile, type KnownWorld } from './kernel'
import { wardsOf } from './persons'

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

/** Who is meant: herself when nobody is named; a refusal for anyone she does not keep. */
async function people(world: KnownWorld, named: readonly string[]) {
  const ids = named.length > 0 ? [...new Set(named)] : [world.id]
  const others = ids.filter((id) => id !== world.id)
  const wards = others.length > 0 ? await wardsOf(world) : []
  const hers = wards.filter((ward) => others.includes(ward._id))
  return hers.length === others.length ? { ids, wards: hers } : refuse('family.not_yours')
}

export const joinMeetings = forProfile(joinSeries, async (input, world) => {
  const { id, meetings, guardian, unit, answers } = input
  const { store, now } = world
  const series = await store.read('series', id, ['_id'])
  if (!series) return refuse('access.gone')
  const who = await people(world, input.people)
  if (isRefusal(who)) return who
  const isChild = who.wards.some(({ born }) => (ageAt(born, now) ?? guardedBelow) < guardedBelow)
  if (isChild && !guardian) return refuse('activity.guardian_needed')
  const wanted = (await coming(world, id)).filter(({ _id }) => meetings === null || meetings.includes(_id))
  if (wanted.length === 0) return refuse('series.over')
  const joinAll = (some: readonly Meeting[]) =>
    inTurn(some, async ({ _id, startsAt }) => {
      const answer = await joinOne(world, { id: _id, people: who.ids, guardian, unit, answers, together: true })
      return { activityId: _id, startsAt, ...answer }
    })
  const items = await joinAll(wanted)
  // Only who may come to some meeting is a regular; those of a series that asks for others are not.
  if (meetings !== null || !items.some(({ mine }) => mine)) return { items }
  for (const personId of who.ids) {
    await store.change('series', { _id: id, regulars: store.is.neq(personId) }, { regulars: store.is.push([personId]) })
  }
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
  const who = await people(world, input.people)
  if (isRefusal(who)) return who
  await store.change('series', { _id: id, regulars: store.is.in(who.ids) }, { regulars: store.is.pullAll(who.ids) })
  const isIn = ({ holders, line, pool = [] }: Meeting, personId: string) =>
    holders.includes(personId) || line.includes(personId) || pool.includes(personId)
  const hers = (await coming(world, id)).flatMap((meeting) =>
    who.ids.filter((personId) => isIn(meeting, personId)).map((personId) => ({ id: meeting._id, people: [personId] })),
  )
  const left = await inTurn(
    hers,
    async (each: InputOf<typeof leave>) => !isRefusal(await leaveActivity.answer(each, world)),
  )
  return { left: left.filter(Boolean).length, kept: left.filter((isLeft) => !isLeft).length }
})
