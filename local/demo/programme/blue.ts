import { anew, like, workdays, type Happening } from './happening'

/** What the blue teams hold: checks from door to door, patrols, and words that settle a quarrel. */
export const blue: readonly Happening[] = [
  like('gas-check', 'blue-pro', { draw: 0.75 }),
  like('gas-check', 'blue-pro', {
    title: '楼道堆物走一遍',
    intro: '从一号楼走到最后一号，堵了消防通道的先劝主人搬走。搬不动的记下来，约好日子一起搬。',
    startHour: 15,
    minutes: 90,
    cancelHours: 2,
    draw: 0.6,
  }),
  like('gas-check', 'blue-pro', {
    title: '取暖安全上门看看',
    intro: '烧煤炉的看烟道，用电毯的看线，用燃气的看阀门。家家发一张提示单，独居老人多坐一会儿。',
    seasons: [{ calendar: 'solar', from: 1101, to: 228 }],
    draw: 0.85,
  }),
  like('evening-patrol', 'patrol', { draw: 0.7 }),
  like('evening-patrol', 'patrol', {
    title: '夜巡：看看后巷的路灯',
    intro: '沿后巷走到河边，哪盏灯不亮就在图上画个圈。第二天交给供电所，修好了再走一遍。',
    draw: 0.6,
  }),
  anew('blue-pro', {
    title: '邻里说和时间',
    intro: '漏水、噪音、晒被子，邻居间的小事来这里坐下说。有退休的法官和老支书陪着，说开了就好。',
    startHour: 15,
    minutes: 120,
    capacity: 12,
    venue: '党群服务站',
    draw: 0.5,
  }),
  anew('blue-pro', {
    title: '护学岗：送孩子们过马路',
    intro: '学校门口的路口站一个钟头，举着小旗，护着孩子过街。早到十分钟，领马甲和哨子。',
    startHour: 7.25,
    minutes: 60,
    capacity: 6,
    audience: 'members',
    venue: '广场',
    weekdays: workdays,
    draw: 0.9,
  }),
  anew('blue-pro', {
    title: '律师来坐坐：遗嘱、借条和租房',
    intro: '社区的律师每月来一次，一人十五分钟，一对一说。说的事只有您和律师知道。',
    startHour: 14.5,
    minutes: 150,
    capacity: 10,
    venue: '党群服务站',
    bring: ['有关的纸都带上'],
    draw: 0.8,
  }),
]
