// What is under way in 柳湾: one for each thing that can be met with.
import { calendar, hourOf } from '@core/domain/times'
import { addWorking, clockLengths } from '@core/domain/working-time'
import { hour } from '../calendar'
import { partnerIds } from '../partner-list'
import { momentOf, picture, type Story } from './story'

const { power, water, property, hardware, clinic, talks, law } = partnerIds
const unit = (id: string) => `u:${id}` as const

/** How many days ago the electricians must have said yes, so that they have to be done on a Thursday. */
function daysToThursday(now: number): { days: number; weekday: string } {
  const dueAfter = (days: number) => addWorking(momentOf(now, days, 17), clockLengths['7d'], '7d')
  const found = Array.from({ length: 12 }, (_, n) => n + 1).find(
    (days) => calendar(dueAfter(days)).weekday === '周四' && dueAfter(days) > now + 12 * hour,
  )
  const days = found ?? 2
  return { days, weekday: calendar(dueAfter(days)).weekday }
}

function lamp(now: number): Story {
  const { days, weekday } = daysToThursday(now)
  return {
    ...{
      key: 'lamp',
      service: 'wish',
      topic: 'around',
      compound: 3,
      spot: '3 号楼后巷',
      asker: '许长山',
      enteredBy: 'grid',
    },
    words: '后巷晚上太黑，想有盏灯。倒趟垃圾得摸着墙走，怕摔。',
    followers: 4,
    at: [days + 1, 19.67],
    beats: [
      [days, 10.5, 'staff', { move: 'dispatch', units: [power], people: {}, clock: '7d', words: '先去看看要几盏' }],
      [days, 17, unit(power), { move: 'accept', unit: power, words: `接了，${weekday}来装 5 盏太阳能灯` }],
      [
        ...([days, 17.4, unit(power)] as const),
        { move: 'look', words: '看过现场，60 米的巷子要 5 盏灯', pictures: [picture('lane-dark')] },
      ],
    ],
  }
}

/** Somebody else wrote of the same lane; both are one now. */
const lane: Story = {
  ...{ key: 'lane', service: 'wish', topic: 'around', compound: 3, spot: '3 号楼和 4 号楼之间' },
  words: '楼后的巷子没有灯，孩子放学回来害怕。',
  at: [0, 4],
  beats: [],
  joins: { key: 'lamp', days: 0, hour: 3 },
}

/** Sent on yesterday, or today once yesterday's would have had to be answered. */
function phone(now: number): Story {
  const isLate = hourOf(now) >= 17
  return {
    ...{
      key: 'phone',
      service: 'wish',
      topic: 'learn',
      compound: 3,
      spot: '5 号楼',
      asker: '梁文娟',
      forWhom: '何玉珍',
    },
    words: '想有人教我用手机挂号。一着急就点错，又不好总问孩子。',
    at: isLate ? [0, 5] : [1, 10.5],
    beats: [
      [
        ...(isLate ? ([0, 3] as const) : ([1, 17.5] as const)),
        'staff',
        {
          move: 'dispatch',
          units: ['liuwan-phones'],
          people: {},
          clock: null,
          words: '手机队每周都有人来，问问她哪天方便',
        },
      ],
    ],
  }
}

const rail: Story = {
  ...{ key: 'rail', service: 'wish', topic: 'around', compound: 3, spot: '1 号楼门口', asker: '郭淑芬', followers: 3 },
  words: '楼道门口加一段扶手。那三级台阶一到雨天就滑，我们几个老的都不敢下。',
  at: [17, 9.2],
  beats: [
    [17, 15, 'staff', { move: 'dispatch', units: [hardware], people: {}, clock: null, words: '' }],
    [17, 16.2, unit(hardware), { move: 'accept', unit: hardware, words: '量了尺寸，两米四' }],
    [
      ...([14, 11, unit(hardware)] as const),
      { move: 'resolve', words: '扶手装好了，试过能承重', pictures: [picture('rail-after')] },
    ],
    [13, 9.5, 'asker', { move: 'confirm', stars: 5, words: '摸着扶手下楼，心里踏实。' }],
  ],
}

const wardrobe: Story = {
  ...{
    key: 'wardrobe',
    service: 'wish',
    topic: 'hand',
    compound: 1,
    spot: '2 号楼 4 层',
    asker: '梁文娟',
    forWhom: '何玉珍',
  },
  words: '想请人帮忙把旧衣柜搬下楼。柜子不大可是没有电梯，一个人抬不动。',
  at: [2, 17.5],
  beats: [[1, 9.1, 'staff', { move: 'offer', words: '周末两个人一会儿就好' }]],
}

