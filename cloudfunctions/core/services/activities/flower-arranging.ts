import type { ActivityTemplate } from '../activity-template'

export const flowerArranging: ActivityTemplate = {
  id: 'flower-arranging',
  chip: '插花',
  colour: 'purple',
  title: '巧手插花：用蔬菜做一束花',
  intro: '西兰花当绿叶，胡萝卜刻成玫瑰。材料都备好了，您带一双手来就行，做好的花束带回家。',
  bring: ['可以带孩子，6 岁以上由家长陪同'],
  startHour: 9,
  minutes: 120,
  capacity: 20,
  audience: 'anyone',
  cancelHours: 15,
  placeFunction: '党群服务站',
}
