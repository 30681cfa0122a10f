import type { UnitForm } from '@core/contract'
import { atHour, startOfDay } from '@core/domain/times'
import type { ActivityDoc, DependentDoc, PlaceDoc, SecretDoc, SignupDoc } from '@core/ports/documents'
import { day, hour, minute } from './calendar'
import type { Chance } from './chance'
import { activityFor, gather, type Comer } from './gathering'
import { commitmentOf } from './person-id'
import type { Relatives } from './relatives'
import type { Resident } from './residents'
import type { Team } from './teams'

/** Whom and what the scenes can choose from. `free` gives so many residents who have nothing else then. */
export interface Stage {
  chance: Chance
  now: number
  team: (key: string) => Team
  place: (word: string) => PlaceDoc
  cast: (name: string) => Resident
  relatives: Relatives
  free: (count: number, from: number, to: number) => string[]
  isFree: (personId: string, from: number, to: number) => boolean
}

/** An activity with its rows, and what must not be seen of it. */
export interface Scene {
  doc: ActivityDoc
  rows: SignupDoc[]
  secrets?: SecretDoc[]
}

const post = (id: string, name: string, capacity: number, role: UnitForm['role'], skills = ''): UnitForm => {
  return { id, kind: 'post', name, capacity, startsAt: null, endsAt: null, role, skills }
}
/** Comers as those who keep them signed them up. */
export const brought = (wards: readonly DependentDoc[], notes: Partial<Comer> = {}): Comer[] =>
  wards.map((ward) => ({ id: ward._id, by: ward.keepers[0]?.id ?? '', ...notes }))

/** Soon enough that people can be checked in now, whatever the moment: at the next half hour. */
function atTheDoor({ chance, now, team, place, cast, relatives, free, isFree }: Stage): Scene {
  const half = 30 * minute
  const startsAt = Math.ceil((now + 8 * minute) / half) * half
  const endsAt = startsAt + 2 * hour
  const doc = activityFor('dumplings', now, team('crafts'), place('广场'), {
    title: '一起包饺子，送给独居老人',
    intro: '面和馅都备好了，擀皮的、包的、送上门的都要人手。包好了先给来吃饺子的老邻居下一锅，其余趁热送到家里。',
    bring: ['围裙', '擀面杖'],
    seesHome: true,
    ...{ startsAt, endsAt },
    units: [
      post('roll', '和面擀皮', 8, 'helper', '会擀皮'),
      post('fold', '包饺子', 16, 'helper'),
      post('carry', '送上门', 6, 'helper', '走得快，认得路'),
      post('eat', '来吃饺子', 18, 'guest'),
    ],
  })
  const people = free(24, startsAt, endsAt)
  const unitOf = (at: number) => (at < 7 ? 'roll' : at < 19 ? 'fold' : 'carry')
  const leader = cast('苏桂兰').doc._id
  const entered = relatives.guests.slice(0, 9).map(({ _id: id }) => ({ id, by: leader, unit: 'eat' }))
  const her = cast('梁文娟').doc._id
  const family = [relatives.motherInLaw, ...relatives.elders.slice(0, 6)]
  const seated: Comer[] = [
    ...people.map((id, at) => ({ id, unit: unitOf(at) })),
    ...(isFree(her, startsAt, endsAt) ? [{ id: her, unit: 'fold' }] : []),
    ...entered,
    ...brought(family, { unit: 'eat' }),
  ]
  return { doc, rows: gather(chance, now, doc, { seated: chance.shuffled(seated) }) }
}

