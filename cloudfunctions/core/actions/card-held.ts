// A card as it is found: with the activity, the elder and who invites her as all of them are now, and shown to a caller.
import { refuse, type Card, type CardFacts, type Mine, type Refusal } from '../contract'
import { givenName, goodUntil, holderOf, mayAnswer } from '../domain/card'
import { maySignUp } from '../domain/family'
import { notOn } from '../domain/sign-up'
import { timesOf } from '../domain/units'
import type { ActivityDoc, CardDoc, DependentDoc, PersonDoc, SignupDoc } from '../ports/documents'
import { asRowSays, partOf } from './cards'
import { placeFields } from './seat-writes'
import { hasProfile, type World } from './world'

/** What a card says and asks of its activity: never the people in it. */
export const factFields = [
  ...(['_id', 'title', 'colour', 'teamName', 'startsAt', 'endsAt', 'units', 'place', 'bring', 'contact'] as const),
  ...(['state', 'reason', 'seesHome', 'opensAt', 'closesAt', 'cancelBy', 'questions'] as const),
] satisfies readonly (keyof ActivityDoc)[]
type Facts = Pick<ActivityDoc, (typeof factFields)[number]>
/** How many seats are left; where there are units, those of the card's own are counted. */
const roomFields = ['seatsLeft', 'waiting', 'approval', 'drawAt'] as const satisfies readonly (keyof ActivityDoc)[]
type Room = Pick<ActivityDoc, (typeof roomFields)[number] | 'seats'>
const roomOf = (unit: string) => (unit ? ([`seats.${unit}.left`, `seats.${unit}.waiting`] as const) : [])

const rowFields = ['state', 'live', 'since', 'answerBy', 'unit', 'by'] as const

/** A card with all it hangs on. */
export interface Held {
  card: CardDoc
  activity: Facts & Room
  ward: Pick<DependentDoc, 'keepers'>
  inviter: PersonDoc
  /** What who sent it calls her. */
  called: string
  /** Her part as her row says, and who signed her up. */
  mine: Mine | null
  broughtBy: string
}

/** The card that a text opens, while it is good. */
export async function cardBy(world: World, token: string): Promise<Held | Refusal<'card.over'>> {
  const [card] = await world.store.find('cards', { token }, { limit: 1 })
  return card ? heldOf(world, card) : refuse('card.over')
}

/** A card as things are now: over once the activity is, she agrees no more, or who sent it may not sign her up any more. */
export async function heldOf(world: World, card: CardDoc): Promise<Held | Refusal<'card.over'>> {
  const { store, ids, now } = world
  const { activityId, wardId, by } = card
  const [activity, ward, inviter, row] = await Promise.all([
    store.read<'activities', keyof (Facts & Room)>('activities', activityId, [
      ...factFields,
      ...roomFields,
      ...roomOf(card.unit),
    ]),
    store.read('dependents', wardId, ['keepers', 'consent']),
    store.read('people', by),
    store.read('signups', ids.row(activityId, wardId), rowFields),
  ])
  const keeper = ward?.keepers.find((each) => each.id === by)
  if (!activity || activity.state === 'draft' || goodUntil(activity.endsAt) <= now) return refuse('card.over')
  if (!ward?.consent || !keeper || !maySignUp(keeper) || !hasProfile(inviter)) return refuse('card.over')
  const mine = row?.live ? await partBy(world, activityId, wardId, row) : null
  return { card, activity, ward, inviter, called: keeper.called, mine, broughtBy: row?.by ?? '' }
}

type Row = Pick<SignupDoc, (typeof rowFields)[number]>

/** Her part as the row says; her place in the line is in the activity alone. */
async function partBy({ store, now }: World, activityId: string, personId: string, row: Row): Promise<Mine | null> {
  const seats = row.state === 'waiting' ? await store.read('activities', activityId, placeFields) : null
  return partOf(seats ?? asRowSays({ ...row, personId }), personId, row, now)
}

/** What a card says of its activity; the times are those of her post or slot. */
export function factsOf(activity: Facts, unitId: string): CardFacts {
  const { _id: id, title, colour, teamName, place, bring, contact, state, reason, seesHome = false } = activity
  const unit = activity.units?.find((each) => each.id === unitId)?.name ?? ''
  const shown = state === 'draft' ? 'closed' : state
  const plain = { id, title, colour, teamName, unit, place, bring, contact, state: shown, reason, seesHome }
  return { ...plain, ...timesOf(activity, unitId) }
}

/** Whether a yes waits for a seat: none is left, or others wait; not where a lot or the leader's yes decides. */
function isFull({ seatsLeft, waiting, approval, drawAt, seats }: Room, unit: string): boolean {
  if (approval || drawAt) return false
  const { left, waiting: line } = seats?.[unit] ?? { left: seatsLeft, waiting }
  return left < 1 || line > 0
}

/** What an account that keeps her calls her; '' for herself and anybody else. */
export const calledBy = ({ keepers }: Held['ward'], id: string): string =>
  keepers.find((each) => each.id === id && !each.isSelf)?.called ?? ''

/** A card as the caller may see it: a stranger, once somebody answered, sees what anybody may know of the activity. */
export function shownCard({ id, now }: World, held: Held): Card {
  const { card, activity, ward, inviter } = held
  const whose = { keepers: ward.keepers, answeredBy: card.answeredBy }
  const you = holderOf(whose, id)
  const isStranger = you === 'stranger'
  return {
    facts: factsOf(activity, isStranger ? '' : (held.mine?.unit ?? card.unit)),
    from: isStranger ? { as: '', name: '' } : { as: card.as, name: givenName(inviter.name) },
    called: isStranger ? '' : calledBy(ward, id) || held.called,
    answer: isStranger ? 'none' : card.answer,
    mine: isStranger ? null : held.mine,
    isFull: isFull(activity, card.unit),
    canAnswer: mayAnswer(whose, id) && notOn(activity, now) === null,
    you,
    until: goodUntil(activity.endsAt),
  }
}
