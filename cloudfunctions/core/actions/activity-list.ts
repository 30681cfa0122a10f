import { colours, listActivities, myActivities, refuse, type Colour, type DayTally } from '../contract'
import { wantedTerms } from '../domain/search'
import { weekFrom } from '../domain/times'
import { cardFields, cardsOf } from './cards'
import { forAnyone } from './kernel'
import { markIn, pageOf } from './paging'
import { hasProfile, type World } from './world'

/** Activities on one page of a list. */
const pageSize = 20

export const whatIsOn = forAnyone(listActivities, async (input, world) => {
  const { communityId, colour, from, to, search, cursor } = input
  const { is } = world.store
  const words = wantedTerms(search)
  // Someone who only typed punctuation looks for nothing that there is.
  if (search && words.length === 0) return { items: [], next: null, week: [] }
  const where = {
    ...(communityId ? { communityId } : {}),
    listed: true,
    ...(colour ? { colour } : {}),
    ...(words.length > 0 ? { terms: is.all(words) } : {}),
    startsAt: to === null ? is.gte(from) : is.gte(from).and(is.lt(to)),
  }
  const [page, week] = await Promise.all([
    pageOf(world.store, 'activities', where, { field: 'startsAt', size: pageSize, cursor, fields: cardFields }),
    input.week && !cursor ? weekOf(world, communityId ?? 'county', from) : [],
  ])
  return { items: await cardsOf(world, page.items), next: page.next, week }
})

/** Seven days with their counts, each from one small document. */
async function weekOf({ store }: World, scope: string, from: number): Promise<DayTally[]> {
  const days = weekFrom(from)
  const tallies = await store.readMany(
    'tallies',
    days.map((day) => `${scope}_${day}`),
  )
  return days.map((day) => {
    const found = tallies.get(`${scope}_${day}`)
    const byColour = Object.fromEntries(colours.map((colour) => [colour, found?.ids[colour]?.length ?? 0]))
    const total = Object.values(byColour).reduce((sum, n) => sum + n, 0)
    return { day, total, byColour: byColour as Record<Colour, number> }
  })
}

export const mySignUps = forAnyone(myActivities, async ({ which, cursor }, world) => {
  const { store, now, person } = world
  const isComing = which === 'coming'
  const wards = person?.wards ?? []
  if (wards.length === 0 && !hasProfile(person)) return refuse('access.profile_missing')
  // Who is still kept by her, the cards look up; rows of others bring nothing.
  const people = [world.id, ...wards]
  const personId = people.length > 1 ? store.is.in(people) : world.id
  const where = { personId, live: true, endsAt: isComing ? store.is.gte(now) : store.is.lt(now) }
  const { items: rows, next } = await pageOf(store, 'signups', where, {
    field: 'endsAt',
    direction: isComing ? 'asc' : 'desc',
    size: pageSize,
    cursor,
    fields: ['_id', 'activityId', 'endsAt'],
  })
  // A family has a row each; the activity they go to together is one card, also across two pages.
  const before = markIn(cursor)?.[1].replace(/_[^_]*$/, '')
  const wanted = [...new Set(rows.map((row) => row.activityId))].filter((id) => id !== before)
  const found = await store.readMany('activities', wanted, cardFields)
  const cards = await cardsOf(
    world,
    wanted.flatMap((id) => found.get(id) ?? []),
  )
  return { items: cards.filter((card) => card.mine !== null || card.ours.length > 0 || people.length === 1), next }
})
