import { ask, field, form, h, when } from './dom.js'

const steps = [
  [60_000, '往后一分钟'],
  [3_600_000, '往后一小时'],
  [86_400_000, '往后一天'],
  [604_800_000, '往后一周'],
]

/** The clock of database, timers and functions; it can be moved. */
export async function clock(again) {
  const { now, offset } = await ask('clock')
  const move = (body) => ask('clock', body).then(again)
  return [
    h('p', {}, '这里的时间是 ', h('strong', {}, when(now)), offset ? '，和电脑的时间不一样。' : '，和电脑的时间一样。'),
    h('p', { class: 'quiet' }, '数据库、定时器和函数都看这只钟。往后拨，定时器会补上该跑的那一次。'),
    h(
      'div',
      { class: 'row' },
      steps.map(([advance, words]) => h('button', { click: () => void move({ advance }) }, words)),
      h('button', { disabled: offset === 0, click: () => void move({ offset: 0 }) }, '回到电脑的时间'),
    ),
    form(
      ({ at }) => at && move({ at: Date.parse(`${at}:00+08:00`) }),
      field('拨到（北京时间）', { name: 'at', type: 'datetime-local' }),
      h('button', {}, '拨过去'),
    ),
  ]
}
