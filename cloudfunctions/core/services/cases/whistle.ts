import type { CaseService } from '../case-service'

const leaveFirst = '先关阀、开窗，不要开灯关灯，到室外再打 119 或燃气公司的电话，然后再来这里说。'

export const whistle: CaseService = {
  id: 'whistle',
  order: 2,
  name: '诉求吹哨',
  line: '路灯、路面、垃圾、停车，说一声就有人管',
  colour: 'red',
  submit: '吹哨',
  asks: '哪里怎么了',
  example: '2 号楼西边的路灯三天没亮了，晚上老人不敢出门。',
  seenBy: 'neighbours',
  where: 'spot',
  topics: [
    { id: 'light', word: '路灯' },
    { id: 'road', word: '路面' },
    { id: 'rubbish', word: '垃圾', clock: '24h' },
    { id: 'parking', word: '停车' },
    { id: 'pipe', word: '水管下水', clock: '24h', warns: '水漏得急，先把家里的总阀关上。' },
    { id: 'power', word: '停电漏电', clock: '24h', warns: '看见电线掉下来，离它八米以外，先打 95598。' },
    { id: 'gas', word: '闻到燃气味', clock: '2h', warns: leaveFirst },
    { id: 'noise', word: '噪音' },
    { id: 'lift', word: '电梯', clock: '24h', warns: '有人被困，先按电梯里的呼叫钮，或打 119。' },
    { id: 'other', word: '其他' },
  ],
  questions: [],
  ways: ['ourselves', 'whistle', 'volunteers'],
  first: 'desk',
  level: 'compound',
  helpers: 1,
  takeUp: '24h',
  clock: '7d',
  counts: 'opinion',
  words: { closed: '解决了', resolved: '办好了，等您看看' },
}
