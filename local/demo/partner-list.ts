import type { PartnerDoc } from '@core/ports/documents'
import { communities } from './communities'

/** A partner unit as it is invented. */
export interface PartnerSeed extends Pick<PartnerDoc, 'name' | 'kind' | 'words' | 'does'> {
  id: string
  /** Which communities it is responsible for (包联). */
  caresFor?: readonly string[]
  /** From where it may be whistled for from; every community when missing. */
  only?: readonly string[]
  /** Who answers there: of the cast by name, else somebody invented by chance. */
  people: readonly { title: string; name?: string }[]
}

const elsewhere = communities.map(({ id }) => id).filter((id) => id !== 'liuwan')

/** Units that the demo's stories name. */
export const partnerIds = {
  power: 'power',
  water: 'water',
  redCross: 'red-cross',
  clinic: 'clinic-liuwan',
  property: 'property-liuwan',
  pharmacy: 'shop-pharmacy',
  hardware: 'shop-hardware',
  talks: 'mediation-liuwan',
  townTalks: 'mediation-town',
  law: 'law',
} as const

/** The units of the town: bureaus, a clinic, property management, shops, mediators and the law. */
export const partnerSeeds: readonly PartnerSeed[] = [
  {
    ...{ id: partnerIds.power, name: '县供电所', kind: 'bureau', caresFor: ['liuwan', 'xinan', 'lihua'] },
    words: '路灯、楼道灯、私拉的电线，说清在哪儿，当天回话。',
    does: ['wish/around', 'whistle/light', 'whistle/power', 'hazard/power', 'hazard/charging'],
    people: [{ title: '师傅', name: '秦卫东' }, { title: '班长' }],
  },
  {
    ...{ id: partnerIds.water, name: '县水务局', kind: 'bureau', caresFor: ['liuwan', 'nanqiao', 'beihe'] },
    words: '自来水、下水井、井盖，抢修的人夜里也在。',
    does: ['whistle/pipe', 'whistle/road'],
    people: [{ title: '队长' }],
  },
  {
    ...{ id: 'housing', name: '县住建局', kind: 'bureau', caresFor: ['dongsheng', 'huaiyin', 'shuyuan', 'shiliu'] },
    words: '小区道路、停车、老楼的墙和顶。',
    does: ['whistle/road', 'whistle/parking'],
    people: [{ title: '股长' }],
  },
  {
    ...{
      id: 'sanitation',
      name: '县环卫中心',
      kind: 'bureau',
      caresFor: ['wenmiao', 'cuiping', 'heshun', 'changhong'],
    },
    words: '垃圾清运、公厕、背街小巷的保洁。',
    does: ['whistle/rubbish'],
    people: [{ title: '调度员' }],
  },
  {
    ...{ id: partnerIds.redCross, name: '县红十字会', kind: 'bureau' },
    words: '急救课、轮椅和护理床外借、困难家庭的慰问。',
    does: ['wish/thing'],
    people: [{ title: '部长' }],
  },
  {
    ...{ id: partnerIds.clinic, name: '柳湾社区卫生服务中心', kind: 'clinic', only: ['liuwan'], caresFor: ['liuwan'] },
    words: '量血压、换药、上门看看，家庭医生都在。',
    does: ['wish/company', 'errand/medicine'],
    people: [{ title: '医生' }],
  },
  {
    ...{ id: partnerIds.property, name: '柳荫物业', kind: 'property', only: ['liuwan'], caresFor: ['liuwan'] },
    words: '柳荫里和河畔家园的楼道、电梯、门禁、绿地。',
    does: ['wish/around', 'whistle/lift', 'whistle/rubbish', 'whistle/parking', 'hazard'],
    people: [{ title: '经理' }],
  },
  {
    ...{
      id: 'property-town',
      name: '安居物业',
      kind: 'property',
      only: ['dongsheng', 'huaiyin', 'shuyuan', 'xinan', 'lihua'],
    },
    words: '五个社区老小区的日常维修和保洁。',
    does: ['whistle', 'hazard'],
    people: [{ title: '管家' }],
  },
  {
    ...{ id: partnerIds.pharmacy, name: '仁和堂药店', kind: 'shop', only: ['liuwan', 'shuyuan'] },
    words: '常用药备得齐，老人的药可以先送后结。',
    does: ['errand/medicine'],
    people: [{ title: '店长' }],
  },
  {
    ...{ id: partnerIds.hardware, name: '老周五金店', kind: 'shop', only: ['liuwan'] },
    words: '扶手、灯泡、水龙头，装一装不另收工钱。',
    does: ['wish/around', 'wish/hand'],
    people: [{ title: '店主' }],
  },
  {
    ...{ id: partnerIds.talks, name: '柳湾调解室', kind: 'mediation', only: ['liuwan'], caresFor: ['liuwan'] },
    words: '坐下来慢慢说，说的话不出这个门。',
    does: ['mediation'],
    people: [{ title: '调解员', name: '方明远' }],
  },
  {
    ...{ id: partnerIds.townTalks, name: '城区调解室', kind: 'mediation', only: elsewhere },
    words: '十二个社区的邻里纠纷，都可以来说。',
    does: ['mediation'],
    people: [{ title: '调解员' }],
  },
  {
    ...{ id: partnerIds.law, name: '县法律援助站', kind: 'law' },
    words: '每个社区一位律师，问一问不收钱。',
    does: ['legal'],
    people: [{ title: '律师' }],
  },
]
