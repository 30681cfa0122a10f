import type { ActivityTemplate } from '../activity-template'

export const handyDay: ActivityTemplate = {
  id: 'handy-day',
  chip: '便民服务日',
  colour: 'yellow',
  title: '便民服务日：磨刀、理发、缝裤边',
  intro: '几位手艺好的邻居摆开摊子：磨刀磨剪子、理发、缝裤边、修小家电。来了先领号，等的工夫可以喝杯茶。',
  bring: ['要磨的刀用布包好', '要缝补的衣物'],
  startHour: 9,
  minutes: 150,
  capacity: 60,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '院子',
  posts: [
    { name: '来办事的邻居', capacity: 54, role: 'guest', skills: '' },
    { name: '摆摊的手艺人', capacity: 6, role: 'helper', skills: '磨刀、理发、缝补、修家电，会一样就行' },
  ],
}
