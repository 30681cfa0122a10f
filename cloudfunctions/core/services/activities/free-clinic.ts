import type { ActivityTemplate } from '../activity-template'

export const freeClinic: ActivityTemplate = {
  id: 'free-clinic',
  chip: '义诊',
  colour: 'orange',
  title: '义诊：量血压、测血糖',
  intro: '社区卫生服务中心的医生来家门口坐诊，量血压、测血糖，也可以把正在吃的药拿来问一问。一位一位来，不用赶时间。',
  bring: ['身份证或社保卡', '以前的病历和正在吃的药盒', '要测空腹血糖的，先别吃早饭'],
  startHour: 9,
  minutes: 120,
  capacity: 40,
  audience: 'anyone',
  cancelHours: 15,
  placeFunction: '党群服务站',
  posts: [
    { name: '引导登记', capacity: 2, role: 'helper', skills: '' },
    { name: '帮着量血压', capacity: 2, role: 'helper', skills: '会用血压计' },
  ],
  slots: { every: 10, seats: 3 },
}
