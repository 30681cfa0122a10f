// Everything that can be done to a case.
import * as v from 'valibot'
import { action } from './action'
import { CasePictures, CaseStars, Fen, FileId, clocks, CaseView } from './case'
import { Id, maybeWords, words } from './people'

const at = <const M extends string, const E extends v.ObjectEntries>(move: M, entries: E) =>
  v.object({ move: v.literal(move), ...entries })
const reason = { words: words(300) }
const maybe = { words: maybeWords(300) }

/** Everything that can be done to a case, by the name of the move; who may, from where and to where: domain/case-moves. */
export const Move = v.variant('move', [
  at('say', { ...reason, pictures: CasePictures }),
  at('look', { ...reason, pictures: CasePictures }),
  at('askBack', reason),
  at('reply', { ...reason, pictures: CasePictures }),
  at('offer', maybe),
  at('take', {}),
  at('giveBack', reason),
  /** The first unit leads. `people` names one of a unit, by unit. `clock` is by when it is to be done. */
  at('dispatch', {
    ...maybe,
    units: v.pipe(v.array(Id), v.minLength(1), v.maxLength(5)),
    people: v.optional(v.record(Id, Id), {}),
    clock: v.optional(v.nullable(v.picklist(clocks)), null),
  }),
  at('accept', { ...maybe, unit: Id }),
  at('decline', { ...reason, unit: Id }),
  at('handOn', { ...maybe, unit: Id, personId: Id }),
  at('settle', maybe),
  at('escalate', reason),
  at('return', reason),
  at('spend', { fen: Fen, ...maybe, picture: FileId }),
  at('giveChange', { fen: Fen }),
  /** Who holds the money is gone: the desk writes off what is left, with its reason, and has the case again. */
  at('clearMoney', reason),
  at('propose', { words: words(1000) }),
  /** To the words of that turn. `side` is one without an account that signed on paper; the unit shows the sheet. */
  at('agree', {
    turn: v.number(),
    side: v.optional(v.nullable(v.picklist(['asker', 'party'])), null),
    pictures: CasePictures,
  }),
  at('resolve', { ...reason, pictures: CasePictures }),
  at('confirm', { stars: v.nullable(CaseStars), ...maybe }),
  at('reopen', { ...reason, pictures: CasePictures }),
  /** Asked by somebody other than who did it: by phone, or at the door. `isDone` false puts it back. */
  at('score', { stars: CaseStars, how: v.picklist(['phone', 'door']), isDone: v.boolean(), ...maybe }),
  at('makeGood', reason),
  at('turnDown', reason),
  at('withdraw', maybe),
  at('merge', { into: Id }),
])
export type Move = v.InferOutput<typeof Move>
export type MoveName = Move['move']

/** Makes one move. One that comes after another was faster is decided anew from what the case is by then. */
export const moveCase = action('case.move', {
  input: v.object({ id: Id, key: Id, move: Move }),
  output: CaseView,
  refuses: [
    'case.not_now',
    'case.taken',
    'case.too_many_taken',
    'case.over',
    'case.not_yours',
    'case.doer_cannot_ask',
    'case.money_open',
    'case.too_much_spent',
    'case.agreement_missing',
    'case.picture_needed',
    'case.no_such_unit',
    'case.too_long_ago',
    'case.too_many_words',
    'case.not_your_picture',
    'case.cannot_merge',
    'case.top_level',
    'case.day_full',
    'content.unchecked',
  ],
})
