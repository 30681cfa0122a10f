import type { ActivityTemplate } from '../activity-template'

export const jobFair: ActivityTemplate = {
  id: 'job-fair',
  chip: '招聘会',
  colour: 'yellow',
  title: '家门口招聘会',
  intro: '附近的工厂、商场和家政公司来摆桌子，岗位和待遇写在牌子上，可以当面问。没有简历也行，现场有人帮着写。',
  bring: ['身份证', '有的话带上技能证书'],
  startHour: 9,
  minutes: 180,
  capacity: null,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '广场',
}
