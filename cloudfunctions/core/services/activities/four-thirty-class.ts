import type { ActivityTemplate } from '../activity-template'

export const fourThirtyClass: ActivityTemplate = {
  id: 'four-thirty-class',
  chip: '四点半课堂',
  colour: 'purple',
  title: '四点半课堂：写作业、做手工',
  intro:
    '放学到大人下班这一段，孩子可以来这里。先写作业，再做一样小手工，有志愿者一直陪着。六岁以上，家长来接才放孩子走。',
  bring: ['没写完的作业', '水杯', '家长的电话写在纸条上'],
  startHour: 16.5,
  minutes: 90,
  capacity: 20,
  audience: 'community',
  cancelHours: 2,
  placeFunction: '活动室',
  ages: { from: 6, to: 12 },
  questions: [
    { id: 'pickup', kind: 'text', label: '放学后谁来接，怎么称呼', options: [], required: true },
    { id: 'alone', kind: 'consent', label: '我知道要大人来接，孩子才能走', options: [], required: true },
  ],
  weekly: true,
}
