// How a stored activity becomes what a phone sees of it.
import type { ActivityCard, Mine, UnitForm } from '../contract'
import { homeAtOf, inAtOf, opensBefore, outAtOf } from '../domain/attendance'
import { isTold } from '../domain/family'
import { positionOf, shownSeatsLeft, whereIs } from '../domain/seats'
import { unitOf } from '../domain/units'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { wardsOf } from './persons'
import { placeFields, type Places } from './seat-writes'
import type { World } from './world'

/** What a list needs of an activity: never the people in it. */
export const cardFields = [
  '_id',
  'title',
  'colour',
  'teamId',
  'teamName',
  'communityId',
  'communityName',
  'place',
  'startsAt',
  'endsAt',
  'opensAt',
  'closesAt',
  'state',
  'capacity',
  'seatsLeft',
  'taken',
  'waiting',
  'reason',
  'units',
  'seriesId',
  'drawAt',
  'isCrowded',
] as const satisfies readonly (keyof ActivityDoc)[]
export type CardDoc = Pick<ActivityDoc, (typeof cardFields)[number]> & Partial<Pick<ActivityDoc, 'seats'>>

/** Parts in one activity, by person. */
export type Parts = ReadonlyMap<string, Mine>
/** Someone whose part the caller sees beside her own, by what the family calls her. */
export interface Called {
  id: string
  called: string
  isTold: boolean
}

/** An activity as a list shows it, with the caller's own part in it and those of people she keeps. */
export function cardOf(activity: CardDoc, mine: Mine | null, ours: ActivityCard['ours'] = []): ActivityCard {
  const { seriesId = null, drawAt = null, ...doc } = activity
  const { _id: id, place, units = [], seats: __, isCrowded: ___, ...rest } = doc
  const seatsLeft = shownSeatsLeft(activity)
  return {
    ...rest,
    id,
    placeName: place.name,
    seatsLeft,
    mine,
    ours,
    ...unitsTaken(units, mine, ours),
    seriesId,
    drawAt,
  }
}

/** The units that she and hers are in, by their names and times alone. */
function unitsTaken(units: readonly UnitForm[], mine: Mine | null, ours: ActivityCard['ours']) {
  const taken = [mine, ...ours.map((one) => one.mine)].map((part) => part?.unit)
  const ourUnits = units
    .filter((unit) => taken.includes(unit.id))
    .map(({ id, kind, name, startsAt, endsAt }) => ({ id, kind, name, startsAt, endsAt }))
  return ourUnits.length > 0 ? { ourUnits } : {}
}

type Seats = Pick<Places, 'holders' | 'line'> & Partial<Places>

/** Her part as the seats say; the row adds since when, and till when she is asked. Null when she is in no list. */
export function partOf(
  seats: Seats,
  personId: string,
  row: Pick<SignupDoc, 'state' | 'since' | 'answerBy' | 'unit'> | null,
  now: number,
): Mine | null {
  const where = whereIs(seats, personId)
  if (where === 'out') return null
  const unit = unitOf(seats, personId) ?? (row?.unit || null)
  const plain = { position: null, answerBy: null, since: row?.since ?? now, unit }
  if (where === 'asked') return { ...plain, state: 'asked' }
  if (where === 'waiting') {
    const line = (unit !== null && seats.seats?.[unit]?.line) || seats.line
    return { ...plain, state: 'waiting', position: positionOf(line, personId) }
  }
  return row?.state === 'offered' ? { ...plain, state: 'offered', answerBy: row.answerBy } : { ...plain, state: 'in' }
}

const rowFields = [
  ...(['activityId', 'personId', 'state', 'live', 'since', 'answerBy', 'unit', 'startsAt'] as const),
  ...(['ins', 'outs', 'undone', 'homes'] as const),
] as const satisfies readonly (keyof SignupDoc)[]

