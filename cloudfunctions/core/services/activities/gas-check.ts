import type { ActivityTemplate } from '../activity-template'

export const gasCheck: ActivityTemplate = {
  id: 'gas-check',
  chip: '燃气排查',
  colour: 'blue',
  title: '挨家看看灶和管：燃气安全排查',
  intro:
    '两人一组，挨家看软管有没有老化、接头紧不紧、阀门灵不灵。发现隐患当场记下，约好整改的日子，再留一张安全提示单。',
  bring: ['马甲和工作牌', '鞋套', '笔'],
  startHour: 9,
  minutes: 150,
  capacity: 12,
  audience: 'members',
  cancelHours: 15,
  placeFunction: '党群服务站',
  serves: true,
}
