// Signing up: herself and those she keeps, together or each for herself.
import { isRefusal, join, refuse, type InputOf, type Mine, type Refusal, type RefusalOf } from '../contract'
import { shownSeatsLeft, whereIs } from '../domain/seats'
import { closedToNewcomers } from '../domain/sign-up'
import { timesOf } from '../domain/units'
import { answersKept, needsGuardian, unanswered } from '../domain/who-may-come'
import { tellOfAsking } from './asking'
import { checkWords } from './checking'
import { judged, namedBy, type OneOfUs } from './comers'
import { partOf } from './cards'
import { forNamed, type KnownWorld } from './kernel'
import { moveUp, nextUp } from './line'
import { writeJoined, writeMovedUp, writeNotes, type Notes, type Part } from './rows'
import { isElsewhere, ruleFields, seatFields, takePlaces, type Door, type Ruled, type Seated } from './taking'

/** How many others a call moves up on its way; the timer does the rest. */
const helped = 5

type Wish = InputOf<typeof join>
type No = Refusal<RefusalOf<typeof join>>
interface Joined {
  mine: Mine | null
  parts: { personId: string; mine: Mine }[]
  seatsLeft: number | null
  waiting: number
}

export const joinActivity = forNamed(join, (wish, world) => signUp(world, wish))

/**
 * Signs up the caller, or those she names, as the contract says; what other actions do as well, such as of a series.
 * `stood` are those she acts for by another right than keeping them.
 */
export async function signUp(world: KnownWorld, wish: Wish, stood?: readonly OneOfUs[]): Promise<Joined | No> {
  const activity = await world.store.read('activities', wish.id, ruleFields)
  if (!activity || activity.state === 'draft') return refuse('access.gone')
  const people = stood ?? (await namedBy(world, wish.people))
  if (isRefusal(people)) return people
  const no = unfit(activity, wish, world.now) ?? (await notAllowed(world, activity, people, wish))
  // A repeated tap is answered as the first one was, even when sign-up closed in between.
  if (no) return (await heldBefore(world, activity, people, wish)) ?? no
  return takeAll(world, activity, people, wish)
}

/** Why this cannot be signed up for as it stands, whoever comes. */
function unfit(activity: Ruled, { unit }: Wish, now: number): No | null {
  const { units = [], contact } = activity
  const closed = closedToNewcomers(activity, now)
  if (closed) return closed
  if (unit === null) return units.length > 0 ? refuse('activity.needs_unit') : null
  if (!units.some((each) => each.id === unit)) return refuse('activity.unit_gone')
  const isOver = timesOf(activity, unit).endsAt <= now
  return isOver ? refuse('activity.closed', { contactName: contact.name, contactPhone: contact.phone }) : null
}

/** Why one of these people cannot come, or what is missing of what she has to say. */
async function notAllowed(
  world: KnownWorld,
  activity: Ruled,
  people: readonly OneOfUs[],
  { answers, guardian }: Wish,
): Promise<No | null> {
  for (const no of (await judged(world, activity, people)).values()) if (no) return no
  const { questions = [], startsAt } = activity
  const said = (personId: string) => answers.find((each) => each.personId === personId)?.values
  for (const { id } of people) {
    const open = unanswered(questions, said(id))
    if (open) return refuse('activity.answers_missing', { label: open.label })
  }
  if (!guardian && people.some((each) => needsGuardian(each, startsAt))) return refuse('activity.guardian_needed')
  const texts = people.flatMap(({ id }) =>
    questions.flatMap((question) => {
      const value = answersKept(questions, said(id))[question.id]
      return question.kind === 'text' && typeof value === 'string' ? [value] : []
    }),
  )
  return texts.length > 0 ? checkWords(world, texts) : null
}

/** What is noted of each besides her place. */
function notesOf(
  world: KnownWorld,
  { questions = [], startsAt }: Ruled,
  people: readonly OneOfUs[],
  { unit, answers }: Wish,
): Map<string, Notes> {
  const party = people.map((each) => each.id)
  return new Map(
    people.map((each) => {
      const kept = answersKept(questions, answers.find(({ personId }) => personId === each.id)?.values)
      const notes: Notes = {
        ...(unit !== null && { unit }),
        ...(each.id !== world.id && { by: world.id }),
        ...(party.length > 1 && { party }),
        ...(Object.keys(kept).length > 0 && { answers: kept }),
        ...(needsGuardian(each, startsAt) && { guardian: { by: world.id, at: world.now } }),
      }
      return [each.id, notes] as const
    }),
  )
}

/** Whether a newcomer only asks: the leader says yes to each, or lots are drawn and have not been yet. */
export const isAsking = ({ approval, drawAt, draw }: Pick<Ruled, 'approval' | 'drawAt' | 'draw'>) =>
  approval === true || (typeof drawAt === 'number' && !draw?.at)

