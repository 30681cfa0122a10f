import { sentence, type ActivityPage } from '@core/contract'
import { notInvited } from '@core/domain/who-may-come'
import { useMe } from '@/client'
import { canCome, candidatesOf } from '../people/candidates'

/**
 * Why neither she nor anyone of hers is among those it is for, in words, before she tries;
 * null when somebody is, has a part, or is not known yet.
 */
export function useNotInvited(page: ActivityPage): { code: string; why: string; next: string } | null {
  const me = useMe().data
  if (!me || page.mine || page.ours.length > 0) return null
  // Where she lives is not known before she has said so: the sheet asks.
  if (!me.hasProfile && page.audience === 'community') return null
  const people = candidatesOf(page, me)
  const why = page.people.length > 0 ? people[0]?.no : notInvited(page, placeOf(page, me))
  if (!why || (page.people.length > 0 && people.some(canCome))) return null
  return { code: why.refused, ...sentence(why) }
}

function placeOf(page: ActivityPage, me: NonNullable<ReturnType<typeof useMe>['data']>) {
  const isMember = [...me.memberOf, ...me.leads].some((team) => team.id === page.teamId)
  return { communityId: me.communityId, isMember }
}