const seeds: Story = {
  ...{ key: 'seeds', service: 'wish', topic: 'around', compound: 2, spot: '东院花池', followers: 2 },
  words: '花池空了一冬，想有人带着孩子们种点花。种子我有，缺会种的。',
  at: [3, 20.1],
  beats: [[2, 10.2, 'staff', { move: 'offer', words: '' }]],
}

const lid: Story = {
  ...{ key: 'lid', service: 'whistle', topic: 'pipe', compound: 2, spot: '东门下水井', enteredBy: 'staff' },
  words: '下水井盖松了，车一过就响。怕孩子踩翻。',
  followers: 2,
  at: [3, 9.3],
  beats: [
    [3, 10.1, 'staff', { move: 'dispatch', units: [water], people: {}, clock: '2h', words: '先垫稳，再换新的' }],
    [3, 11, unit(water), { move: 'accept', unit: water, words: '' }],
  ],
}

const parking: Story = {
  ...{ key: 'parking', service: 'whistle', topic: 'parking', compound: 1, spot: '南门口' },
  words: '消防通道又停满了车。晚上最多，救护车进不来。',
  at: [2, 15.4],
  beats: [[1, 9.4, 'staff', { move: 'askBack', words: '是每天晚上都停，还是周末多？方便拍一张吗' }]],
}

const bins: Story = {
  ...{ key: 'bins', service: 'whistle', topic: 'rubbish', compound: 3, spot: '5 号楼西侧', asker: '梁文娟' },
  words: '垃圾桶没有盖，风一吹满地跑。',
  at: [5, 18.2],
  beats: [
    [4, 8.8, 'staff', { move: 'dispatch', units: [property], people: {}, clock: '7d', words: '桶要等几天' }],
    [4, 9.6, unit(property), { move: 'accept', unit: property, words: '' }],
    [
      ...([1, 16.5, unit(property)] as const),
      { move: 'resolve', words: '换了四只带盖的桶，旧的拉走了', pictures: [picture('wall-after')] },
    ],
  ],
}

const flicker: Story = {
  ...{ key: 'flicker', service: 'whistle', topic: 'light', compound: 2, spot: '4 号楼三层楼道' },
  words: '楼道灯忽明忽暗，上楼看不清台阶。',
  at: [11, 19.1],
  beats: [
    [10, 8.7, 'staff', { move: 'dispatch', units: [power], people: {}, clock: null, words: '' }],
    [10, 9.9, unit(power), { move: 'accept', unit: power, words: '' }],
    [
      ...([8, 14.5, unit(power)] as const),
      { move: 'resolve', words: '换了灯泡和开关', pictures: [picture('lane-lit')] },
    ],
    [2, 19.5, 'asker', { move: 'confirm', stars: 2, words: '亮了两天，又开始闪' }],
  ],
}

const vegetables: Story = {
  ...{
    key: 'vegetables',
    service: 'errand',
    topic: 'food',
    compound: 3,
    spot: '2 号楼 1 层',
    asker: '梁文娟',
    forWhom: '何玉珍',
  },
  words: '腿脚不好，想请人带点菜和米。米要五斤的小袋，拎得动。',
  goods: [
    { what: '大米 5 斤', fen: 2500 },
    { what: '西红柿 2 斤', fen: 800 },
    { what: '鸡蛋 10 个', fen: 1000 },
  ],
  ...{ advance: 5000, helpers: ['苏桂兰', '陶国栋'] },
  at: [0, 3],
  beats: [
    [0, 2.2, 'helper', { move: 'take' }],
    [0, 2, 'second', { move: 'take' }],
    [0, 0.5, 'helper', { move: 'spend', fen: 4120, words: '米、西红柿、鸡蛋', picture: picture('receipt') }],
  ],
}

const noise: Story = {
  ...{ key: 'noise', service: 'mediation', topic: 'noise', asker: '陶国栋', party: '郭淑芬' },
  words: '楼上半夜拖椅子，说了几回也没用。都是老邻居，不想闹僵。',
  at: [6, 20],
  beats: [[5, 9, unit(talks), { move: 'accept', unit: talks, words: '先分头听一听' }]],
}

const lease: Story = {
  ...{ key: 'lease', service: 'legal', topic: 'house', asker: '梁文娟' },
  words: '租出去的车库，租客不肯搬，押金还要不要退？',
  at: [2, 12.5],
  beats: [[1, 9.5, unit(law), { move: 'accept', unit: law, words: '' }]],
}

