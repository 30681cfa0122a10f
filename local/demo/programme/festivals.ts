import { anew, like, type Happening } from './happening'

const lunar = (from: number, to: number) => [{ calendar: 'lunar', from, to }] as const
const solar = (from: number, to: number) => [{ calendar: 'solar', from, to }] as const

/** 我们的节日: held in the days before the festival only, and then before anything else. */
export const festivals: readonly Happening[] = [
  like('spring-couplets', 'purple-pro', { seasons: lunar(1215, 1228), draw: 1.1 }),
  anew('crafts', {
    title: '我们的节日：剪一张窗花过年',
    intro: '红纸对折再对折，从最简单的团花剪起。剪好的贴在自家窗上，多剪一张送给对门。',
    startHour: 14.5,
    minutes: 120,
    capacity: 24,
    venue: '党群服务站',
    bring: ['一把顺手的小剪刀'],
    seasons: lunar(1210, 1227),
    draw: 1,
  }),
  anew('purple-pro', {
    title: '我们的节日：猜灯谜，吃元宵',
    intro: '三百条灯谜挂在廊下，猜中的换一碗元宵。孩子自己做的灯也挂出来。',
    startHour: 18.5,
    minutes: 120,
    capacity: 80,
    venue: '广场',
    seasons: lunar(113, 115),
    draw: 0.95,
  }),
  like('flower-arranging', 'purple-pro', {
    title: '三八节：送自己一束花',
    intro: '花和花泥都备好了，跟着老师插一瓶。带妈妈、带女儿、带婆婆来都好。',
    seasons: solar(305, 308),
    capacity: 30,
    draw: 1,
  }),
  like('zongzi', 'purple-pro', { seasons: lunar(501, 505), draw: 1 }),
  anew('purple-pro', {
    title: '六一：和在家的孩子一起过节',
    intro: '爸妈在外打工的孩子，今天我们陪着过。做游戏、分蛋糕，再跟爸妈视频说几句话。',
    startHour: 9.5,
    minutes: 120,
    capacity: 40,
    venue: '党群服务站',
    audience: 'community',
    seasons: solar(530, 601),
    draw: 0.95,
  }),
  anew('purple-pro', {
    title: '我们的节日：中秋灯谜会',
    intro: '灯笼从凉亭挂到门口，猜中一条带走一条。月饼切成小块，大家都尝尝。',
    startHour: 19,
    minutes: 120,
    capacity: 100,
    venue: '广场',
    seasons: lunar(811, 815),
    draw: 0.9,
  }),
  anew('purple-pro', {
    title: '我们的节日：重阳百家宴',
    intro: '家家端一道拿手菜，摆成一条长桌。八十岁以上的老人坐上座，行动不便的我们去接。',
    startHour: 11,
    minutes: 150,
    capacity: 126,
    venue: '院子',
    bring: ['一道拿手菜，清淡些'],
    seasons: lunar(905, 909),
    draw: 1,
  }),
]
