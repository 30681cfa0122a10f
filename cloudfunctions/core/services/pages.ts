/** Pages of the mini-program that a message can open, with their query. */
export const pages = {
  activity: (id: string) => `/packages/activity/pages/detail/index?id=${id}`,
  roster: (id: string, which: 'in' | 'asked') => `/packages/desk/pages/roster/index?id=${id}&which=${which}`,
  team: (id: string) => `/packages/team/pages/team/index?id=${id}`,
  hours: '/packages/proof/pages/hours/index',
  series: (id: string) => `/packages/activity/pages/series/index?id=${id}`,
  family: '/packages/family/pages/list/index',
  /** Those who say that somebody entered by name is themselves. */
  claims: '/packages/desk/pages/claims/index',
  /** A card for somebody whom a family keeps, as she opens it. */
  card: (token: string) => `/packages/elder/pages/card/index?t=${token}`,
  /** Whom to call about an activity. */
  calls: (id: string) => `/packages/desk/pages/calls/index?id=${id}`,
  /** The day itself, with those who have not come. */
  day: (id: string) => `/packages/day/pages/day/index?id=${id}`,
  members: (id: string) => `/packages/team/pages/members/index?id=${id}`,
  recap: (id: string) => `/packages/proof/pages/recap/index?id=${id}`,
  case: (id: string) => `/packages/case/pages/case/index?id=${id}`,
  near: '/packages/case/pages/near/index',
  inbox: (communityId: string) => `/packages/casedesk/pages/inbox/index?community=${communityId}`,
  unit: (id: string) => `/packages/casedesk/pages/unit/index?id=${id}`,
  county: '/packages/casedesk/pages/county/index',
  /** Opened by a square code, whose text comes as `scene`. */
  verify: '/packages/proof/pages/verify/index',
}
