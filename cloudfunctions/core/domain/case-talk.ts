// Moves that say something, and leave the case with whoever has it: words, questions, money, the agreement.
import { refuse } from '../contract'
import { agreesAs, signOnPaper, type Side } from './case-agreement'
import { pause, resume } from './case-clock'
import { changed, type Decided, type MoveOf, type Scene } from './case-change'
import { moneyOf, yuan } from './money'

/** Words in the thread; nothing else changes. */
export const say = (scene: Scene, { words }: MoveOf<'say'>): Decided => changed(scene, 'say', {}, { words })

/** Somebody was there, and says what it is like. */
export const look = (scene: Scene, { words }: MoveOf<'look'>): Decided => changed(scene, 'look', {}, { words })

/** A question to who asked: the case's own clock stands still until it is answered; what was late stays late. */
export function askBack(scene: Scene, { words }: MoveOf<'askBack'>): Decided {
  const { kase, now } = scene
  return changed(scene, 'askBack', { state: 'waiting', before: kase.state, ...pause(kase, now) }, { words })
}

/** The answer: the case goes on where it was, with the time that was left. */
export function reply(scene: Scene, { words }: MoveOf<'reply'>): Decided {
  const { kase, now } = scene
  const state = kase.before ?? 'asked'
  return changed(scene, 'reply', { state, before: null, ...resume(kase, now) }, { words })
}

/** Something was bought with the money handed over, never with more than there is. */
export function spend(scene: Scene, { fen, words }: MoveOf<'spend'>): Decided {
  const { balance } = moneyOf(scene.kase.steps)
  if (fen > balance) return refuse('case.too_much_spent', { yuan: yuan(balance) })
  return changed(scene, 'spend', {}, { fen, words })
}

/** Money is given back to who handed it over. */
export function giveChange(scene: Scene, { fen }: MoveOf<'giveChange'>): Decided {
  const { balance } = moneyOf(scene.kase.steps)
  if (fen > balance) return refuse('case.too_much_spent', { yuan: yuan(balance) })
  return changed(scene, 'giveChange', {}, { fen })
}

/** The words of an agreement; proposing them anew asks everybody anew. */
export function propose(scene: Scene, { words }: MoveOf<'propose'>): Decided {
  const agreement = { words, turn: scene.kase.turn + 1, agreed: ['unit'] }
  return changed(scene, 'propose', { agreement }, { words })
}

/** One side agrees to the very words she saw: with others, the turn is another one. */
export function agree(scene: Scene, { turn, side, pictures }: MoveOf<'agree'>): Decided {
  const { kase, viewer } = scene
  if (kase.agreement?.turn !== turn) return refuse('case.not_now')
  if (side) return agreeOnPaper(scene, side, pictures)
  const part = agreesAs(kase, viewer)
  if (!part) return refuse('case.not_now')
  const agreement = { ...kase.agreement, agreed: [...kase.agreement.agreed, part] }
  return changed({ ...scene, part }, 'agree', { agreement })
}

const signed: Readonly<Record<Side, string>> = { asker: '提出的一方在纸上签了字', party: '另一方在纸上签了字' }

/** The unit shows the sheet that a side without an account signed. */
function agreeOnPaper(scene: Scene, side: Side, pictures: readonly string[]): Decided {
  const { kase, viewer } = scene
  if (!kase.agreement || !signOnPaper(kase, viewer).includes(side)) return refuse('case.not_now')
  if (pictures.length === 0) return refuse('case.picture_needed')
  const agreement = { ...kase.agreement, agreed: [...kase.agreement.agreed, side] }
  return changed({ ...scene, part: 'unit' }, 'agree', { agreement }, { words: signed[side], to: [side] })
}
