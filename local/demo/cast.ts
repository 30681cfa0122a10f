/** Someone of the county whose phone one can hold. */
export interface DemoPerson {
  openid: string
  name: string
  role: 'resident' | 'leader' | 'elder' | 'staff' | 'county' | 'grid' | 'partner' | 'mediator' | 'newcomer'
  /** One short line about her, for the switch beside the phone. */
  remark: string
}

/** The people whose phones can be held, all invented; the newcomer has no profile yet. */
export const demoPeople: readonly DemoPerson[] = [
  { openid: 'o-demo-liang-wenjuan', name: '梁文娟', role: 'resident', remark: '柳湾社区，报了几场，有一场在候补' },
  { openid: 'o-demo-su-guilan', name: '苏桂兰', role: 'leader', remark: '柳湾巧手队、柳湾义诊队' },
  { openid: 'o-demo-he-yuzhen', name: '何玉珍', role: 'elder', remark: '柳湾社区，72 岁，用大字' },
  { openid: 'o-demo-shao-liping', name: '邵丽萍', role: 'staff', remark: '柳湾社区' },
  { openid: 'o-demo-ding-jianping', name: '丁建平', role: 'leader', remark: '东升平安守望队' },
  { openid: 'o-demo-meng-qinghua', name: '孟庆华', role: 'county', remark: '社区服务中心' },
  { openid: 'o-demo-he-xiaoman', name: '贺小满', role: 'grid', remark: '柳湾社区，看着柳荫里' },
  { openid: 'o-demo-qin-weidong', name: '秦卫东', role: 'partner', remark: '县供电所，吹哨派来的事归他' },
  { openid: 'o-demo-fang-mingyuan', name: '方明远', role: 'mediator', remark: '柳湾调解室' },
  { openid: 'o-demo-newcomer', name: '新来的居民', role: 'newcomer', remark: '第一次打开，还没填称呼' },
]

/** The OPENID of one of them, by name. */
export function openidOf(name: string): string {
  const person = demoPeople.find((each) => each.name === name)
  if (!person) throw new Error(`nobody called ${name} in the cast`)
  return person.openid
}
