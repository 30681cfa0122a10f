import Taro, { useRouter } from '@tarojs/taro'
import { pathTo, routes, tabRoutes } from './routes'

/** WeChat keeps ten pages; the tenth is replaced instead of stacked. */
const deepest = 10
/** A second tap within this time is the same tap. */
const sameTapMs = 600

let last = { path: '', at: 0 }

async function open(path: string): Promise<void> {
  const now = Date.now()
  if (path === last.path && now - last.at < sameTapMs) return
  last = { path, at: now }
  const bare = path.split('?')[0] ?? path
  if (tabRoutes.includes(bare)) await Taro.switchTab({ url: bare })
  else if (Taro.getCurrentPages().length >= deepest) await Taro.redirectTo({ url: path })
  else await Taro.navigateTo({ url: path })
}

/** What the publish page starts from: a draft or published one to go on with, an earlier one to copy, or a team. */
export interface PublishFrom {
  id?: string
  /** The series whose meetings to come are changed, with `id` the first of them. */
  series?: string
  copy?: string
  team?: string
}

/** Opens pages, by what they are about. */
export const go = {
  home: () => open(routes.home),
  teams: () => open(routes.teams),
  wishes: () => open(routes.wishes),
  me: () => open(routes.me),
  activity: (id: string) => open(pathTo('activity', { id })),
  mine: () => open(routes.mine),
  series: (id: string) => open(pathTo('series', { id })),
  pass: (id: string) => open(pathTo('pass', { id })),
  draw: (id: string) => open(pathTo('draw', { id })),
  poster: (id: string) => open(pathTo('poster', { id })),
  team: (id: string) => open(pathTo('team', { id })),
  members: (id: string) => open(pathTo('members', { id })),
  profile: () => open(routes.profile),
  messages: () => open(routes.messages),
  settings: () => open(routes.settings),
  family: () => open(routes.family),
  /** Someone of the family; without an id, someone new. */
  relative: (id?: string) => open(pathTo('relative', { id })),
  /** Who acts for one of the family, and what each may do. */
  rights: (id: string) => open(pathTo('rights', { id })),
  card: (token: string) => open(pathTo('card', { t: token })),
  elders: () => open(routes.elders),
  elder: (id: string, community: string) => open(pathTo('elder', { id, community })),
  enterElder: (community: string) => open(pathTo('enterElder', { community })),
  myData: () => open(routes.myData),
  /** Whom to call about an activity; one notice of it, or the latest. */
  calls: (id: string, notice = '') => open(pathTo('calls', { id, notice })),
  hours: (person?: string) => open(pathTo('hours', { person })),
  certificate: (id: string) => open(pathTo('certificate', { id })),
  recap: (id: string) => open(pathTo('recap', { id })),
  desk: (team?: string) => open(pathTo('desk', { team })),
  publish: (from: PublishFrom = {}) => open(pathTo('publish', { ...from })),
  /** Who comes; or those who wait for the leader's yes. */
  roster: (id: string, which: 'in' | 'asked' = 'in') =>
    open(pathTo('roster', { id, which: which === 'in' ? '' : which })),
  enter: (id: string) => open(pathTo('enter', { id })),
  claims: () => open(routes.claims),
  runSeries: (id: string) => open(pathTo('runSeries', { id })),
  /** Check-in by name and by scan; with `scan` it opens the camera at once. */
  day: (id: string, scan = false) => open(pathTo('day', { id, scan: scan ? '1' : '' })),
  /** The code on the leader's screen; `fromDay` when check-in lies below it. */
  dayCode: (id: string, fromDay = false) => open(pathTo('dayCode', { id, below: fromDay ? 'day' : '' })),
  settle: (id: string) => open(pathTo('settle', { id })),
  writeRecap: (id: string) => open(pathTo('writeRecap', { id })),
  corrections: () => open(routes.corrections),
  case: (id: string) => open(pathTo('case', { id })),
  /** The form of a service; without one, the list of services. `project` and `day` for an order from the menu. */
  ask: (from: { service?: string; project?: string; day?: string } = {}) => open(pathTo('ask', { ...from })),
  menu: () => open(routes.menu),
  near: () => open(routes.near),
  outcomes: () => open(routes.outcomes),
  inbox: (community?: string) => open(pathTo('inbox', { community })),
  dispatch: (id: string) => open(pathTo('dispatch', { id })),
  enterCase: (community: string) => open(pathTo('enterCase', { community })),
  unit: (id: string) => open(pathTo('unit', { id })),
  system: () => open(routes.system),
  county: () => open(routes.county),
  lists: (community: string) => open(pathTo('lists', { community })),
  resource: (community: string, id?: string) => open(pathTo('resource', { community, id })),
  project: (team: string, id?: string) => open(pathTo('project', { team, id })),
  /** Opens a page that the cloud named, with its query; an empty name opens nothing. */
  page: (page: string) => (page ? open(page.startsWith('/') ? page : `/${page}`) : Promise.resolve()),
  /** Goes back, or home when the page was opened from a card and nothing lies below it. */
  back: async () => {
    if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
    else await Taro.switchTab({ url: routes.home })
  },
  /** Closes every page, the tabs too, and opens home as at a first start. */
  afresh: () => Taro.reLaunch({ url: routes.home }),
  /** Puts a page in place of this one. */
  instead: {
    case: (id: string) => Taro.redirectTo({ url: pathTo('case', { id }) }),
    family: () => Taro.redirectTo({ url: routes.family }),
    activity: (id: string) => Taro.redirectTo({ url: pathTo('activity', { id }) }),
    roster: (id: string) => Taro.redirectTo({ url: pathTo('roster', { id }) }),
    runSeries: (id: string) => Taro.redirectTo({ url: pathTo('runSeries', { id }) }),
    day: (id: string) => Taro.redirectTo({ url: pathTo('day', { id }) }),
  },
}

/** A value of this page's query; empty when it is not there. A scanned mini-program code brings the id as its scene. */
export function useParam(name: string): string {
  const { params } = useRouter()
  const value = params[name] ?? (name === 'id' ? params.scene : undefined)
  return value ? decodeURIComponent(value) : ''
}
