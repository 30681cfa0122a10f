import * as v from 'valibot'
import { action } from './action'
import { Mine, join, mostTogether } from './activity'
import { ColourSchema } from './colours'
import { Place } from './form'
import { Id, Time, maybeWords } from './people'
import { Answers } from './seats'

/** The text by which a card is opened; whoever holds it may answer until somebody did. */
const Token = v.pipe(v.string(), v.regex(/^[a-z2-7]{16,32}$/))
export const cardAnswers = ['none', 'yes', 'no'] as const

/** What a card says of its activity: public facts only, so that it can be shown before anybody is known. */
export const CardFacts = v.object({
  id: Id,
  title: v.string(),
  colour: ColourSchema,
  teamName: v.string(),
  startsAt: Time,
  endsAt: Time,
  /** The post or slot that was chosen for her; '' where there is none. Its times are the card's times. */
  unit: v.string(),
  place: Place,
  bring: v.array(v.string()),
  contact: v.object({ name: v.string(), phone: v.string() }),
  state: v.picklist(['published', 'closed', 'cancelled', 'ended']),
  /** Why it was called off; '' otherwise. */
  reason: v.string(),
  /** Whether the team sees everybody home. */
  seesHome: v.boolean(),
})
export type CardFacts = v.InferOutput<typeof CardFacts>

/** 给家里老人: a card by which somebody the caller keeps signs up with one tap. The same three give the same card. */
export const makeCard = action('card.make', {
  input: v.object({
    /** The activity, and whom it is for. */
    id: Id,
    wardId: Id,
    /** What the caller is to her: 女儿、孙子; kept for the next card. */
    as: maybeWords(6),
    unit: v.optional(v.nullable(Id), null),
    answers: v.optional(Answers, {}),
  }),
  output: v.object({ token: v.string(), called: v.string(), as: v.string(), until: Time, facts: CardFacts }),
  refuses: [
    'family.not_yours',
    'card.not_for_children',
    'activity.called_off',
    'activity.over',
    'activity.needs_unit',
    'activity.unit_gone',
    'activity.answers_missing',
    ...(['activity.community_only', 'activity.members_only'] as const),
    ...(['activity.age', 'activity.age_unknown', 'activity.month_limit'] as const),
    'content.unchecked',
  ],
})

/** A card as whoever opened it may see it. */
export const Card = v.object({
  facts: CardFacts,
  /** Who invites: what she is to her, '' when not said, and her given name; both '' once that is nobody's business. */
  from: v.object({ as: v.string(), name: v.string() }),
  /** What the family calls her; '' for a stranger after somebody answered. */
  called: v.string(),
  answer: v.picklist(cardAnswers),
  /** Her place now; null when she has none. */
  mine: v.nullable(Mine),
  /** Whether this caller may answer: nobody else did before, and it is not over. */
  canAnswer: v.boolean(),
  /** Whether whoever says yes now goes to the end of the line. */
  isFull: v.boolean(),
  /** `keeper` sent it or keeps her, `self` is she herself, `hand` answered for her, `new` is anybody before an answer. */
  you: v.picklist(['keeper', 'self', 'hand', 'new', 'stranger']),
  until: Time,
})
export type Card = v.InferOutput<typeof Card>

/** Opens a card: no login, no profile. */
export const openCard = action('card.open', {
  input: v.object({ token: Token }),
  output: Card,
  refuses: ['card.over'],
})

/**
 * 我去 or 这次不去, in her name, with what the family entered. Repeating it is harmless; it can be changed until she can
 * no longer cancel. The first who answers is the only one who may, beside those who keep her. They are told at once.
 */
export const answerCard = action('card.answer', {
  input: v.object({ token: Token, yes: v.boolean() }),
  output: Card,
  refuses: ['card.over', 'card.answered', 'activity.too_late_to_leave', ...join.refuses],
})

/** 这是我自己的微信: from now on this account is hers, and she sees who acts for her. Repeating it is harmless. */
export const acceptCard = action('card.accept', {
  input: v.object({ token: Token }),
  output: Card,
  refuses: ['card.over', 'card.answered', 'family.self_taken', 'family.self_ended'],
})

/** Cards sent for an activity, as those who keep the same person see them. */
export const SentCard = v.object({
  wardId: Id,
  called: v.string(),
  answer: v.picklist(cardAnswers),
  openedAt: v.nullable(Time),
  answeredAt: v.nullable(Time),
})
export type SentCard = v.InferOutput<typeof SentCard>
export const sentCards = action('card.sent', {
  input: v.object({ id: Id }),
  output: v.object({ items: v.pipe(v.array(SentCard), v.maxLength(mostTogether * 2)) }),
  refuses: [],
})
