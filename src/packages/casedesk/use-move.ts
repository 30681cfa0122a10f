import { actions } from '@core/contract'
import { useRef } from 'react'
import type * as v from 'valibot'
import { newKey, useDo } from '@/client'

/** A move with what goes with it; what is left out is as the contract says. */
export type Step = v.InferInput<typeof actions.moveCase.input>['move']

/** Makes moves from a desk; the same move sent again after trouble is the same step. */
export function useMove() {
  const { run, busy, trouble, forget } = useDo(actions.moveCase, {
    invalidates: [
      ...[actions.inboxCases, actions.unitCases, actions.countyCases, actions.matches],
      ...[actions.getCase, actions.listCases, actions.nearCases, actions.caseFigures],
    ],
  })
  const sent = useRef({ of: '', key: '' })
  const move = async (id: string, step: Step) => {
    const of = JSON.stringify([id, step])
    if (sent.current.of !== of) sent.current = { of, key: newKey() }
    const answer = await run({ id, key: sent.current.key, move: step })
    // Done or refused: what is sent next is a step of its own, even in the same words.
    if (answer?.ok || answer?.refusal) sent.current = { of: '', key: '' }
    return answer
  }
  return { move, busy, trouble, forget }
}
