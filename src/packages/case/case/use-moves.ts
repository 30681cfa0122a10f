import { actions, type CaseView, type Move } from '@core/contract'
import { askedFor } from '@core/services/message-templates'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { keyOf, newKey, useDo, useMe } from '@/client'
import { askToTell } from '@/device'

/** What a move makes untrue elsewhere, and here when it was refused: somebody else was quicker. */
const untrue = [
  actions.getCase,
  actions.listCases,
  actions.myCases,
  actions.nearCases,
  actions.inboxCases,
  actions.unitCases,
  actions.countyCases,
  actions.matches,
]

/** The moves of a case. What was sent and may not have arrived is sent again under the same key: it happens once. */
export function useMoves(id: string) {
  const me = useMe().data
  const client = useQueryClient()
  const moving = useDo(actions.moveCase, { invalidates: untrue })
  const following = useDo(actions.followCase, { invalidates: untrue })
  const consenting = useDo(actions.consent)
  const sent = useRef({ move: '', key: '' })

  const move = async (wanted: Move): Promise<boolean> => {
    const same = JSON.stringify(wanted)
    if (sent.current.move !== same) sent.current = { move: same, key: newKey() }
    const answer = await moving.run({ id, key: sent.current.key, move: wanted })
    if (!answer?.ok) return false
    sent.current = { move: '', key: '' }
    client.setQueryData<CaseView>(keyOf(actions.getCase, { id }), answer.data)
    return true
  }

  /** Straight from a tap: WeChat asks whether she may be told how it goes on. */
  const beTold = async () => {
    const allowed = await askToTell(askedFor.case.map((name) => me?.templates[name] ?? ''))
    if (allowed.length > 0) await consenting.run({ templates: allowed })
  }

  return {
    move,
    busy: moving.busy,
    trouble: moving.trouble,
    forget: moving.forget,
    follow: (on: boolean) => following.run({ id, on }),
    following,
    beTold,
    /** Where her pictures go; '' until it is known who she is. */
    folder: me ? `cases/${me.id}` : '',
  }
}

export type Moves = ReturnType<typeof useMoves>