/** A free clinic: three people every ten minutes, and posts for those who help. */
function clinic({ chance, now, team, place, cast, relatives, free, isFree }: Stage): Scene {
  const startsAt = atHour(startOfDay(now) + 5 * day, 9)
  const endsAt = startsAt + 2 * hour
  const every = 10 * minute
  const slots = Array.from({ length: 12 }, (_, at): UnitForm => {
    const from = startsAt + at * every
    const name = new Date(from + 8 * hour).toISOString().slice(11, 16)
    const id = `s${name.replace(':', '')}`
    return { id, kind: 'slot', name, capacity: 3, startsAt: from, endsAt: from + every, role: 'guest', skills: '' }
  })
  const doc = activityFor('clinic', now, team('orange-pro'), place('党群服务站'), {
    title: '义诊：分时段，一位一位来',
    intro: '社区卫生服务中心的医生坐诊，量血压、测血糖、看药盒。十分钟一段，按报的时间来，不用排队。',
    bring: ['身份证或社保卡', '正在吃的药盒'],
    ...{ startsAt, endsAt },
    units: [post('guide', '引导登记', 2, 'helper'), post('cuff', '量血压助手', 2, 'helper', '会用血压计'), ...slots],
  })
  const [helper = '', cuff = '', ...people] = free(14, startsAt, endsAt)
  const slot = (at: number) => slots[at]?.id ?? ''
  const elder = cast('何玉珍').doc._id
  const seated: Comer[] = [
    { id: helper, unit: 'guide' },
    { id: cuff, unit: 'cuff' },
    ...people.map((id, at) => ({ id, unit: slot([0, 0, 0, 1, 1, 2, 4, 5, 6, 6, 8, 9][at] ?? 10) })),
    ...(isFree(elder, startsAt, endsAt) ? [{ id: elder, unit: slot(3) }] : []),
    ...brought(relatives.elders.slice(7), { unit: slot(3) }),
  ]
  const line = brought(relatives.elders.slice(6, 7), { unit: slot(0) })
  return { doc, rows: gather(chance, now, doc, { seated, line }) }
}

/** More want to come than there are seats: they are drawn by lot, with a promise anyone can check. */
function drawn({ chance, now, team, place, cast, relatives, free, isFree }: Stage): Scene {
  const startsAt = atHour(startOfDay(now) + 10 * day, 8.5)
  const endsAt = startsAt + 4 * hour
  const doc = activityFor('outing', now, team('purple-pro'), place('广场'), {
    title: '坐车去看新植物园，抽签定 20 席',
    intro: '大巴只有 20 个座位，先报名，到时间抽签，一家人一起报就一起抽。没抽中的按抽到的顺序候补。',
    bring: ['水杯', '一顶帽子'],
    ...{ startsAt, endsAt, capacity: 20 },
    closesAt: atHour(startOfDay(now) + 3 * day, 18),
    drawAt: atHour(startOfDay(now) + 3 * day, 20),
  })
  const seed = Array.from({ length: 32 }, () => 'abcdefghijklmnopqrstuvwxyz234567'[chance.whole(0, 31)]).join('')
  doc.draw = { commitment: commitmentOf(seed), seed: null, at: null, order: [], tickets: [] }
  const her = cast('梁文娟').doc._id
  const party = [her, relatives.lele._id]
  const asked: Comer[] = free(27, startsAt, endsAt).map((id) => ({ id }))
  if (isFree(her, startsAt, endsAt)) {
    const guardian = { by: her, at: doc.opensAt + hour }
    asked.splice(5, 0, { id: her, party }, { id: relatives.lele._id, by: her, party, guardian })
  }
  const rows = gather(chance, now, doc, { seated: [], asked })
  return { doc, rows, secrets: [{ _id: `draw_${doc._id}`, value: seed }] }
}

/** The leader says yes to each. */
function approved({ chance, now, team, place, free }: Stage): Scene {
  const startsAt = atHour(startOfDay(now) + 9 * day, 14.5)
  const endsAt = startsAt + 2 * hour
  const doc = activityFor('lifting', now, team('orange-pro'), place('活动室'), {
    title: '陪护小课：扶一把的学问',
    intro: '怎么扶老人起身、上下楼、坐轮椅，护士带着一个一个练。要两两搭手，名额少，队长看过再定。',
    ...{ startsAt, endsAt, capacity: 12, approval: true },
    questions: [{ id: 'why', kind: 'text', label: '家里或队里要照护谁', options: [], required: true }],
  })
  const whys = ['家里的老父亲', '隔壁的独居老人', '刚加入陪诊小队，想先学一学']
  const comers = free(9, startsAt, endsAt).map((id): Comer => ({ id, answers: { why: chance.pick(whys) } }))
  return { doc, rows: gather(chance, now, doc, { seated: comers.slice(0, 5), asked: comers.slice(5) }) }
}

/** What the coming days have beside the usual: posts, slots, a draw, and seats that the leader gives. */
export const scenes = (stage: Stage): Scene[] => [atTheDoor, clinic, drawn, approved].map((make) => make(stage))
