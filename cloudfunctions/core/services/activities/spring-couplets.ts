import type { ActivityTemplate } from '../activity-template'

export const springCouplets: ActivityTemplate = {
  id: 'spring-couplets',
  chip: '写春联',
  colour: 'purple',
  title: '我们的节日：写春联、送福字',
  intro: '会写的现场写，不会写的说一句心里话，请人写成对联。红纸和笔墨都有，写好晾干就能带走。',
  bring: ['门框的尺寸，量好更合适'],
  startHour: 9,
  minutes: 150,
  capacity: null,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '党群服务站',
}
