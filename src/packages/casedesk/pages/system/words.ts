// What the software says of itself, in the words of the county's desk.
import type { Check, OutputOf, watch } from '@core/contract'

type Seen = OutputOf<typeof watch>

const minute = 60_000
const hour = 60 * minute
/** The rounds come every minute; after this long without one somebody should look. */
const stoppedAfter = 5 * minute
/** A check comes every night, and is over within the hour. */
const checkedWithin = 26 * hour
const checkTakes = hour

/** Parts of the whole by the first word of a rule or an action. */
const areas: Record<string, string> = {
  ...{ seats: '名额和名单', activities: '活动', activity: '活动', rows: '报名记录', signups: '报名记录' },
  ...{ tallies: '每日场次', sums: '年度数字', teams: '队伍', team: '队伍', memberships: '队员', series: '系列活动' },
  ...{ hours: '志愿时长', ledgers: '志愿时长', corrections: '时长更正', correction: '时长更正' },
  ...{ certificates: '证明', certificate: '证明', files: '名单文件', file: '名单文件' },
  ...{ people: '居民账户', wards: '家人档案', dependents: '家人档案', family: '家人档案' },
  ...{ messages: '消息', tasks: '待发通知', cards: '邀请卡', card: '邀请卡', reach: '通知送达' },
  ...{ cases: '心愿和诉求', case: '心愿和诉求', casesums: '诉求数字', projects: '服务项目', project: '服务项目' },
  ...{ partners: '包联单位', partner: '包联单位', resources: '共享资源', resource: '共享资源', station: '社区代办' },
  ...{ day: '现场签到', recap: '活动小结', place: '阵地', system: '系统状况' },
}

/** The part of the whole that a rule (`seats-rows`) or an action (`activity.list`) is about. */
export const areaOf = (name: string): string => areas[name.split(/[-.]/)[0] ?? ''] ?? '其他'

/** How something stands: its tone, what is so, and what that means for people. */
interface Standing {
  tone: 'success' | 'warn' | 'info'
  is: string
  so: string
}

const warn = (is: string, so: string): Standing => ({ tone: 'warn', is, so })
const tellSomebody = '请告诉维护系统的人看一看。'

/** How the whole stands; what matters most to people comes first. */
export function standing({ health, checks }: Pick<Seen, 'health' | 'checks'>): Standing {
  const { now, roundAt, jobsAt, schema } = health
  const clock = stopped(now, roundAt)
  if (clock) return warn(`定时任务${clock}`, `候补和提醒会来得晚。${tellSomebody}`)
  const jobs = stopped(now, jobsAt)
  if (jobs) return warn(`后台任务${jobs}`, `名单文件和资料核对会来得晚。${tellSomebody}`)
  const check = checkStanding(now, checks)
  if (check) return check
  if (schema.now < schema.wanted) return { tone: 'info', is: '正在整理以前的资料', so: '在后台慢慢做，大家照常使用。' }
  return { tone: 'success', is: '一切正常', so: '定时任务每分钟走一遍，资料格式是最新的。' }
}

/** How long a clock has stood still; nothing while it goes. */
function stopped(now: number, at: number | null): string | undefined {
  if (at === null) return '还没有走过'
  return now - at > stoppedAfter ? `停了${longWords(now - at)}` : undefined
}

/** What the last check leaves to do; nothing where all is well, or nothing was checked yet. */
function checkStanding(now: number, checks: readonly Check[]): Standing | undefined {
  const [newest] = checks
  if (!newest) return undefined
  const since = now - newest.startedAt
  if (newest.finishedAt === null && since > checkTakes)
    return warn(`资料核对走了${longWords(since)}，还没有完`, `大家照常使用。${tellSomebody}`)
  if (since > checkedWithin) return warn(`资料有${longWords(since)}没有核对`, `每天夜里该核对一遍。${tellSomebody}`)
  const last = checks.find(({ finishedAt }) => finishedAt !== null)
  if (last?.isBrokenOff) return warn('上一遍核对没有做完', '可以再核对一遍；还是这样，请告诉维护系统的人。')
  const rest = last ? restOf(last) : 0
  if (rest === 0) return undefined
  return warn(`有 ${rest} 处资料对不上`, '软件自己补不好，要人来看。请把下面的编号转给维护系统的人。')
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** What a check found and nobody set right. */
export const restOf = ({ broken }: Check): number => sumOf(broken.map(({ found, mended }) => found - mended))

/** What a check found, in one sentence. */
export function foundWords(check: Check): string {
  const { finishedAt, looked, broken, isBrokenOff } = check
  const found = sumOf(broken.map((each) => each.found))
  const rest = restOf(check)
  if (finishedAt === null) return `正在核对，已经看了 ${looked} 份资料`
  if (isBrokenOff) return `看了 ${looked} 份资料就停住了，没有做完`
  if (found === 0) return `看了 ${looked} 份资料，全都对得上`
  if (rest === 0) return `看了 ${looked} 份资料，${found} 处对不上，都已经补好`
  if (rest === found) return `看了 ${looked} 份资料，${found} 处对不上，要人来看`
  return `看了 ${looked} 份资料，${found} 处对不上，补好了 ${found - rest} 处，还有 ${rest} 处要人来看`
}

/** Where it did not fit, part by part. */
export function brokenWords({ broken }: Check): string {
  const byArea = new Map<string, number>()
  for (const { rule, found } of broken) byArea.set(areaOf(rule), (byArea.get(areaOf(rule)) ?? 0) + found)
  return [...byArea].map(([area, found]) => `${area} ${found} 处`).join('，')
}

/** What somebody has to look at, line by line, to be passed on. */
export const exampleLines = ({ examples }: Check): string[] =>
  examples.map(({ rule, id }) => `${areaOf(rule)} ${rule} ${id}`)

/** 3.4 秒 */
export const secondsWords = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`

/** ' 7 分钟', ' 3 小时', ' 2 天' */
function longWords(ms: number): string {
  if (ms < hour) return ` ${Math.round(ms / minute)} 分钟`
  return ms < 48 * hour ? ` ${Math.round(ms / hour)} 小时` : ` ${Math.round(ms / (24 * hour))} 天`
}
