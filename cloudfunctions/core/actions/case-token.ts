// What lets the other side of a quarrel into it: a seal that only who mediates is given.
import { isPartyMissing } from '../domain/case-party'
import type { CaseDoc } from '../ports/documents'
import { isSealed, seal } from '../ports/seals'
import type { Held } from './case-held'

const sealedText = ({ _id, reopened }: Pick<CaseDoc, '_id' | 'reopened'>) => `${_id} ${reopened}`

/** What lets the other side in, for who mediates as long as she is missing; undefined for everybody else. */
export async function partyTokenOf({ kase, viewer, sight }: Held): Promise<string | undefined> {
  const mayInvite = sight === 'all' && viewer.parts.includes('unit') && isPartyMissing(kase)
  return mayInvite ? seal('parties', sealedText(kase)) : undefined
}

/** Whether this lets somebody into this case, as often as it was begun anew. */
export const isTokenOf = (kase: Pick<CaseDoc, '_id' | 'reopened'>, token: string): Promise<boolean> =>
  isSealed('parties', sealedText(kase), token)
