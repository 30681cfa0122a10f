// 我去 or 这次不去: what is said is noted first, in one write that also binds the card; then it is carried out. Whoever
// finds it noted and not done, by a repeated tap or the timer, carries it out: every part can be repeated.
import { answerCard, isRefusal, openCard, refuse, type Mine, type Refusal, type RefusalOf } from '../contract'
import { holderOf, mayAnswer } from '../domain/card'
import { isTold } from '../domain/family'
import { pause } from '../ports/chance'
import type { CardDoc } from '../ports/documents'
import { signUp } from './activity-join'
import { answerFor, giveBack } from './activity-leave'
import { calledBy, cardBy, heldOf, shownCard, type Held } from './card-held'
import { answeredNotice } from './card-notice'
import { forAnyone, type KnownWorld } from './kernel'
import { tell } from './telling'
import type { World } from './world'

type No = Refusal<RefusalOf<typeof answerCard>>

/** The timer leaves what is being said to the call that hears it, ms. */
const grace = 30_000
/** A card changes under us when many tap at once; so often we look again. */
const mostAttempts = 12

export const open = forAnyone(openCard, async ({ token }, world) => {
  const held = await cardBy(world, token)
  if (isRefusal(held)) return held
  const { _id, openedAt, answeredBy } = held.card
  const isFirst = openedAt === null && holderOf({ ...held.ward, answeredBy }, world.id) !== 'keeper'
  if (isFirst) await world.store.change('cards', { _id, openedAt: null }, { openedAt: world.now })
  return shownCard(world, held)
})

export const answer = forAnyone(answerCard, async ({ token, yes }, world) => {
  if (world.id === '') return refuse('access.denied')
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const held = await cardBy(world, token)
    if (isRefusal(held)) return held
    const whose = { keepers: held.ward.keepers, answeredBy: held.card.answeredBy }
    if (holderOf(whose, world.id) === 'stranger') return refuse('card.answered')
    if (!mayAnswer(whose, world.id)) return toCaller(world, held, refuse('family.not_yours', { name: held.called }))
    if (isSo(held, yes)) return shownCard(world, held)
    const card = await say(world, held, yes)
    if (card) {
      const no = await carryOut(world, { ...held, card })
      return no ? toCaller(world, held, no) : again(world, token)
    }
    await pause(attempt)
  }
  throw new Error('the card kept changing')
})

/** A refusal in words to the caller: it names her as the caller does, and to anybody else than her family nobody. */
function toCaller({ id }: World, { ward }: Held, no: No): No {
  const { name, ...facts } = no.facts
  const own = name === undefined ? '' : calledBy(ward, id)
  return { ...no, facts: own ? { ...facts, name: own } : facts }
}

async function again(world: World, token: string) {
  const held = await cardBy(world, token)
  return isRefusal(held) ? held : shownCard(world, held)
}

/** Whether all of it is so already: said, carried out, and not undone by anybody since. */
function isSo({ card, mine }: Held, yes: boolean): boolean {
  if (card.said?.dueAt || card.answer !== (yes ? 'yes' : 'no')) return false
  return yes ? mine !== null && mine.state !== 'offered' : mine === null
}

/** The one write that binds the card to who answers first and notes what she says; null when it changed meanwhile. */
async function say({ store, id, now }: World, { card, ward }: Held, yes: boolean): Promise<CardDoc | null> {
  const { _id, said, turn } = card
  if (said?.dueAt && said.yes === yes && said.by === id) return card
  const isKept = ward.keepers.some((keeper) => keeper.id === id)
  // Those who keep her may always answer, so that trying it out takes the card from nobody.
  const answeredBy = isKept ? card.answeredBy : id
  const next = { answeredBy, turn: turn + 1, said: { yes, by: id, dueAt: now + grace, turn: turn + 1 } }
  const isFirst = await store.change('cards', { _id, turn }, { ...next, said: store.is.set(next.said) })
  return isFirst ? { ...card, ...next } : null
}

/**
 * Does what was said of a card: her place, then those who keep her are told, then the card says so. A refusal leaves
 * the card as it was, and unbound when nobody had answered it.
 */
export async function carryOut(world: World, held: Held): Promise<No | null> {
  const { card } = held
  if (!card.said) return null
  const { _id, turn, said } = card
  const asInviter = worldOfInviter(world, held)
  const place = await (said.yes ? goes(asInviter, held) : staysAway(asInviter, card))
  const done = { 'said.dueAt': 0 }
  if (isRefusal(place)) {
    const isFree = card.answer === 'none' && !held.ward.keepers.some((keeper) => keeper.id === said.by)
    const free = isFree ? { answeredBy: '' } : {}
    await world.store.change('cards', { _id, turn }, { ...done, ...free })
    return place.refused === 'family.not_yours' ? refuse('card.over') : place
  }
  await tellKeepers(world, held, place)
  const answered = { answer: said.yes ? 'yes' : 'no', answeredAt: world.now, ...done }
  const isDone = await world.store.change('cards', { _id, turn, 'said.dueAt': world.store.is.gt(0) }, answered)
  return isDone ? null : followLater(world, held)
}

/** The world as who sent the card would see it; her words were checked when it was made. */
const worldOfInviter = (world: World, { card, inviter }: Held): KnownWorld => ({
  ...world,
  id: card.by,
  person: { ...inviter, wards: [card.wardId] },
  wechat: { ...world.wechat, check: () => Promise.resolve('fine') },
})

/** Somebody said something else meanwhile, and may have looked at her place before it was changed here: it is made so. */
async function followLater(world: World, { card }: Held): Promise<No | null> {
  const later = await world.store.read('cards', card._id)
  if (!later || later.turn === card.turn) return null
  const held = await heldOf(world, later)
  return isRefusal(held) ? held : carryOut(world, held)
}

/** Her place by the rules of signing up, as her inviter would take it; one offered to her is kept. */
async function goes(inviter: KnownWorld, { card, mine, broughtBy }: Held): Promise<Mine | null | No> {
  const { activityId: id, wardId } = card
  const people = [wardId]
  // Whoever is in keeps the post and the answers she is in with, unless the timer wrote her row without them.
  const isIn = mine !== null && broughtBy !== ''
  const unit = (isIn ? mine.unit : card.unit) || null
  const answers = isIn ? [] : [{ personId: wardId, values: card.answers }]
  const wish = { id, people, together: true, unit, answers, guardian: false }
  const joined = await signUp(inviter, wish)
  if (isRefusal(joined)) return joined
  const part = joined.parts[0]?.mine ?? null
  if (part?.state !== 'offered') return part
  const kept = await answerFor(inviter, { id, yes: true, people })
  return isRefusal(kept) ? part : { ...part, state: 'in', answerBy: null }
}

async function staysAway(inviter: KnownWorld, { activityId: id, wardId }: CardDoc): Promise<null | No> {
  const left = await giveBack(inviter, { id, people: [wardId] })
  return isRefusal(left) ? left : null
}

/** Those who keep her and want to know, each by what she calls her; never who answered. */
async function tellKeepers(world: World, { card, ward, activity }: Held, mine: Mine | null): Promise<void> {
  const said = card.said
  const others = ward.keepers.filter((keeper) => keeper.id !== said?.by && isTold(keeper))
  const isFamily = ward.keepers.some((keeper) => keeper.id === said?.by && !keeper.isSelf)
  await Promise.all(
    others.map((keeper) =>
      tell(world, [keeper.id], answeredNotice(card, activity, { keeper, isFamily, mine }, world.now)),
    ),
  )
}
