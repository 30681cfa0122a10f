import type { ActivityTemplate } from '../activity-template'

export const eveningPatrol: ActivityTemplate = {
  id: 'evening-patrol',
  chip: '平安夜巡',
  colour: 'blue',
  title: '晚饭后走一圈：平安夜巡',
  intro: '沿着院子和后巷走一圈，看看路灯亮不亮、楼道堵不堵、电动车停没停对地方。看见的事当场记下，第二天有人接着办。',
  bring: ['手电筒', '反光马甲', '合脚的鞋'],
  startHour: 19.5,
  minutes: 60,
  capacity: 10,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '院子',
  serves: true,
  weekly: true,
}
