import type { Colour } from '@core/contract'

/** A kind of team, found in several communities under a name of its own. */
export interface TeamKind {
  /** `red-pro` for the professional team of a colour, else its craft. */
  key: string
  colour: Colour
  kind: 'professional' | 'social'
  /** What follows the community's name: 义诊队. */
  suffix: string
  /** What it is called in 柳湾, when not 柳湾 + suffix. */
  inLiuwan?: string
  intro: string
}

const team = (key: string, colour: Colour, suffix: string, intro: string, inLiuwan?: string): TeamKind => ({
  key,
  colour,
  kind: key.endsWith('-pro') ? 'professional' : 'social',
  suffix,
  intro,
  ...(inLiuwan ? { inLiuwan } : {}),
})

/** One professional team for each colour, and the social teams that neighbours made themselves. */
export const teamKinds: readonly TeamKind[] = [
  team(
    'red-pro',
    'red',
    '党建先锋队',
    '宣讲、议事、党员报到，都从这里起头。每月开一次居民议事会，议题提前贴出来，定下的事有人盯到底。',
  ),
  team(
    'stories',
    'red',
    '板凳故事队',
    '一群退休的老党员，搬着板凳走院子。讲老故事，也讲新政策，谁家有难处，顺路记下来。',
  ),
  team(
    'orange-pro',
    'orange',
    '义诊队',
    '队里有退休的医生和护士，也有社区卫生服务中心的大夫。量血压、测血糖、理药盒，不着急，慢慢问。',
  ),
  team('companions', 'orange', '陪诊小队', '老人去医院，我们陪着挂号、排队、取药，再送回家门口。提前一天说一声就行。'),
  team(
    'yellow-pro',
    'yellow',
    '帮办队',
    '跑腿、代办、找工作、装扶手，都可以来说一声。能当天办的当天办，办不了的告诉您找谁。',
  ),
  team(
    'craftsmen',
    'yellow',
    '巧匠便民队',
    '磨刀的、理发的、修家电的、缝裤边的，凑在一起摆个摊。手艺不收钱，换零件只收零件钱。',
  ),
  team(
    'green-pro',
    'green',
    '净园队',
    '周末扫院子，平时捡烟头，春天补花草，秋天收落叶。年底请邻居们推荐身边的好人家。',
  ),
  team('gardeners', 'green', '护绿队', '喜欢种花的邻居都在这里，一家认养一小块花池。谁家的花开多了，剪几枝分给大家。'),
  team(
    'cyan-pro',
    'cyan',
    '宣讲小分队',
    '讲反诈、讲安全、讲科普，进院子，进家门，也进学校。话说得慢一点，例子都是身边的。',
    '宣讲小分队',
  ),
  team('phones', 'cyan', '银龄手机队', '教老人用手机，一位志愿者带三四位老人。问多少遍都行，忘了下周再来。'),
  team(
    'holidays',
    'cyan',
    '七彩假期队',
    '寒暑假陪着孩子读书、做手工、认植物，让大人安心上班。队里多是放假回来的大学生。',
  ),
  team(
    'blue-pro',
    'blue',
    '平安守望队',
    '查燃气、看楼道、护学岗、劝和，都是平安的事。看见隐患先记下，谁来改、哪天改好，写得清清楚楚。',
  ),
  team('patrol', 'blue', '晚风夜巡队', '晚饭后走一圈，看看路灯和门锁，顺便散散步。每晚两三个人，一周轮一回。'),
  team('purple-pro', 'purple', '文体活动队', '过节一起过，闲时一起玩。会唱的唱，会写的写，什么都不会的，来喝茶。'),
  team(
    'crafts',
    'purple',
    '巧手队',
    '插花、剪纸、编绳、包粽子，手上的活儿我们都爱做。材料一起备，做好的带回家，也送给出不了门的邻居。',
  ),
  team(
    'choir',
    'purple',
    '合唱队',
    '每周聚两回，从老电影歌唱到新歌。不识谱没关系，跟着旁边的人张嘴就行。',
    '夕阳红合唱队',
  ),
  team(
    'after-school',
    'purple',
    '四点半课堂',
    '放学到大人下班这一段，孩子有人陪。写作业、做手工、读书，家长来接才放人。',
    '七彩四点半',
  ),
]
