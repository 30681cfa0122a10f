import { anew, like, type Happening } from './happening'

/** What the red teams hold: talks, meetings of residents, members who report to their community. */
export const red: readonly Happening[] = [
  like('bench-talk', 'stories', { draw: 0.8 }),
  like('bench-talk', 'red-pro', {
    title: '板凳党课：医保新政策，一条一条说',
    intro: '门诊怎么报、慢病怎么办、异地怎么结算，请医保窗口的同志来，一条一条说清楚。带着自家的问题来，当面问。',
    bring: ['医保卡或电子凭证', '一个小板凳'],
    capacity: 25,
    draw: 0.9,
    venue: '党群服务站',
  }),
  like('bench-talk', 'stories', {
    title: '老物件里的故事会',
    intro: '一枚奖章、一本旧账本、一张合影，拿来说说它的来历。听的人都是邻居，讲得慢一点没关系。',
    bring: ['一件有故事的老物件'],
    startHour: 15,
    cancelHours: 2,
    venue: '凉亭',
    draw: 0.7,
  }),
  like('residents-meeting', 'red-pro', { draw: 0.7 }),
  like('residents-meeting', 'red-pro', {
    title: '居民议事会：电动车充电棚放哪儿',
    intro: '三个位置各有各的难处，图已经贴在公示栏。一户来一位，听听物业和电工怎么说，再一起定。',
    draw: 0.8,
  }),
  like('residents-meeting', 'red-pro', {
    title: '居民议事会：楼道灯和扶手',
    intro: '哪一层灯不亮，哪一段缺扶手，网格员先走了一遍，列了单子。大家看看还漏了哪里，先修哪一处。',
    draw: 0.6,
  }),
  anew('red-pro', {
    title: '联席会：物业、社区和居民坐一坐',
    intro: '上个月提的事办到哪一步了，物业一件一件说。没办完的写明谁接着办、哪天办好。',
    startHour: 15,
    minutes: 90,
    capacity: 30,
    venue: '党群服务站',
    audience: 'community',
    draw: 0.5,
  }),
  anew('red-pro', {
    title: '党员到社区报到：认领一件小事',
    intro: '扫楼道、陪老人、教手机，十几件小事写在卡片上，挑一件力所能及的认下来。做完回来说一声。',
    startHour: 9,
    minutes: 60,
    capacity: 40,
    venue: '党群服务站',
    weekdays: [0, 6],
    draw: 0.6,
  }),
]
