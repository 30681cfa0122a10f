import type { ActivityTemplate } from '../activity-template'

export const zongzi: ActivityTemplate = {
  id: 'zongzi',
  chip: '端午包粽子',
  colour: 'purple',
  title: '我们的节日：包粽子送邻居',
  intro: '糯米、红枣、粽叶都备好，会包的教不会包的。包好的一半自己带走，一半送到不方便出门的邻居家里。',
  bring: ['围裙', '干净的饭盒'],
  startHour: 9,
  minutes: 150,
  capacity: 40,
  audience: 'anyone',
  cancelHours: 15,
  placeFunction: '党群服务站',
  questions: [{ id: 'skill', kind: 'choice', label: '会不会包', options: ['会包', '不会，想学'], required: false }],
}