/** All together, or each for herself in her order; then those who came later may still be refused for want of room. */
async function takeAll(
  world: KnownWorld,
  activity: Ruled,
  people: readonly OneOfUs[],
  wish: Wish,
): Promise<Joined | No> {
  const { is } = world.store
  const { _id } = activity
  const door: Door<NonNullable<ReturnType<typeof closedToNewcomers>>['refused']> = {
    open: { _id, state: 'published', opensAt: is.lte(world.now), closesAt: is.gt(world.now) },
    shut: (seen) => closedToNewcomers(seen, world.now),
    free: { approval: is.neq(true) },
    asks: isAsking,
  }
  const everyone = people.map((each) => each.id)
  const parties = wish.together ? [everyone] : everyone.map((personId) => [personId])
  const isNew: string[] = []
  const isSeated: string[] = []
  const there: string[] = []
  let seen: Seated | null = null
  for (const party of parties) {
    const taken = await takePlaces(world, activity, party, wish.unit, door)
    if (isRefusal(taken)) {
      if (there.length === 0) return (await heldBefore(world, activity, people, wish)) ?? named(taken, people)
      break
    }
    if (!taken.seen) isSeated.push(...party)
    isNew.push(...taken.isNew)
    there.push(...party)
    seen = taken.seen
  }
  const notes = notesOf(world, activity, people, wish)
  if (isSeated.length === people.length) return seated(world, activity, there, notes)
  const seats = seen ?? (await world.store.read('activities', _id, seatFields))
  return seats ? settle(world, seats, there, { isNew, isSeated }, notes) : refuse('access.gone')
}

/** Says of whom it is that somebody has another post already, when there is only one she can be. */
const named = (no: No, people: readonly OneOfUs[]): No => {
  const called = people.length === 1 ? people[0]?.called : ''
  return no.refused === 'activity.unit_taken' && called ? refuse('activity.unit_taken', { name: called }) : no
}

/** The plain case: they simply have seats, and nothing need be read again. */
async function seated(
  world: KnownWorld,
  seen: Ruled,
  people: readonly string[],
  notes: Map<string, Notes>,
): Promise<Joined> {
  const write = (personId: string) =>
    writeJoined(world, seen, personId, { state: 'in', answerBy: null }, true, notes.get(personId))
  await Promise.all(people.map(write))
  const unit = notes.get(people[0] ?? '')?.unit ?? null
  const mine: Mine = { state: 'in', position: null, answerBy: null, since: world.now, unit }
  const left = shownSeatsLeft(seen)
  return {
    mine: people.includes(world.id) ? mine : null,
    parts: people.map((personId) => ({ personId, mine })),
    seatsLeft: left === null ? null : Math.max(0, left - people.length),
    waiting: seen.waiting,
  }
}

/** The parts of those who were all there before this call, so that it is answered as the first one was. */
async function heldBefore(
  world: KnownWorld,
  { _id }: Ruled,
  people: readonly OneOfUs[],
  { unit }: Wish,
): Promise<Joined | null> {
  const seats = await world.store.read('activities', _id, seatFields)
  const all = people.map((each) => each.id)
  const isThere = (personId: string) =>
    seats && whereIs(seats, personId) !== 'out' && (unit === null || !isElsewhere(seats, personId, unit))
  return seats && all.every(isThere) ? settle(world, seats, all, { isNew: [], isSeated: [] }, new Map()) : null
}

const rowFields = ['live', 'state', 'since', 'answerBy', 'unit', 'answers', 'by'] as const

/** Makes sure that the rows say what the seats say, helps the line along, and answers with the parts of these people. */
async function settle(
  world: KnownWorld,
  seats: Seated,
  people: readonly string[],
  { isNew, isSeated }: { isNew: readonly string[]; isSeated: readonly string[] },
  notes: Map<string, Notes>,
): Promise<Joined> {
  const { ids, store } = world
  const rowOf = (personId: string) => ids.row(seats._id, personId)
  const before = people.filter((personId) => !isNew.includes(personId))
  const rows = await store.readMany('signups', before.map(rowOf), rowFields)
  const write = async (personId: string) => {
    const where = whereIs(seats, personId)
    const part: Part = { state: where === 'out' ? 'in' : where, answerBy: null }
    const own = notes.get(personId)
    const row = rows.get(rowOf(personId))
    // Whoever moved up already has a row that says so.
    const isFirst = isSeated.includes(personId) || (isNew.includes(personId) && where !== 'in')
    // Whoever is here when she moved up need not be told: this answer says it.
    if (row?.state === 'waiting' && where === 'in') await writeMovedUp(world, seats, personId, part)
    if (row?.live) return writeNotes(world, seats._id, personId, lacking(row, own))
    return writeJoined(world, seats, personId, part, isFirst, own)
  }
  await Promise.all(people.map(write))
  // A repeated call tells too, should the first have been cut off before it could.
  if (people.some((personId) => whereIs(seats, personId) === 'asked')) await tellOfAsking(world, seats)
  // Whoever freed a seat and was cut off is helped by the next to come.
  const isMoving = nextUp(seats, world.now, helped).length > 0
  const moved = isMoving ? await moveUp(world, seats._id, helped, () => false, people) : []
  const isAnyMoved = people.some((personId) => moved.includes(personId))
  const after = (isAnyMoved && (await store.read('activities', seats._id, seatFields))) || seats
  const parts = people.flatMap((personId) => {
    const row = rows.get(rowOf(personId))
    const mine = partOf(after, personId, row?.live ? row : null, world.now)
    return mine ? [{ personId, mine }] : []
  })
  return {
    mine: parts.find((each) => each.personId === world.id)?.mine ?? null,
    parts,
    seatsLeft: shownSeatsLeft(after),
    waiting: after.waiting,
  }
}

/** What a live row does not say: all of it when the timer wrote it; what she answers now in place of before. */
function lacking(row: { answers?: unknown; by?: unknown }, notes: Notes = {}): Notes {
  const { answers, ...rest } = notes
  const isNewAnswer = answers && JSON.stringify(answers) !== JSON.stringify(row.answers)
  const isMended = rest.by !== undefined && row.by === undefined
  return { ...(isMended && rest), ...(isNewAnswer && { answers }) }
}
