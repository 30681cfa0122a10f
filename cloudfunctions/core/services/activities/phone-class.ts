import type { ActivityTemplate } from '../activity-template'

export const phoneClass: ActivityTemplate = {
  id: 'phone-class',
  chip: '银龄手机课',
  colour: 'cyan',
  title: '手机慢慢学：挂号、打车、视频通话',
  intro: '三四位老人配一位志愿者，一步一步带着点，学会了再往下走。忘了也没关系，下周还能再问一遍。',
  bring: ['自己的手机，充好电', '老花镜', '一个小本子'],
  startHour: 15,
  minutes: 90,
  capacity: 16,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '活动室',
  posts: [
    { name: '来学手机', capacity: 12, role: 'guest', skills: '' },
    { name: '带着学的志愿者', capacity: 4, role: 'helper', skills: '会用智能手机，说话慢' },
  ],
  weekly: true,
}
