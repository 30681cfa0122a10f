import type { ActivityTemplate } from '../activity-template'

export const antiFraudTalk: ActivityTemplate = {
  id: 'anti-fraud-talk',
  chip: '反诈宣讲',
  colour: 'cyan',
  title: '别让骗子骗走养老钱',
  intro: '用身边发生过的事，讲清楚几种常见的骗法：冒充客服、冒充熟人、投资返利。现场可以帮您在手机上装好国家反诈中心。',
  bring: ['常用的手机', '老花镜'],
  startHour: 19,
  minutes: 60,
  capacity: 30,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '凉亭',
}
