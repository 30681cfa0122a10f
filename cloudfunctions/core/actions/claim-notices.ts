// What people are told about a record entered by name that somebody says is she herself, in their words.
import type { DependentDoc } from '../ports/documents'
import { pages } from '../services/pages'
import type { Notice } from './telling'

type About = Pick<DependentDoc, '_id' | 'name'>

/** To those who lead the team: she waits for their word; `rev` makes it one a day for each who asks. */
export const claimAskedNotice = ({ _id, name }: About, rev: string): Notice => ({
  kind: 'claimAsked',
  about: _id,
  rev,
  title: `有人说登记的「${name}」是本人`,
  body: '称呼和电话一样，电话是自己填的，没有验证过。请看看是不是她，点了头，报名和时长才归到她名下。',
  page: pages.claims,
})

/** To those who lead a team she was entered in: from now on she is reached by her own phone. */
export const claimedNotice = ({ _id, name }: About, teamId: string): Notice => ({
  kind: 'claimed',
  about: teamId,
  rev: _id,
  title: `${name}的登记归到本人名下了`,
  body: '登记的队伍确认过是本人。以后的通知会直接发到本人的手机上；要是觉得不对，请告诉社区。',
  page: pages.team(teamId),
})

/** To her: it was a yes. */
export const claimMovedNotice = ({ _id }: About): Notice => ({
  kind: 'claimMoved',
  about: _id,
  rev: 'once',
  title: '队长确认了，登记归到您名下了',
  body: '以前替您登记的报名和服务时长，都在您这里了。',
  page: pages.hours,
})

/** To her: it was a no; `at` says which. */
export const claimDeclinedNotice = ({ _id, name }: About, at: number): Notice => ({
  kind: 'claimDeclined',
  about: _id,
  rev: at,
  title: `「${name}」的登记，队长没有对上是您`,
  body: '也可能是同名的邻居。要是弄错了，请当面或者打电话跟队长说一声，过几天可以再认领。',
  page: pages.family,
})
