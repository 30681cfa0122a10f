import { actions } from '@core/contract'
import type { CaseService } from '@core/services/case-service'
import { useState } from 'react'
import { useAction, useDo, useMe, useWhere } from '@/client'
import { hideKeyboard } from '@/device'
import { askedOf, check, type Wrong } from './check'
import { emptyDraft, keepDraft, keptDraft, type Draft } from './draft'

/** An order from the menu: which standing project, where, and on which day. */
export interface Order {
  id: string
  day: string
  communityId: string
}

/** The form of a service: what is written, what is missing, and sending it. */
export function useAsking(service: CaseService, order: Order | null) {
  const me = useMe().data
  const where = useWhere()
  const name = order?.id ?? ''
  const [kept] = useState(() => keptDraft(service, name))
  const [draft, setDraft] = useState<Draft>(() => kept ?? emptyDraft(service))
  const [wrong, setWrong] = useState<Wrong>({})
  const { run, busy, trouble } = useDo(actions.askCase, {
    invalidates: [actions.myCases, actions.listCases, actions.listProjects],
  })
  const dropping = useDo(actions.dropCasePictures)
  /** What no case will hold goes from the storage; without a network it stays there until she is forgotten. */
  const drop = (fileIds: readonly string[]) => {
    if (fileIds.length > 0) void dropping.run({ fileIds: [...fileIds] })
  }
  const projects = useAction(
    actions.listProjects,
    { communityId: order?.communityId ?? '' },
    { enabled: order !== null },
  ).data
  const project = projects?.items.find(({ id }) => id === order?.id)
  const communityId = order?.communityId ?? (draft.communityId || where.communityId || me?.communityId || null)

  const change = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => {
    setDraft((before) => {
      const next = { ...before, ...(typeof part === 'function' ? part(before) : part) }
      keepDraft(service, next, name)
      return next
    })
    setWrong({})
  }
  const clear = () => {
    drop([...draft.pictures, ...(draft.medicine ? [draft.medicine] : [])])
    keepDraft(service, null, name)
    setDraft(emptyDraft(service))
    setWrong({})
  }
  /** Sends it; answers its id, or '' when something is missing or was refused. */
  const send = async (): Promise<string> => {
    hideKeyboard()
    const found = check(service, draft, communityId, order !== null)
    setWrong(found)
    if (!communityId || Object.keys(found).length > 0) return ''
    const ordered = order && { project: { id: order.id, title: project?.title ?? service.name }, day: order.day }
    const answer = await run(askedOf(service, draft, communityId, ordered))
    if (!answer?.ok) return ''
    keepDraft(service, null, name)
    return answer.data.id
  }
  return {
    service,
    /** The standing project that is ordered, once it is known. */
    project,
    draft,
    wrong,
    change,
    clear,
    drop,
    send,
    busy,
    trouble,
    communityId,
    community: where.communities.find(({ id }) => id === communityId),
    communities: where.communities,
    /** Whether what stands there was written earlier. */
    isKept: kept !== null && kept.key === draft.key,
  }
}

export type Asking = ReturnType<typeof useAsking>
