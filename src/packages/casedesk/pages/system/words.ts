// What the software says of itself, in the words of the county's desk.
import type { Check, OutputOf, watch } from '@core/contract'

type Health = OutputOf<typeof watch>['health']

/** The rounds come every minute; after this many without one somebody should look, ms. */
const stoppedAfter = 5 * 60_000
const minute = 60_000

/** Parts of the whole by the first word of a rule or an action. */
const areas: Record<string, string> = {
  ...{ seats: '名额和名单', activities: '活动', activity: '活动', rows: '报名记录', signups: '报名记录' },
  ...{ tallies: '每日场次', sums: '年度数字', teams: '队伍', team: '队伍', memberships: '队员', series: '系列活动' },
  ...{ hours: '志愿时长', corrections: '时长更正', certificates: '证明', files: '名单文件', file: '名单文件' },
  ...{
    people: '居民账户',
    wards: '家人档案',
    family: '家人档案',
    messages: '消息',
    tasks: '待发通知',
    cards: '邀请卡',
  },
  ...{ cases: '心愿和诉求', case: '心愿和诉求', casesums: '诉求数字', projects: '服务项目', project: '服务项目' },
  ...{ partners: '包联单位', partner: '包联单位', resources: '共享资源', resource: '共享资源', station: '社区代办' },
  ...{ day: '现场签到', recap: '活动小结', card: '邀请卡', reach: '通知送达', place: '阵地', system: '系统状况' },
}

/** The part of the whole that a rule (`seats-rows`) or an action (`activity.list`) is about. */
export const areaOf = (name: string): string => areas[name.split(/[-.]/)[0] ?? ''] ?? '其他'

/** How the whole stands: its tone, what is so, and what that means for people. */
export function standing({ now, roundAt, schema }: Health): {
  tone: 'success' | 'warn' | 'info'
  is: string
  so: string
} {
  const since = roundAt === null ? Infinity : now - roundAt
  if (since > stoppedAfter) {
    const long = roundAt === null ? '还没有走过' : `停了 ${Math.round(since / minute)} 分钟`
    return { tone: 'warn', is: `定时任务${long}`, so: '候补和提醒会来得晚。请告诉维护系统的人看一看。' }
  }
  if (schema.now < schema.wanted) {
    return { tone: 'info', is: '正在把以前的资料整理成新的样子', so: '在后台慢慢做，大家照常使用。' }
  }
  return { tone: 'success', is: '一切正常', so: '定时任务每分钟走一遍，资料都是新的样子。' }
}

/** What a check found, in one sentence. */
export function foundWords({ finishedAt, looked, broken }: Check): string {
  const found = broken.reduce((sum, each) => sum + each.found, 0)
  const mended = broken.reduce((sum, each) => sum + each.mended, 0)
  if (finishedAt === null) return `正在核对，已经看了 ${looked} 份资料`
  if (found === 0) return `看了 ${looked} 份资料，全都对得上`
  const rest = found - mended
  if (rest === 0) return `看了 ${looked} 份资料，${found} 处对不上，都已经补好`
  return `看了 ${looked} 份资料，${found} 处对不上，补好了 ${mended} 处，还有 ${rest} 处要人来看`
}

/** Where it did not fit, part by part. */
export function brokenWords({ broken }: Check): string {
  const byArea = new Map<string, number>()
  for (const { rule, found } of broken) byArea.set(areaOf(rule), (byArea.get(areaOf(rule)) ?? 0) + found)
  return [...byArea].map(([area, found]) => `${area} ${found} 处`).join('，')
}

/** 3.4 秒 */
export const secondsWords = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`
