// Every page of the mini-program as somebody of the cast opens it on the demo county.
import { openidOf } from '../../local/demo/cast'
import { cardIdOf, cardTokenOf, caseIdOf, personIdOf, seriesIdOf, wardIdOf } from '../../local/demo/person-id'

const activity = 'liuwan-20261128-1'
const team = 'liuwan-crafts'
/** The free clinic of this morning, and a class that has been. */
const today = 'liuwan-20261122-1'
const been = 'liuwan-20261031-1'
/** Making dumplings this morning, a clinic in slots, and an outing for which lots are drawn. */
const dumplings = 'liuwan-20261122-dumplings'
const clinic = 'liuwan-20261127-clinic'
const outing = 'liuwan-20261202-outing'
/** One that was called off: not everybody knows. */
const calledOff = 'liuwan-20261123-1'
/** 乐乐, whom 梁文娟 keeps. */
const child = wardIdOf(personIdOf(openidOf('梁文娟')), '乐乐')
/** 婆婆, whom she keeps too, and the card she has sent her. */
const elder = wardIdOf(personIdOf(openidOf('梁文娟')), '婆婆')
const card = cardTokenOf(cardIdOf(clinic, elder, personIdOf(openidOf('梁文娟'))))
/** One with a recap. */
const told = 'liuwan-20260903-1'
/** 七彩四点半, with meetings behind and ahead. */
export const weeklyClass = seriesIdOf(personIdOf(openidOf('苏桂兰')), 'four-thirty')

const aCase = '/packages/case/pages/case/index'

