import { actions } from '@core/contract'
import { serviceOf } from '@core/services/cases'
import { useState } from 'react'
import { useDo } from '@/client'
import { hideKeyboard } from '@/device'
import { check, enteringOf, type Wrong } from './check'
import { emptyDraft, keepDraft, keptDraft, type Draft } from './draft'

/** What was entered: its id, and of which service. */
export interface EnteredCase {
  id: string
  service: string
  name: string
}

/** The telephone form: what is written, what is missing, and sending it. */
export function useEntering(communityId: string) {
  const [kept] = useState(() => keptDraft(communityId))
  const [draft, setDraft] = useState<Draft>(() => kept ?? emptyDraft())
  const [wrong, setWrong] = useState<Wrong>({})
  const [done, setDone] = useState<EnteredCase | null>(null)
  const { run, busy, trouble } = useDo(actions.enterCase, {
    invalidates: [actions.inboxCases, actions.listCases, actions.listProjects, actions.caseFigures],
  })
  const service = serviceOf(draft.service)
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    keepDraft(communityId, next)
    setDraft(next)
    setWrong({})
  }
  const clear = () => {
    keepDraft(communityId, null)
    setDraft(emptyDraft())
    setWrong({})
    setDone(null)
  }
  const send = async () => {
    hideKeyboard()
    const found = check(service, draft)
    setWrong(found)
    if (!service || Object.keys(found).length > 0) return
    const answer = await run(enteringOf(service, draft, communityId))
    if (!answer?.ok) return
    keepDraft(communityId, null)
    setDone({ id: answer.data.id, service: service.id, name: draft.name.trim() })
  }
  const isKept = kept !== null && kept.key === draft.key
  return { communityId, draft, service, wrong, change, clear, send, busy, trouble, done, isKept }
}

export type Entering = ReturnType<typeof useEntering>
