import type { ActivityTemplate } from '../activity-template'

export const cleanUp: ActivityTemplate = {
  id: 'clean-up',
  chip: '环境整治',
  colour: 'green',
  title: '一起扫扫咱们院',
  intro: '清一清楼道里的杂物，铲一铲墙上的小广告，把花池里的落叶收走。工具社区准备，能来一个钟头也好，半个钟头也好。',
  bring: ['一双旧手套', '自己的水杯', '方便活动的鞋'],
  startHour: 8.5,
  minutes: 90,
  capacity: 30,
  audience: 'anyone',
  cancelHours: 2,
  placeFunction: '院子',
  serves: true,
}
