import { anew, like, type Happening } from './happening'

/** What the orange teams hold: free clinics and lessons that help in need. */
export const orange: readonly Happening[] = [
  like('free-clinic', 'orange-pro', { draw: 0.85 }),
  like('free-clinic', 'orange-pro', {
    title: '义诊：看看眼睛，查查白内障',
    intro: '县医院眼科的大夫来，查视力、查眼底、看白内障。查完告诉您要不要去医院，平时怎么护着眼睛。',
    bring: ['身份证或社保卡', '正在戴的眼镜'],
    capacity: 30,
    draw: 0.9,
  }),
  like('free-clinic', 'orange-pro', {
    title: '义诊：孩子的牙，早点看看',
    intro: '口腔大夫看看孩子有没有虫牙，教教怎么刷得干净。大人也可以顺便看看。',
    bring: ['孩子的牙刷'],
    weekdays: [0, 6],
    capacity: 24,
    draw: 0.8,
  }),
  like('free-clinic', 'orange-pro', {
    title: '中医义诊：把把脉，说说睡眠',
    intro: '中医院的两位大夫坐诊，睡不好、胃口差、腰腿疼都可以问。不卖药，也不推荐保健品。',
    bring: ['以前的病历'],
    draw: 0.9,
  }),
  anew('orange-pro', {
    title: '急救课：学会按压和海姆立克',
    intro: '红十字会的老师带着模型来，每个人都上手按一遍。学会了，家里和楼道里都用得着。',
    startHour: 15,
    minutes: 120,
    capacity: 24,
    venue: '党群服务站',
    bring: ['方便跪下的裤子'],
    draw: 0.75,
  }),
  anew('companions', {
    title: '药盒帮您理一理',
    intro: '把家里的药都拿来，过期的挑出来，要吃的按早中晚分好。怎么吃写成大字，贴在药盒上。',
    startHour: 10,
    minutes: 90,
    capacity: 16,
    venue: '活动室',
    bring: ['家里所有的药', '老花镜'],
    draw: 0.7,
  }),
  anew('companions', {
    title: '陪诊志愿者见面会',
    intro: '第一次来陪诊的，先听老队员讲讲怎么挂号、怎么陪、要留心什么。会后分好下个月的班。',
    startHour: 19,
    minutes: 60,
    capacity: 15,
    venue: '活动室',
    audience: 'members',
    draw: 0.7,
  }),
]