/** When she came, left and was seen home, from when check-in opens; a going that is assumed is nobody's word. */
function wayIn(row: Pick<SignupDoc, (typeof rowFields)[number]>, now: number): Pick<Mine, 'inAt' | 'outAt' | 'homeAt'> {
  if (row.state !== 'in' || now < row.startsAt - opensBefore) return {}
  const [outAt, homeAt] = [outAtOf({ ...row, endsAt: 0 }), homeAtOf(row)]
  return { inAt: inAtOf(row), ...(outAt !== null && { outAt }), ...(homeAt !== null && { homeAt }) }
}

/**
 * The parts of these people in each of these activities; the places are read only where one waits or asked. Of those
 * `told` names, with how far they are on their way.
 */
export async function partsOf(
  { store, ids, now }: World,
  activityIds: readonly string[],
  people: readonly string[],
  told: readonly string[],
): Promise<Map<string, Parts>> {
  if (people.length === 0 || activityIds.length === 0) return new Map()
  const wanted = activityIds.flatMap((id) => people.map((personId) => ids.row(id, personId)))
  const rows = await store.readMany('signups', wanted, rowFields)
  const live = [...rows.values()].filter((row) => row.live)
  const places = await store.readMany(
    'activities',
    live.filter((row) => row.state === 'waiting').map((row) => row.activityId),
    placeFields,
  )
  const parts = new Map<string, Map<string, Mine>>()
  for (const row of live) {
    const { activityId, personId } = row
    const mine = partOf(places.get(activityId) ?? asRowSays(row), personId, row, now)
    if (!mine) continue
    const way = told.includes(personId) ? wayIn(row, now) : {}
    parts.set(activityId, (parts.get(activityId) ?? new Map<string, Mine>()).set(personId, { ...mine, ...way }))
  }
  return parts
}

/** Where she is when only her row is at hand; of one who waits it knows no place in the line. */
export const asRowSays = ({ state, personId }: Pick<SignupDoc, 'state' | 'personId'>): Seats =>
  state === 'asked' ? { holders: [], line: [], pool: [personId] } : { holders: [personId], line: [] }

/** What the caller calls those she keeps. */
export async function calledOf(world: World): Promise<Called[]> {
  const wards = await wardsOf(world)
  return wards.map(({ _id: id, name, keepers }) => {
    const keeper = keepers.find((each) => each.id === world.id)
    return { id, called: keeper?.called ?? name, isTold: keeper !== undefined && isTold(keeper) }
  })
}

/** The parts of those she keeps, for a card. */
export const oursOf = (
  ours: readonly Pick<Called, 'id' | 'called'>[],
  parts: Parts | undefined,
): ActivityCard['ours'] =>
  ours.flatMap(({ id, called }) => {
    const mine = parts?.get(id)
    return mine ? [{ id, called, mine }] : []
  })

/** Seats of each post, where one of them has more people than seats; else the sum says all. */
async function crowdedOf({ store }: World, activities: readonly CardDoc[]) {
  const crowded = activities.filter((each) => each.isCrowded && !each.seats).map((each) => each._id)
  return crowded.length > 0 ? store.readMany('activities', crowded, ['seats']) : new Map<string, never>()
}

/** Cards of activities with the caller's own part in each, and the parts of those she keeps. */
export async function cardsOf(world: World, activities: readonly CardDoc[]): Promise<ActivityCard[]> {
  const visible = activities.filter((each) => each.state !== 'draft').map((each) => each._id)
  const ours = world.id && visible.length > 0 ? await calledOf(world) : []
  const told = ours.filter((each) => each.isTold)
  const [people, seen] = [ours, told].map((some) => (world.id ? [world.id, ...some.map((each) => each.id)] : []))
  const [parts, crowded] = await Promise.all([
    partsOf(world, visible, people ?? [], seen ?? []),
    crowdedOf(world, activities),
  ])
  return activities.map((activity) => {
    const here = parts.get(activity._id)
    return cardOf({ ...activity, ...crowded.get(activity._id) }, here?.get(world.id) ?? null, oursOf(ours, here))
  })
}
