// What was asked over the year, in every community: words, who did it, and what the asker said of it.
import { partnerIds } from '../partner-list'
import type { PictureName } from './story'

/** How such a thing went: a unit did it, neighbours, the professional, the team of a project, or the community itself. */
export type Course = 'unit' | 'neighbours' | 'professional' | 'team' | 'ourselves'

export interface Past {
  service: string
  topic?: string
  course: Course
  words: string
  /** What whoever did it says. */
  done: string
  /** What the asker says; '' for nothing. */
  praise: string
  /** The unit that does it, the first that serves the community. */
  units?: readonly string[]
  after?: PictureName
  spot?: string
  /** The kind of standing project that was ordered. */
  project?: string
  /** How much more often than once. */
  weight?: number
}

const { power, water, property, hardware, clinic, redCross } = partnerIds
const repair = [property, 'property-town', 'housing']
const clean = [property, 'property-town', 'sanitation']

export const past: readonly Past[] = [
  {
    ...{
      service: 'wish',
      topic: 'around',
      course: 'unit',
      units: [hardware, ...repair],
      after: 'rail-after',
      spot: '2 号楼门口',
    },
    words: '台阶高，想加一级小踏步。老人抬不起腿。',
    ...{ done: '加了一级踏步，边上贴了黄条', praise: '上楼不用人扶了。' },
  },
  {
    ...{ service: 'wish', topic: 'around', course: 'unit', units: [power], after: 'lane-lit', spot: '车棚' },
    words: '车棚里没有灯，晚上锁车看不见锁眼。',
    ...{ done: '装了一盏声控灯', praise: '亮堂了。' },
  },
  {
    ...{
      service: 'wish',
      topic: 'around',
      course: 'unit',
      units: [clinic, redCross],
      spot: '活动室',
      after: 'wall-after',
    },
    words: '想借一把轮椅，推老伴出来晒太阳。',
    ...{ done: '轮椅送到家，教了怎么刹车', praise: '谢谢，天天出来坐坐。' },
  },
  {
    ...{ service: 'wish', topic: 'around', course: 'neighbours', after: 'wall-after', spot: '北墙根' },
    words: '北墙根堆了旧木板，想一起清一清。',
    ...{ done: '三个人拉了两车，地也扫了', praise: '' },
  },
  {
    ...{ service: 'wish', topic: 'around', course: 'neighbours', after: 'wall-after', spot: '凉亭' },
    words: '凉亭的凳子掉漆，扎衣服。谁家有剩的漆。',
    ...{ done: '刷了两遍清漆，晾了一天', praise: '坐着舒服。' },
  },
  {
    ...{ service: 'whistle', topic: 'light', course: 'unit', units: [power], after: 'lane-lit', spot: '西侧小路' },
    words: '路灯不亮了，接孩子要打手电。',
    ...{ done: '换了灯头，试了一晚', praise: '快，第二天就亮了。' },
    weight: 3,
  },
  {
    ...{ service: 'whistle', topic: 'pipe', course: 'unit', units: [water], after: 'lid-after', spot: '东门' },
    words: '井盖缺了一角，夜里容易踩空。',
    ...{ done: '换了新井盖', praise: '' },
    weight: 3,
  },
  {
    ...{ service: 'whistle', topic: 'rubbish', course: 'unit', units: clean, after: 'wall-after', spot: '楼后' },
    words: '装修垃圾堆了一个星期，没人拉。',
    ...{ done: '拉走了，立了牌子写明几点收', praise: '干净了。' },
    weight: 3,
  },
  {
    ...{ service: 'whistle', topic: 'parking', course: 'unit', units: repair, after: 'wall-after', spot: '南门' },
    words: '消防通道总有车停，划条线吧。',
    ...{ done: '划了黄线，和几位车主都说好了', praise: '现在没人停了。' },
    weight: 2,
  },
  {
    ...{ service: 'whistle', topic: 'road', course: 'unit', units: repair, after: 'lid-after', spot: '主路' },
    words: '地砖松了，下雨天一踩一脚水。',
    ...{ done: '撬起来重铺了十几块', praise: '' },
    weight: 2,
  },
  {
    ...{ service: 'errand', topic: 'food', course: 'neighbours', spot: '3 号楼 2 层' },
    words: '雨天下不了楼，请人带点菜上来。',
    ...{ done: '菜送到门口，钱和小票当面点清', praise: '菜挑得新鲜。' },
    weight: 3,
  },
  {
    ...{ service: 'order', course: 'team', project: 'haircut' },
    words: '请师傅上门理个发。',
    ...{ done: '理好了，碎头发也扫了', praise: '手轻，剃得干净。' },
    weight: 3,
  },
  {
    ...{ service: 'order', course: 'team', project: 'blood-pressure' },
    words: '量个血压，最近有点头晕。',
    ...{ done: '量了两次，记在小本上，劝她去门诊看看', praise: '说得明白。' },
    weight: 2,
  },
  {
    ...{ service: 'order', course: 'team', project: 'phone-lesson' },
    words: '想学发语音和视频。',
    ...{ done: '学会了视频，和外地的女儿聊了十分钟', praise: '问几遍都不烦。' },
    weight: 2,
  },
  {
    ...{ service: 'hazard', topic: 'passage', course: 'unit', units: repair, after: 'wall-after', spot: '一层楼道' },
    words: '楼道堆了纸箱，挡着消火栓。',
    ...{ done: '清走了，地上画了禁放的框', praise: '' },
  },
  {
    ...{ service: 'mediation', topic: 'space', course: 'professional' },
    words: '两家为门口的鞋柜争了几回。',
    ...{ done: '鞋柜往里收二十公分，一起换个门垫', praise: '' },
    weight: 4,
  },
  {
    ...{ service: 'legal', topic: 'money', course: 'professional' },
    words: '想立个字据，写明借给亲戚的钱什么时候还。',
    ...{ done: '律师帮着写了一份，双方签了字', praise: '心里有底了。' },
  },
]
