import type { Chance } from './chance'

// Ordinary names put together at random. tests/demo proves that no pair is a name of the newspaper reports.
const many = (text: string) => text.split(' ')

/** Surnames, the common ones first. */
export const surnames = many(
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤 温 康 施 文 牛 樊 葛 邢 安 齐 庄 申 柳 骆 岳 翟',
)

/** Given names by age: those of elders, of the middle-aged and of the young. */
export const givenNames = {
  elder: many(
    '秀英 桂英 秀兰 玉兰 凤英 淑芬 淑珍 桂芳 玉梅 春兰 翠花 素珍 月娥 金凤 腊梅 银环 巧云 爱莲 改珍 玉英 建国 国栋 长山 德厚 福来 满仓 树林 志明 守义 天佑 振华 有田 喜贵 来福 根生 景春 玉山 占奎 保全 连喜 进财 文斋 庆和 宝山 万顺 长河 书田 明礼 永茂 仁德',
  ),
  middle: many(
    '丽华 秀丽 艳红 晓梅 海燕 春霞 美玲 雪梅 丽娟 小芳 红梅 玉洁 彩霞 秋菊 爱萍 慧敏 静怡 亚楠 晓燕 文静 建军 志强 海涛 卫东 永刚 国庆 向前 立新 振宇 晓峰 文涛 俊杰 建华 新民 春生 铁军 大勇 东海 少平 玉田 光明 学军 海波 志刚 宏伟 国平 建设 双喜 小军 永生',
  ),
  young: many(
    '子涵 雨桐 欣悦 梓萱 思远 浩然 宇轩 佳怡 晨曦 一鸣 诗雨 博文 可欣 嘉豪 若曦 天宇 雅婷 佳琪 明轩 心悦 婷婷 丹丹 晓彤 梦瑶 亚飞 凯旋 志远 鹏飞 阳阳 思思',
  ),
} as const

export type Age = keyof typeof givenNames

/** Gives names that nobody else in the county bears. */
export function namer(chance: Chance, taken: Iterable<string>): (age: Age) => string {
  const used = new Set(taken)
  const common = new Map(surnames.map((surname, at) => [surname, 1 / (at + 6)]))
  return (age) => {
    for (;;) {
      const surname = chance.weighted(surnames, (each) => common.get(each) ?? 0)
      const name = surname + chance.pick(givenNames[age])
      if (used.has(name)) continue
      used.add(name)
      return name
    }
  }
}
