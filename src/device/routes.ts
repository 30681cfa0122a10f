/** Every page, without its query. */
export const routes = {
  home: '/pages/home/index',
  teams: '/pages/teams/index',
  wishes: '/pages/wishes/index',
  me: '/pages/me/index',
  activity: '/packages/activity/pages/detail/index',
  mine: '/packages/activity/pages/mine/index',
  series: '/packages/activity/pages/series/index',
  pass: '/packages/activity/pages/pass/index',
  draw: '/packages/activity/pages/draw/index',
  poster: '/packages/activity/pages/poster/index',
  team: '/packages/team/pages/team/index',
  members: '/packages/team/pages/members/index',
  profile: '/packages/me/pages/profile/index',
  messages: '/packages/me/pages/messages/index',
  settings: '/packages/me/pages/settings/index',
  family: '/packages/family/pages/list/index',
  rights: '/packages/family/pages/rights/index',
  card: '/packages/elder/pages/card/index',
  elders: '/packages/station/pages/elders/index',
  elder: '/packages/station/pages/elder/index',
  enterElder: '/packages/station/pages/enter/index',
  myData: '/packages/me/pages/data/index',
  calls: '/packages/desk/pages/calls/index',
  relative: '/packages/family/pages/edit/index',
  keep: '/packages/family/pages/keep/index',
  hours: '/packages/proof/pages/hours/index',
  certificate: '/packages/proof/pages/certificate/index',
  verify: '/packages/proof/pages/verify/index',
  recap: '/packages/proof/pages/recap/index',
  desk: '/packages/desk/pages/desk/index',
  publish: '/packages/desk/pages/publish/index',
  roster: '/packages/desk/pages/roster/index',
  enter: '/packages/desk/pages/enter/index',
  claims: '/packages/desk/pages/claims/index',
  runSeries: '/packages/desk/pages/series/index',
  day: '/packages/day/pages/day/index',
  dayCode: '/packages/day/pages/code/index',
  settle: '/packages/day/pages/settle/index',
  writeRecap: '/packages/day/pages/recap/index',
  corrections: '/packages/day/pages/corrections/index',
  case: '/packages/case/pages/case/index',
  ask: '/packages/case/pages/ask/index',
  menu: '/packages/case/pages/menu/index',
  near: '/packages/case/pages/near/index',
  outcomes: '/packages/case/pages/done/index',
  inbox: '/packages/casedesk/pages/inbox/index',
  dispatch: '/packages/casedesk/pages/dispatch/index',
  enterCase: '/packages/casedesk/pages/enter/index',
  unit: '/packages/casedesk/pages/unit/index',
  county: '/packages/casedesk/pages/county/index',
  system: '/packages/casedesk/pages/system/index',
  lists: '/packages/casedesk/pages/lists/index',
  resource: '/packages/casedesk/pages/resource/index',
  project: '/packages/casedesk/pages/project/index',
} as const

export type RouteName = keyof typeof routes

/** The pages of the tab bar. */
export const tabRoutes: readonly string[] = [routes.home, routes.teams, routes.wishes, routes.me]

/** A page with its query; empty values are left out. */
export function pathTo(name: RouteName, query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
  return pairs.length > 0 ? `${routes[name]}?${pairs.join('&')}` : routes[name]
}
