import { forget, recall, remember } from '@/device'
import type { ElderDraft } from './entering'

const nameOf = (communityId: string) => `elder-draft:${communityId}`

/** Keeps on this phone what could not be sent, for the next try; null forgets it. */
export function keepDraft(communityId: string, draft: ElderDraft | null): void {
  if (draft) remember(nameOf(communityId), draft)
  else forget(nameOf(communityId))
}

/** What was written and never sent, or null. */
export const keptDraft = (communityId: string): ElderDraft | null => recall<ElderDraft>(nameOf(communityId))
