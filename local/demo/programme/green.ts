import { anew, like, weekend, type Happening } from './happening'

/** What the green teams hold: clean-ups, plants, and the good families next door. */
export const green: readonly Happening[] = [
  like('clean-up', 'green-pro', { draw: 0.7 }),
  like('clean-up', 'green-pro', {
    title: '周末大扫除：楼道和车棚',
    intro: '先清楼道里没人要的旧物，再把车棚冲一遍。干一个钟头歇一歇，社区备了热水。',
    weekdays: weekend,
    draw: 0.75,
  }),
  like('clean-up', 'green-pro', {
    title: '铲一铲墙上的小广告',
    intro: '小铲子、刷子和喷壶都有，从后巷的墙铲到楼道口。铲完刷一遍白，看着清爽。',
    capacity: 20,
    draw: 0.6,
  }),
  anew('gardeners', {
    title: '花池补种：一家认养一小块',
    intro: '月季和鸢尾的苗已经到了，土也松好。认一小块，插上自家的名牌，以后浇水就归您。',
    startHour: 9,
    minutes: 90,
    capacity: 24,
    venue: '院子',
    seasons: [
      { calendar: 'solar', from: 310, to: 520 },
      { calendar: 'solar', from: 905, to: 1025 },
    ],
    bring: ['小铲子', '旧手套'],
    draw: 0.85,
  }),
  anew('gardeners', {
    title: '落叶别扔：一起做堆肥',
    intro: '把院里的落叶收到木箱里，一层叶一层土，明年春天就是好肥。孩子也能来踩一踩。',
    startHour: 15,
    minutes: 90,
    capacity: 20,
    venue: '院子',
    seasons: [{ calendar: 'solar', from: 1015, to: 1210 }],
    draw: 0.65,
  }),
  anew('gardeners', {
    title: '旧物换绿植',
    intro: '旧书、旧衣、旧电池，拿来换一盆小绿植。换来的书进读书角，衣服洗净送给需要的人。',
    startHour: 9.5,
    minutes: 120,
    capacity: 60,
    venue: '广场',
    weekdays: weekend,
    draw: 0.7,
  }),
  like('family-awards', 'green-pro', { draw: 0.6 }),
  anew('green-pro', {
    title: '垃圾分一分：厨余桶怎么用',
    intro: '剩饭、果皮、骨头分别放哪儿，现场摆出来认一认。分对了送一卷厨余袋。',
    startHour: 18.5,
    minutes: 60,
    capacity: 40,
    venue: '广场',
    draw: 0.55,
  }),
]