const wires: Story = {
  ...{ key: 'wires', service: 'hazard', topic: 'charging', compound: 3, spot: '6 号楼一层楼道', enteredBy: 'grid' },
  words: '楼道里拉了一根线给电动车充电，插座发烫。',
  at: [2, 9.7],
  beats: [
    [2, 10.5, 'grid', { move: 'dispatch', units: [property], people: {}, clock: null, words: '' }],
    [2, 11.4, unit(property), { move: 'accept', unit: property, words: '今天先拔掉，再装充电桩' }],
  ],
}

const pit: Story = {
  ...{ key: 'pit', service: 'whistle', topic: 'road', spot: '河畔家园北侧路口' },
  words: '路面塌下去一块，下雨成了水坑。电动车摔过一回。',
  followers: 6,
  at: [5, 16.5],
  beats: [[4, 9.2, 'staff', { move: 'escalate', words: '这段路不归小区，社区修不了，请县里定谁来修' }]],
}

const again: Story = {
  ...{ key: 'again', service: 'whistle', topic: 'pipe', compound: 2, spot: '3 号楼地下室' },
  words: '地下室返水，味道大。去年修过一回。',
  at: [3, 8.2],
  beats: [
    [3, 9, 'staff', { move: 'dispatch', units: [property], people: {}, clock: null, words: '' }],
    [3, 11, unit(property), { move: 'decline', unit: property, words: '主管道在小区外，我们没有钥匙' }],
    [
      2,
      9,
      'staff',
      { move: 'dispatch', units: [water, property], people: {}, clock: '7d', words: '水务局牵头，物业配合开门' },
    ],
    [2, 10.2, unit(water), { move: 'accept', unit: water, words: '' }],
  ],
}

const steps: Story = {
  ...{ key: 'steps', service: 'wish', topic: 'around', compound: 2, spot: '1 号楼门口' },
  words: '想要一个轮椅能上的小坡道，我妈每次都得抬。',
  at: [0, 1.6],
  beats: [],
}

const burst: Story = {
  ...{ key: 'burst', service: 'whistle', topic: 'pipe', compound: 3, spot: '4 号楼', isUrgent: true },
  words: '水管爆了，一楼进水了。',
  at: [0, 0.4],
  beats: [],
}

const doctor: Story = {
  ...{ key: 'doctor', service: 'wish', topic: 'learn', compound: 1, spot: '7 号楼', asker: '何玉珍' },
  words: '想有个懂的人帮我看看药盒，几种药怕吃重了。',
  at: [20, 10],
  beats: [
    [20, 14, 'staff', { move: 'dispatch', units: [clinic], people: {}, clock: null, words: '' }],
    [20, 15, unit(clinic), { move: 'accept', unit: clinic, words: '' }],
    [
      18,
      10,
      unit(clinic),
      { move: 'resolve', words: '理了药盒，写了一张大字的单子', pictures: [picture('wall-after')] },
    ],
    [17, 9, 'asker', { move: 'confirm', stars: 5, words: '字大，看得清。' }],
  ],
}

/** Orders from the menu of the coming days, so many that the first day of a haircut is full. */
const ordered = (key: string, kind: string, hours: number, more: Partial<Story> = {}): Story => ({
  ...{ key, service: 'order', compound: 3, spot: '2 号楼', order: { kind, nth: 0 }, at: [0, hours], beats: [] },
  words: '老人在家，上午都在，到了敲敲门。',
  ...more,
})
const orders: readonly Story[] = [
  ordered('haircut', 'haircut', 5, {
    ...{ asker: '梁文娟', forWhom: '何玉珍', spot: '2 号楼 1 层' },
    words: '婆婆七十二岁，耳朵有点背，请敲门重一些。',
    beats: [[0, 4, 'u:liuwan-craftsmen', { move: 'accept', unit: 'liuwan-craftsmen', words: '' }]],
  }),
  ordered('haircut-2', 'haircut', 3),
  ordered('haircut-3', 'haircut', 2),
  ordered('pressure', 'blood-pressure', 4),
  ordered('lesson', 'phone-lesson', 3, { words: '想学视频通话，记性不好，请慢一点。' }),
  ordered('lesson-2', 'phone-lesson', 1),
]

/** What 柳湾 is about just now. */
export const told = (now: number): readonly Story[] => [
  ...[lamp(now), lane, phone(now), rail, wardrobe, seeds, lid, parking, bins, flicker, vegetables],
  ...orders,
  ...[noise, lease, wires, pit, again, steps, burst, doctor],
]
