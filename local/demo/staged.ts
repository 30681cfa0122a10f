import type { PlaceDoc } from '@core/ports/documents'
import { atHour, startOfDay } from '@core/domain/times'
import { day, minute, weekdayOf } from './calendar'
import type { Planned, Staging } from './planned'
import { everyday, type Happening } from './programme'
import type { Team } from './teams'

interface Scene extends Staging {
  title: string
  /** Days from today. */
  away: number
  /** Hour of the start, when not the usual. */
  at?: number
  by?: string
  capacity?: number | null
  venue?: string
}

/** Days till the next Saturday, which is never today. */
const tillSaturday = (now: number) => (6 - weekdayOf(now) || 7) as number

/** The next days of 柳湾: one activity for each thing a person can meet with. */
function scenes(now: number): Scene[] {
  const saturday = tillSaturday(now)
  const opensAt = atHour(startOfDay(now) + 2 * day, 8)
  return [
    { title: '义诊：量血压、测血糖', away: 0, at: 9.5, capacity: 20, taken: 17, inside: ['何玉珍'] },
    { title: '四点半课堂：折一盏纸灯笼', away: 0, taken: 14, inside: ['梁文娟'] },
    { title: '别让骗子骗走养老钱', away: 0, taken: 30, waiting: 4, inLine: ['梁文娟', 2], inside: ['何玉珍'] },
    {
      title: '一起扫扫咱们院',
      away: 1,
      taken: 12,
      inside: ['梁文娟'],
      state: 'cancelled',
      reason: '东院那天抢修水管，改天再约',
    },
    { title: '居民议事会：电动车充电棚放哪儿', away: 1, taken: 22 },
    { title: '手机慢慢学：挂号、打车、视频通话', away: 2, taken: 16, waiting: 3, inside: ['何玉珍'] },
    { title: '银龄乐趣课：老歌配手舞', away: 4, taken: 26, state: 'closed', inside: ['何玉珍'], seesHome: true },
    { title: '巧手插花：用蔬菜做一束花', away: saturday, taken: 17, inside: ['梁文娟'], changed: ['bring'] },
    { title: '一起唱：那些年的电影歌', away: saturday, taken: 24, waiting: 5 },
    { title: '家门口招聘会', away: 6, taken: 31 },
    { title: '挨家看看灶和管：燃气安全排查', away: 8, taken: 5 },
    { title: '便民服务日：磨刀、理发、缝裤边', away: 9, taken: 0, opensAt },
    { title: '旧毛衣改小垫子', away: 12, taken: 0, state: 'draft' },
  ]
}

function happeningOf(title: string): Happening {
  const found = everyday.find((each) => each.title === title)
  if (!found) throw new Error(`nothing called ${title} in the programme`)
  return found
}

/** The activities of 柳湾 in the next days that the story of the demo needs, whatever the day. */
export function stagedWeek(now: number, teams: readonly Team[], places: readonly PlaceDoc[]): Planned[] {
  return scenes(now).map(({ title, away, at, by, capacity, venue, ...staging }) => {
    const usual = happeningOf(title)
    const happening = { ...usual, ...(capacity === undefined ? {} : { capacity }) }
    const team = teams.find(({ doc }) => doc._id === `liuwan-${by ?? usual.by}`)
    const place = places.find((each) => each.communityId === 'liuwan' && each.functions.includes(venue ?? usual.venue))
    if (!team || !place) throw new Error(`柳湾 has no team or place for ${title}`)
    const startsAt = atHour(startOfDay(now) + away * day, at ?? usual.startHour)
    return { happening, team, place, startsAt, endsAt: startsAt + usual.minutes * minute, staging }
  })
}