/** Name of the page's picture, who opens it, and where. */
export const pages: readonly { name: string; as: string; path: string }[] = [
  { name: 'home', as: '梁文娟', path: '/pages/home/index' },
  { name: 'activity', as: '何玉珍', path: `/packages/activity/pages/detail/index?id=${activity}` },
  { name: 'my-signups', as: '梁文娟', path: '/packages/activity/pages/mine/index' },
  { name: 'fix-it', as: '梁文娟', path: '/packages/activity/pages/detail/index?id=liuwan-20261128-3' },
  { name: 'slots', as: '梁文娟', path: `/packages/activity/pages/detail/index?id=${clinic}` },
  { name: 'series', as: '梁文娟', path: `/packages/activity/pages/series/index?id=${weeklyClass}` },
  { name: 'pass', as: '梁文娟', path: `/packages/activity/pages/pass/index?id=${dumplings}` },
  { name: 'draw', as: '梁文娟', path: `/packages/activity/pages/draw/index?id=${outing}` },
  { name: 'poster', as: '梁文娟', path: `/packages/activity/pages/poster/index?id=${activity}` },
  { name: 'teams', as: '梁文娟', path: '/pages/teams/index' },
  { name: 'team', as: '梁文娟', path: `/packages/team/pages/team/index?id=${team}` },
  { name: 'members', as: '苏桂兰', path: `/packages/team/pages/members/index?id=${team}` },
  { name: 'me', as: '梁文娟', path: '/pages/me/index' },
  { name: 'family', as: '梁文娟', path: '/packages/family/pages/list/index' },
  { name: 'relative', as: '梁文娟', path: `/packages/family/pages/edit/index?id=${child}` },
  { name: 'new-relative', as: '梁文娟', path: '/packages/family/pages/edit/index' },
  { name: 'rights', as: '梁文娟', path: `/packages/family/pages/rights/index?id=${elder}` },
  { name: 'card', as: '新来的居民', path: `/packages/elder/pages/card/index?t=${card}` },
  { name: 'elders', as: '邵丽萍', path: '/packages/station/pages/elders/index' },
  { name: 'elder', as: '邵丽萍', path: `/packages/station/pages/elder/index?id=${elder}&community=liuwan` },
  { name: 'enter-elder', as: '邵丽萍', path: '/packages/station/pages/enter/index?community=liuwan' },
  { name: 'my-data', as: '梁文娟', path: '/packages/me/pages/data/index' },
  { name: 'calls', as: '邵丽萍', path: `/packages/desk/pages/calls/index?id=${calledOff}` },
  { name: 'hours', as: '梁文娟', path: '/packages/proof/pages/hours/index' },
  { name: 'verify', as: '新来的居民', path: '/packages/proof/pages/verify/index?code=nobody' },
  { name: 'recap', as: '梁文娟', path: `/packages/proof/pages/recap/index?id=${told}` },
  { name: 'profile', as: '梁文娟', path: '/packages/me/pages/profile/index' },
  { name: 'messages', as: '梁文娟', path: '/packages/me/pages/messages/index' },
  { name: 'settings', as: '梁文娟', path: '/packages/me/pages/settings/index' },
  { name: 'desk', as: '苏桂兰', path: '/packages/desk/pages/desk/index' },
  { name: 'publish', as: '苏桂兰', path: '/packages/desk/pages/publish/index' },
  { name: 'roster', as: '苏桂兰', path: `/packages/desk/pages/roster/index?id=${activity}` },
  { name: 'enter', as: '苏桂兰', path: `/packages/desk/pages/enter/index?id=${activity}` },
  { name: 'claims', as: '苏桂兰', path: '/packages/desk/pages/claims/index' },
  { name: 'run-series', as: '苏桂兰', path: `/packages/desk/pages/series/index?id=${weeklyClass}` },
  { name: 'day', as: '苏桂兰', path: `/packages/day/pages/day/index?id=${today}` },
  { name: 'day-code', as: '苏桂兰', path: `/packages/day/pages/code/index?id=${today}` },
  { name: 'settle', as: '苏桂兰', path: `/packages/day/pages/settle/index?id=${been}` },
  { name: 'write-recap', as: '苏桂兰', path: `/packages/day/pages/recap/index?id=${been}` },
  { name: 'corrections', as: '苏桂兰', path: '/packages/day/pages/corrections/index' },
  { name: 'wishes', as: '梁文娟', path: '/pages/wishes/index' },
  { name: 'ask', as: '梁文娟', path: '/packages/case/pages/ask/index' },
  { name: 'ask-wish', as: '梁文娟', path: '/packages/case/pages/ask/index?service=wish' },
  { name: 'ask-errand', as: '梁文娟', path: '/packages/case/pages/ask/index?service=errand' },
  { name: 'menu', as: '梁文娟', path: '/packages/case/pages/menu/index' },
  { name: 'outcomes', as: '梁文娟', path: '/packages/case/pages/done/index' },
  { name: 'case', as: '梁文娟', path: `${aCase}?id=${caseIdOf('bins')}` },
  { name: 'case-of-unit', as: '秦卫东', path: `${aCase}?id=${caseIdOf('lamp')}` },
  { name: 'case-staff', as: '邵丽萍', path: `${aCase}?id=${caseIdOf('again')}` },
  { name: 'case-open', as: '苏桂兰', path: `${aCase}?id=${caseIdOf('wardrobe')}` },
  { name: 'case-errand', as: '梁文娟', path: `${aCase}?id=${caseIdOf('vegetables')}` },
  { name: 'case-done', as: '新来的居民', path: `${aCase}?id=${caseIdOf('rail')}` },
  { name: 'near', as: '苏桂兰', path: '/packages/case/pages/near/index' },
  { name: 'case-inbox', as: '邵丽萍', path: '/packages/casedesk/pages/inbox/index?community=liuwan' },
  { name: 'case-dispatch', as: '邵丽萍', path: `/packages/casedesk/pages/dispatch/index?id=${caseIdOf('steps')}` },
  { name: 'case-enter', as: '贺小满', path: '/packages/casedesk/pages/enter/index?community=liuwan' },
  { name: 'case-unit', as: '秦卫东', path: '/packages/casedesk/pages/unit/index?id=power' },
  { name: 'case-county', as: '孟庆华', path: '/packages/casedesk/pages/county/index' },
  { name: 'system', as: '孟庆华', path: '/packages/casedesk/pages/system/index' },
  { name: 'case-lists', as: '邵丽萍', path: '/packages/casedesk/pages/lists/index?community=liuwan' },
  { name: 'case-resource', as: '邵丽萍', path: '/packages/casedesk/pages/resource/index?community=liuwan' },
  { name: 'case-project', as: '苏桂兰', path: `/packages/casedesk/pages/project/index?team=${team}` },
]
