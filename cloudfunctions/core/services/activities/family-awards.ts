import type { ActivityTemplate } from '../activity-template'

export const familyAwards: ActivityTemplate = {
  id: 'family-awards',
  chip: '身边榜样',
  colour: 'green',
  title: '说说身边的好人家：最美家庭推荐会',
  intro: '好媳妇、好婆婆、和睦的一家人，邻居们最清楚。来说一段他们的小事，大家听了再一起推荐。',
  bring: ['想推荐谁，提前想好一两件事'],
  startHour: 15,
  minutes: 90,
  capacity: 50,
  audience: 'community',
  cancelHours: 2,
  placeFunction: '党群服务站',
}
