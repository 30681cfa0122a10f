import type { ActivityTemplate } from '../activity-template'

export const benchTalk: ActivityTemplate = {
  id: 'bench-talk',
  chip: '板凳党课',
  colour: 'red',
  title: '板凳党课：到老邻居家门口讲一讲',
  intro: '搬个小板凳，坐在老党员的院子里，用家常话讲讲新政策，也听听他们的老故事。腿脚不便的老人，我们上门。',
  bring: ['一个小板凳', '老花镜'],
  startHour: 9.5,
  minutes: 60,
  capacity: 15,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '院子',
}
