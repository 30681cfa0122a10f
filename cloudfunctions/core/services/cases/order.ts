import type { CaseService } from '../case-service'

export const order: CaseService = {
  id: 'order',
  order: 3,
  name: '点单',
  line: '理发、量血压、陪聊、手机课，点一样，约一天',
  colour: 'orange',
  submit: '点这一单',
  asks: '来的人要知道什么',
  example: '妈妈八十二岁，耳朵有点背，请敲门重一些。',
  seenBy: 'helpers',
  where: 'home',
  topics: [],
  questions: [
    { id: 'when', kind: 'choice', label: '什么时候方便', options: ['上午', '下午', '都可以'], required: true },
    { id: 'stairs', kind: 'choice', label: '能走动吗', options: ['能走', '扶着能走', '躺在床上'], required: false },
  ],
  ways: ['volunteers', 'whistle', 'ourselves'],
  first: 'project',
  level: 'community',
  helpers: 1,
  takeUp: '24h',
  clock: '24h',
  counts: 'order',
  words: { closed: '来过了', doing: '约好了', resolved: '做好了，等您说一声' },
}
