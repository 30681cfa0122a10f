import type { ActivityTemplate } from '../activity-template'

export const residentsMeeting: ActivityTemplate = {
  id: 'residents-meeting',
  chip: '居民议事',
  colour: 'red',
  title: '居民议事会：停车位怎么划',
  intro: '议题提前贴在公示栏，一户来一位，把话说开，当场记下谁来办、什么时候办好。没来的邻居，事后也能看到结果。',
  bring: ['想说的事，写两句更好'],
  startHour: 19,
  minutes: 90,
  capacity: 40,
  audience: 'community',
  cancelHours: 2,
  placeFunction: '党群服务站',
}
