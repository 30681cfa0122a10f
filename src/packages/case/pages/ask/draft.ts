import type { Answers } from '@core/contract'
import type { CaseService } from '@core/services/case-service'
import { newKey } from '@/client'
import { forget, recall, remember } from '@/device'

/** What is being written, as typed; money in yuan. Kept on this phone at every letter until it was sent. */
export interface Draft {
  key: string
  /** Somebody she keeps; '' for herself. */
  forId: string
  /** '' is where she lives, or looks. */
  communityId: string
  compoundId: string
  spot: string
  topic: string
  words: string
  answers: Answers
  /** Files that lie in the cloud already. */
  pictures: readonly string[]
  medicine: string
  isUrgent: boolean
  isAnonymous: boolean
  goods: readonly { what: string; yuan: string }[]
  advance: string
  other: { name: string; phone: string }
}

const nothing = (service: CaseService): Omit<Draft, 'key'> => ({
  forId: '',
  communityId: '',
  compoundId: '',
  spot: '',
  topic: '',
  words: '',
  answers: {},
  pictures: [],
  medicine: '',
  isUrgent: false,
  isAnonymous: false,
  goods: service.needsGoods ? [{ what: '', yuan: '' }] : [],
  advance: '',
  other: { name: '', phone: '' },
})

/** A new form of a service; `key` makes sending it twice sending it once. */
export const emptyDraft = (service: CaseService): Draft => ({ key: newKey(), ...nothing(service) })

/** Each standing project has a draft of its own: what is said for one does not fit another. */
const nameOf = (service: CaseService, project: string) => ['case-draft', service.id, project].filter(Boolean).join(':')

/** What was written and never sent, or null. What a newer form has beside it is empty. */
export function keptDraft(service: CaseService, project = ''): Draft | null {
  const kept = recall<Draft>(nameOf(service, project))
  return kept && { ...nothing(service), ...kept }
}

/** Keeps what is written so far; null forgets it. */
export function keepDraft(service: CaseService, draft: Draft | null, project = ''): void {
  if (draft) remember(nameOf(service, project), draft)
  else forget(nameOf(service, project))
}
