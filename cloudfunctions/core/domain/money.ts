// Money that goes through helpers' hands, in fen: what was handed over, spent and brought back, summed from the steps.
import type { CaseStepFact } from './case'

export interface Money {
  advance: number
  spent: number
  returned: number
  /** What the desk wrote off, since whoever held it is gone; missing where nothing was. */
  cleared?: number
  /** What is still in the hands of who does it; 0 is settled, and never less. */
  balance: number
}

/**
 * The money of a case. It is handed over when somebody has taken it on; who gives the case back has brought it back before,
 * and it is handed to the next. After a reopening, or once the
 * desk wrote off what was left, nothing is handed over again.
 */
export function moneyOf(steps: readonly Pick<CaseStepFact, 'move' | 'fen' | 'state'>[]): Money {
  let [advance, spent, returned, back, cleared] = [0, 0, 0, 0, 0]
  for (const { move, fen = 0, state } of steps) {
    if (move === 'begin') advance += fen
    if (move === 'spend') spent += fen
    if (move === 'clearMoney') cleared += fen
    if (move === 'giveChange') {
      returned += fen
      back += fen
    }
    if (move === 'reopen' || move === 'score' || move === 'clearMoney') back = 0
    else if (state === 'asked' || state === 'open' || state === 'dispatched') {
      returned -= back
      back = 0
    }
  }
  const balance = advance - spent - returned - cleared
  return { advance, spent, returned, ...(cleared > 0 && { cleared }), balance }
}

/** Yuan in figures, as a person writes them: 12.5, 30. */
export const yuan = (fen: number) => String(Math.round(fen) / 100)
