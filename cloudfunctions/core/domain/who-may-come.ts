import { refuse, type Refusal } from '../contract'

/** Why this person is not among those an activity is for; null when she is. */
export function notInvited(
  activity: {
    audience: 'anyone' | 'community' | 'members'
    communityId: string
    communityName: string
    teamName: string
    contact: { name: string; phone: string }
  },
  person: { communityId: string | null; isMember: boolean },
): Refusal<'activity.community_only' | 'activity.members_only'> | null {
  if (activity.audience === 'community' && person.communityId !== activity.communityId) {
    const { name, phone } = activity.contact
    return refuse('activity.community_only', {
      community: activity.communityName,
      contactName: name,
      contactPhone: phone,
    })
  }
  if (activity.audience === 'members' && !person.isMember) {
    return refuse('activity.members_only', { team: activity.teamName })
  }
  return null
}
