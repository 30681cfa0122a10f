import type { ResourceDoc } from '@core/ports/documents'
import { startOfDay } from '@core/domain/times'
import { day } from './calendar'
import { partnerIds } from './partner-list'
import { demoIdOf } from './person-id'

/** Something lent or offered; `days` is how long it still holds, less than 0 once it is over. */
type Offered = Pick<ResourceDoc, 'communityId' | 'kind' | 'title' | 'words' | 'colour' | 'agreement'> & {
  by: string
  days: number
  isEnded?: boolean
}

const offered: readonly Offered[] = [
  {
    ...{ communityId: 'liuwan', by: partnerIds.clinic, kind: 'skill', colour: 'orange', days: 190 },
    ...{
      title: '家庭医生上门',
      words: '行动不便的老人，提前一天说，医生上门量血压、换药。',
      agreement: '共建协议，一年一签',
    },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.redCross, kind: 'thing', colour: 'orange', days: 120 },
    ...{ title: '轮椅 4 把、护理床 2 张', words: '免押金，借三个月，还回来擦干净就行。', agreement: '外借登记即可' },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.property, kind: 'room', colour: 'purple', days: 240 },
    ...{ title: '物业二楼会议室', words: '能坐 30 人，晚上和周末空着，提前两天说。', agreement: '共建协议，一年一签' },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.hardware, kind: 'skill', colour: 'yellow', days: 60 },
    ...{ title: '装扶手、换灯泡', words: '材料按进价，工钱不收，周三周六下午有空。', agreement: '爱心商家约定' },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.pharmacy, kind: 'thing', colour: 'orange', days: 9 },
    ...{ title: '血压计和血糖仪', words: '放在驿站，随到随测，仪器每季校一次。', agreement: '爱心商家约定' },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.power, kind: 'hours', colour: 'blue', days: 150 },
    ...{
      title: '每月一天安全用电检查',
      words: '师傅挨户看插座和老线，先到社区报名。',
      agreement: '包联协议，一年一签',
    },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.law, kind: 'hours', colour: 'blue', days: 85 },
    ...{ title: '律师坐班', words: '每周三上午在柳湾党群服务站，问一问不收钱。', agreement: '一社区一律师' },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.water, kind: 'skill', colour: 'green', days: 40 },
    ...{ title: '下水井清淤', words: '入冬前排一遍，平时堵了也来。', agreement: '包联协议，一年一签' },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.property, kind: 'thing', colour: 'yellow', days: -16 },
    ...{ title: '折叠桌椅 20 套', words: '院里办事可以借，自己来拉。', agreement: '共建协议，一年一签' },
  },
  {
    ...{ communityId: 'liuwan', by: partnerIds.hardware, kind: 'thing', colour: 'yellow', days: 100, isEnded: true },
    ...{ title: '长梯一架', words: '梯子修不好了，先不借。', agreement: '' },
  },
  {
    ...{ communityId: 'dongsheng', by: 'property-town', kind: 'room', colour: 'cyan', days: 170 },
    ...{ title: '向阳小区值班室', words: '放学后空着，可以给孩子写作业。', agreement: '共建协议，一年一签' },
  },
  {
    ...{ communityId: 'dongsheng', by: 'housing', kind: 'skill', colour: 'blue', days: 75 },
    ...{ title: '老楼外墙查看', words: '看见掉皮、裂缝，说一声，技术员来看。', agreement: '包联协议，一年一签' },
  },
  {
    ...{ communityId: 'shuyuan', by: partnerIds.pharmacy, kind: 'hours', colour: 'orange', days: 130 },
    ...{ title: '药师周五咨询', words: '带上药盒，药师帮您看看怎么吃。', agreement: '爱心商家约定' },
  },
  {
    ...{ communityId: 'nanqiao', by: partnerIds.water, kind: 'thing', colour: 'green', days: 200 },
    ...{ title: '抽水泵一台', words: '地下室进水时先用着。', agreement: '包联协议，一年一签' },
  },
]

/** What partners and shops lend and offer; `by` is who wrote it down in each community. */
export function resourceDocs(now: number, by: (communityId: string) => string): ResourceDoc[] {
  return offered.map(({ by: partnerId, days, isEnded = false, ...rest }, at) => ({
    _id: demoIdOf('r', `${rest.communityId} ${rest.title}`),
    ...rest,
    partnerId,
    until: startOfDay(now) + (days + 1) * day - 60_000,
    isEnded,
    createdBy: by(rest.communityId),
    createdAt: now - (30 + at * 7) * day,
  }))
}
