import type { CaseService } from '../case-service'

export const legal: CaseService = {
  id: 'legal',
  order: 7,
  name: '法律咨询',
  line: '问问社区的律师，只有他看得见',
  colour: 'cyan',
  submit: '问律师',
  asks: '想问什么',
  example: '房子租出去，租客不肯搬，合同上个月就到期了。',
  seenBy: 'parties',
  where: 'none',
  topics: [
    { id: 'house', word: '房子' },
    { id: 'work', word: '工作和工资' },
    { id: 'family', word: '婚姻和老人' },
    { id: 'money', word: '借钱和买卖' },
    { id: 'harm', word: '受了伤害', warns: '正在发生的危险，先打 110。' },
    { id: 'other', word: '别的' },
  ],
  questions: [
    { id: 'papers', kind: 'choice', label: '手上有字据吗', options: ['有', '没有', '说不准'], required: false },
  ],
  ways: ['professional'],
  first: 'professional',
  level: 'community',
  helpers: 1,
  takeUp: '24h',
  clock: '7d',
  professional: 'law',
  counts: 'order',
  words: { closed: '答复了', doing: '律师在看', resolved: '答复了，您看看清楚不清楚' },
}
