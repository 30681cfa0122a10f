// What a worker writes down while the caller still speaks; kept on this phone at every letter until it was sent.
import type { Answers } from '@core/contract'
import { newKey } from '@/client'
import { forget, recall, remember } from '@/device'

export interface Draft {
  /** The same however often it is sent, so that nothing is entered twice. */
  key: string
  name: string
  phone: string
  /** An elder of the community who was chosen; '' for anybody else. */
  elderId: string
  words: string
  service: string
  topic: string
  compoundId: string
  spot: string
  answers: Answers
  isUrgent: boolean
  /** A line for each thing, with what it may cost at its end: 大米 10 斤 30. */
  goods: string
  /** Yuan handed over beforehand, as typed. */
  advance: string
  other: { name: string; phone: string }
  /** Of the menu: which project, and on which day (yyyy-mm-dd). */
  projectId: string
  day: string
}

const nothing = {
  ...{ name: '', phone: '', elderId: '', words: '', service: '', topic: '', compoundId: '', spot: '' },
  ...{ answers: {}, isUrgent: false, goods: '', advance: '', other: { name: '', phone: '' }, projectId: '', day: '' },
}

/** Nothing written yet. */
export const emptyDraft = (): Draft => ({ key: newKey(), ...nothing })

const nameOf = (communityId: string) => `call-draft:${communityId}`

/** What was written and never sent, or null. */
export function keptDraft(communityId: string): Draft | null {
  const kept = recall<Draft>(nameOf(communityId))
  return kept && { ...nothing, ...kept }
}

/** Keeps what is written so far; null forgets it. */
export function keepDraft(communityId: string, draft: Draft | null): void {
  if (draft) remember(nameOf(communityId), draft)
  else forget(nameOf(communityId))
}
