import type { ActivityTemplate } from '../activity-template'

export const eldersClass: ActivityTemplate = {
  id: 'elders-class',
  chip: '银龄乐趣课',
  colour: 'purple',
  title: '银龄乐趣课：健康操和手指操',
  intro: '坐着也能做的健康操，配着老歌的手指操，动一动，说说话。跟不上没关系，旁边有人带。',
  bring: ['水杯', '宽松的衣服'],
  startHour: 16,
  minutes: 60,
  capacity: 30,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '活动室',
  weekly: true,
}
