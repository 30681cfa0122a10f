import type { ActivityCard, ActivityForm, Me, Question } from '@core/contract'
import { calendar, clockWords, dayOf } from '@core/domain/times'
import { capacityOf } from '@core/domain/units'
import { ageWords } from '@core/domain/who-may-come'

/** Sign-up that opens within so many ms is open in the preview. */
const clockSlack = 60_000

/** 12 月 5 日 周六 */
export function dayWords(at: number): string {
  const { month, date, weekday } = calendar(at)
  return `${month} 月 ${date} 日 ${weekday}`
}

export const audienceWords: Record<ActivityForm['audience'], string> = {
  anyone: '谁都能来',
  community: '本社区居民',
  members: '本队队员',
}

/** 本社区居民，60 岁以上，要您同意 */
export const whoWords = ({ audience, ages, approval, perMonth }: ActivityForm) =>
  [
    audienceWords[audience],
    (ages.from !== null || ages.to !== null) && ageWords(ages),
    approval && '要您点头',
    perMonth !== null && `每人每月最多 ${perMonth} 场`,
  ]
    .filter(Boolean)
    .join('，')

/** 20 席，满了可候补 */
export const seatsWords = (capacity: number | null) => (capacity === null ? '不限人数' : `${capacity} 席，满了可候补`)

/** How many seats in all; where there are parts, each has its own. */
export const roomWords = (form: ActivityForm) =>
  form.units.length > 0 ? `${capacityOf(form) ?? ''} 席，分开报` : seatsWords(form.capacity)

/** 先到先得，现在就能报 */
export function wayWords({ drawAt, opensAt, startsAt }: ActivityForm, now: number): string {
  const moment = (at: number) => `${dayOf(at) === dayOf(startsAt) ? '当天' : dayWords(at)} ${clockWords(at)}`
  const opens = opensAt > now ? `${moment(opensAt)} 开始报` : '现在就能报'
  return `${drawAt === null ? '先到先得' : `${moment(drawAt)} 抽签`}，${opens}`
}

export const questionKinds: Record<Question['kind'], string> = {
  text: '写一句',
  choice: '选一个',
  number: '填个数',
  consent: '勾同意',
}

/** 谁来接；会不会包 */
export const questionsWords = (questions: readonly Question[]) =>
  questions.length > 0 ? questions.map(({ label }) => label).join('；') : '什么都不问'

/** Who earns hours: with posts those who help there, else all or nobody. */
export function servesWords({ units, serves }: ActivityForm): string {
  if (units.length > 0) {
    return units.some(({ role }) => role === 'helper') ? '帮忙的岗位记时长' : '不记'
  }
  return serves ? '来的人都记时长' : '不记'
}

/** Whether the team sees elders home. */
export const homeWords = ({ seesHome }: Pick<ActivityForm, 'seesHome'>) =>
  seesHome ? '活动结束，队伍送老人到家' : '不送'

export const bringWords = (bring: readonly string[]) => (bring.length > 0 ? bring.join('、') : '什么都不用带')

/** The card that neighbours will see; `people` are those who have a seat or wait already. */
export function previewOf(
  form: ActivityForm,
  team: Me['leads'][number],
  now: number,
  people: { taken: number; waiting: number } = { taken: 0, waiting: 0 },
): ActivityCard {
  const capacity = capacityOf(form)
  return {
    id: 'preview',
    title: form.title || '还没起名字',
    colour: team.colour,
    teamId: team.id,
    teamName: team.name,
    communityId: team.communityId,
    communityName: '',
    placeName: form.place.name || '还没定地方',
    startsAt: form.startsAt,
    endsAt: form.endsAt,
    opensAt: form.opensAt > now + clockSlack ? form.opensAt : Math.min(form.opensAt, now),
    closesAt: form.closesAt,
    state: 'published',
    capacity,
    seatsLeft: capacity === null ? null : capacity - people.taken,
    taken: people.taken,
    waiting: people.waiting,
    reason: '',
    mine: null,
    ours: [],
    seriesId: null,
    drawAt: form.drawAt,
  }
}
