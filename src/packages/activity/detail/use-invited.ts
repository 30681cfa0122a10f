import { sentence, type ActivityPage } from '@core/contract'
import { notInvited } from '@core/domain/who-may-come'
import { useMe } from '@/client'

/** Why she is not among those it is for, in words, before she tries; null when she is or is not known yet. */
export function useNotInvited(page: ActivityPage): { code: string; why: string; next: string } | null {
  const me = useMe().data
  if (!me || page.mine) return null
  // Where she lives is not known before she has said so: the sheet asks.
  if (page.audience === 'community' && !me.hasProfile) return null
  const isMember = [...me.memberOf, ...me.leads].some((team) => team.id === page.teamId)
  const refusal = notInvited(page, { communityId: me.communityId, isMember })
  return refusal && { code: refusal.refused, ...sentence(refusal) }
}
