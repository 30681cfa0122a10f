// 给家里老人: an invitation that somebody who keeps her sends, and what became of those that were sent.
import { makeCard, refuse, sentCards, type InputOf, type OutputOf } from '../contract'
import { isGuarded } from '../domain/ages'
import { goodUntil, kinWords } from '../domain/card'
import { maySignUp } from '../domain/family'
import { notOn } from '../domain/sign-up'
import { answersKept, unanswered } from '../domain/who-may-come'
import type { CardDoc, KeeperDoc } from '../ports/documents'
import { factFields, factsOf } from './card-held'
import { checkWords } from './checking'
import { invitedFields, judged, oneOfUs } from './comers'
import { forProfile, type KnownWorld } from './kernel'
import { wardsOf } from './persons'

type Wish = InputOf<typeof makeCard>

export const make = forProfile(makeCard, async (wish, world) => {
  const { id, wardId } = wish
  const [ward, activity] = await Promise.all([
    world.store.read('dependents', wardId),
    world.store.read('activities', id, [...factFields, ...invitedFields]),
  ])
  const keeper = ward?.consent && ward.keepers.find((each) => each.id === world.id)
  if (!keeper) return refuse('family.not_yours')
  if (!maySignUp(keeper)) return refuse('family.not_yours', { name: keeper.called })
  if (!activity || activity.state === 'draft') return refuse('access.gone')
  if (ward.kind === 'child' || isGuarded(ward.born, activity.startsAt)) return refuse('card.not_for_children')
  const { units = [], questions = [] } = activity
  const over = notOn(activity, world.now)
  if (over) return over
  if (wish.unit === null && units.length > 0) return refuse('activity.needs_unit')
  if (wish.unit !== null && !units.some((each) => each.id === wish.unit)) return refuse('activity.unit_gone')
  // What her answer would be refused for is said to who knows her, before she taps.
  const [barred] = (await judged(world, activity, oneOfUs(world, ward))).values()
  if (barred) return barred
  const open = unanswered(questions, wish.answers)
  if (open) return refuse('activity.answers_missing', { label: open.label })
  const answers = answersKept(questions, wish.answers)
  const as = wish.as || keeper.as || ''
  const texts = questions.flatMap(({ kind, id: question }) => (kind === 'text' ? String(answers[question] ?? '') : []))
  const no = await checkWords(world, [...texts, kinWords.includes(as) || as === keeper.as ? '' : as])
  if (no) return no
  const card = await keep(world, { ...wish, as, answers }, goodUntil(activity.endsAt))
  await remember(world, wardId, keeper, as)
  return {
    token: card.token,
    called: keeper.called,
    as: card.as,
    until: goodUntil(activity.endsAt),
    facts: factsOf(activity, card.unit),
  }
})

/** The one card of the three: until she says yes, what is said in it now takes the place of what was. */
async function keep(world: KnownWorld, { id, wardId, as, unit, answers }: Wish, until: number): Promise<CardDoc> {
  const { store, ids, now } = world
  const { is } = store
  const card: CardDoc = {
    _id: ids.card(id, wardId, world.id),
    token: ids.secret(24),
    ...{ activityId: id, wardId, by: world.id, as, unit: unit ?? '', answers, at: now, until },
    ...{ openedAt: null, answer: 'none', answeredAt: null, answeredBy: '', turn: 0, said: null },
  }
  if (await store.add('cards', card)) return card
  const said = { as, unit: card.unit, answers: is.set(answers), until }
  await store.change('cards', { _id: card._id, answer: is.neq('yes') }, said)
  return (await store.read('cards', card._id)) ?? card
}

/** What she is to her is kept for the next card. */
async function remember({ store, id }: KnownWorld, wardId: string, keeper: KeeperDoc, as: string): Promise<void> {
  if (!as || as === keeper.as) return
  await store.change('dependents', { _id: wardId, 'keepers.id': id }, { 'keepers.$.as': as })
}

const sentFields = ['wardId', 'answer', 'openedAt', 'answeredAt'] as const
type Sent = Pick<CardDoc, (typeof sentFields)[number]>
/** More cards than those who keep ten people can have sent for one activity. */
const mostSent = 200

export const sent = forProfile(sentCards, async ({ id }, world) => {
  const wards = await wardsOf(world)
  if (wards.length === 0) return { items: [] }
  const hers = { wardId: world.store.is.in(wards.map((each) => each._id)), activityId: id }
  const cards = await world.store.find('cards', hers, { fields: sentFields, limit: mostSent })
  const items = wards.flatMap(({ _id: wardId, keepers, name }): OutputOf<typeof sentCards>['items'] => {
    const [last] = cards.filter((card) => card.wardId === wardId).sort(lastFirst)
    const called = keepers.find((each) => each.id === world.id)?.called ?? name
    return last ? [{ wardId, called, ...pick(last) }] : []
  })
  return { items }
})

/** Of several cards for one person the one that was answered last says it, else the one that was opened. */
const lastFirst = (a: Sent, b: Sent) =>
  (b.answeredAt ?? 0) - (a.answeredAt ?? 0) || (b.openedAt ?? 0) - (a.openedAt ?? 0)

const pick = ({ answer, openedAt, answeredAt }: Sent) => ({ answer, openedAt, answeredAt })
