// What a leader does in depth: a weekly series changed in the middle, posts and slots, a pasted list, approval, lists.
import { App } from './app'
import type { Phone } from './harness'
import { weeklyClass } from './pages'
import { classOf, crafts } from './published'

const publish = `/packages/desk/pages/publish/index?team=${crafts}`
const series = 'packages/desk/pages/series/index'
const roster = (id: string) => `/packages/desk/pages/roster/index?id=${id}`

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

type Form = ReturnType<typeof classOf>

/** The leader publishes a class with something special beside the phone; answers with its id. */
async function publishedWith(title: string, capacity: number, special: Partial<Form>): Promise<string> {
  const form = { ...classOf(title, capacity), ...special }
  const key = `key-${[...title].map((letter) => letter.codePointAt(0)).join('-')}`
  const { id } = await app.call<{ id: string }>('苏桂兰', 'activity.draft', { key, form })
  await app.call('苏桂兰', 'activity.publish', { id })
  return id
}

async function rename(leader: Phone, title: string): Promise<void> {
  await leader.tap('名字')
  await leader.type('.sheet wx-input', title)
  await leader.tap('.sheet__foot .btn')
}

test('a weekly series leaves a holiday out, and keeps a meeting changed by itself when all that follow change', async () => {
  const leader = await app.phone('苏桂兰', { path: publish })
  await leader.tap('四点半课堂')
  await rename(leader, '周五学剪纸')
  await leader.pick('哪一天', '2026-12-04')
  await leader.tap('每周都办')
  await leader.see('元旦停一次')
  await leader.see('1 月 1 日 周五，不办')
  await leader.see('腊八节停一次')
  await leader.see('一共 7 场')
  await leader.tap('发出去，7 场')
  await leader.at(series)
  await leader.see('每周五')
  await leader.see('1 月 1 日 周五（元旦）')
  await leader.see('12 月 25 日 周五 16:30')
  await leader.notSee('1 月 1 日 周五 16:30')

  await leader.tap('12 月 11 日 周五')
  await leader.tap('只改这一场')
  await leader.see('修改活动')
  await leader.pick('几点开始', '17:30')
  await leader.tap('保存修改')
  await leader.at(series)
  await leader.see('12 月 11 日 周五 17:30')
  await leader.see('单独改过')

  await leader.tap('12 月 18 日 周五')
  await leader.tap('改这一场和后面的')
  await leader.see('什么时候办')
  await leader.tap('每周三')
  await leader.tap('每周五')
  await leader.tap('看看会动哪些场')
  await leader.see('照新的办')
  await leader.tap('就这样改')
  await leader.at(series)
  await leader.see('每周三')
  await leader.see('12 月 4 日 周五 16:30')
  await leader.see('12 月 11 日 周五 17:30')
  await leader.see('12 月 23 日 周三 16:30')
  await leader.notSee('12 月 25 日 周五 16:30')

  await leader.tap('以后不办了')
  await leader.pick('从哪场', '12 月 23 日 周三')
  await leader.tap('放假了，开学再约')
  await leader.tap('都不办了')
  await leader.modal('不办了')
  await leader.see('不办了：放假了，开学再约')
  await leader.see('12 月 4 日 周五 16:30')
})

test('meetings that have been stay as they were when all to come move to another day', async () => {
  const leader = await app.phone('苏桂兰', { path: `/${series}?id=${weeklyClass}` })
  await leader.see('每周三')
  await leader.tap('办过的')
  await leader.see('11 月 18 日 周三 16:30')
  const before = await leader.text()
  await leader.tap('还没办的')
  await leader.see('11 月 25 日 周三 16:30')
  await leader.tap('改后面的每一场')
  await leader.see('什么时候办')
  await leader.tap('每周四')
  await leader.tap('每周三')
  await leader.tap('看看会动哪些场')
  await leader.see('换了日子，比如 11 月 25 日 换到 11 月 26 日')
  await leader.tap('.sheet__foot .btn')
  await leader.at(series)
  await leader.see('每周四')
  await leader.see('11 月 26 日 周四 16:30')
  await leader.notSee('11 月 25 日 周三')
  await leader.see('不办了：这个系列重新排了时间')
  await leader.tap('办过的')
  await leader.see('11 月 18 日 周三 16:30')
  const meetings = (text: string) => text.match(/\d+ 月 \d+ 日 周. 16:30\n报了 \d+ 人/g)
  expect(meetings(await leader.text())).toEqual(meetings(before))
  const family = await app.phone('梁文娟', { path: '/packages/me/pages/messages/index' })
  await family.see('七彩四点半')
})

test('posts and slots are made in one go, published, and taken one by one', async () => {
  const leader = await app.phone('苏桂兰', { path: publish })
  await leader.tap('写春联')
  await rename(leader, '分时段写春联')
  await leader.tap('岗位时段')
  await leader.tap('加一个岗位')
  await leader.type('比如 引导登记', '裁红纸')
  await leader.type('比如 会用血压计；可以空着', '会用裁刀')
  await leader.tap('加上')
  await leader.tap('按时间排出时段')
  await leader.tap('30 分钟')
  await leader.tap('排出 5 个时段，共 15 席')
  await leader.see('要 2 人帮忙 · 会用裁刀')
  await leader.see('9:00–9:30')
  await leader.tap('.sheet__foot .btn')
  await leader.see('17 席，分开报')
  await leader.see('帮忙的岗位记时长')
  await leader.tap('.bar .btn--grow')
  await leader.at('packages/activity/pages/detail/index')
  const { id } = await leader.query()
  const page = await app.call<{ units: { id: string; name: string; role: string }[] }>('梁文娟', 'activity.get', { id })
  expect(page.units.map(({ name, role }) => `${name} ${role}`).slice(0, 2)).toEqual([
    '裁红纸 helper',
    '9:00–9:30 guest',
  ])
  await app.call('梁文娟', 'activity.join', { id, unit: page.units[1]?.id })
  await app.call('何玉珍', 'activity.join', { id, unit: page.units[0]?.id })

  const desk = await app.phone('苏桂兰', { path: roster(id ?? '') })
  await desk.see('裁红纸 1/2')
  await desk.see('何玉珍')
  await desk.tap('9:00–9:30 1/3')
  await desk.see('梁文娟')
  await desk.notSee('何玉珍')
})

test('a pasted list of ten is read, shown, and entered without its duplicate; a namesake on the roster is asked about', async () => {
  const id = await publishedWith('贴窗花那一天', 30, {})
  await app.call('梁文娟', 'activity.join', { id })
  const leader = await app.phone('苏桂兰', { path: roster(id) })
  await leader.tap('添人')
  await leader.tap('贴一份名单')
  const list = [
    '#接龙\n贴窗花那一天\n',
    '1. 许长山 13800000001',
    '2、郭淑芬１３９００００００１２',
    '3. 程国强（带剪刀）+86 137-0000-0013',
    '4 陶国栋 3号楼',
    '5. 许长山 138 0000 0001',
    '6. 刘海燕',
    '7. 周敏',
    '8. 周敏 13500000017',
    '9. 梁文娟',
    '10. ？？',
  ].join('\n')
  await leader.type('.field__area', list)
  await leader.see('读出 8 位')
  await leader.see('许长山写了两遍，只算一次')
  await leader.see('周敏有同名的')
  await leader.see('1 行没读懂')
  await leader.tap('拿掉刘海燕')
  await leader.see('读出 7 位')
  await leader.tap('都放回来')
  await leader.tap('登记 8 位')
  await leader.see('登记好了：')
  await leader.see('名单里已经有一位梁文娟')
  await leader.tap('是同一位')
  await leader.see('本来就在名单里：梁文娟')
  await leader.back()
  await leader.see('程国强')
  await leader.see('代登记')
  await leader.see('一共 8 位')
})

test('two who asked are said yes to at once, a third kindly no', async () => {
  const id = await publishedWith('要点头的剪纸课', 5, {
    approval: true,
    questions: [{ id: 'q1', kind: 'text', label: '以前剪过吗', options: [], required: false }],
  })
  const answers = async (name: string, said: string) => {
    const page = await app.call<{ people: { id: string }[] }>(name, 'activity.get', { id })
    const personId = page.people[0]?.id
    await app.call(name, 'activity.join', { id, answers: [{ personId, values: { q1: said } }] })
  }
  await answers('梁文娟', '剪过窗花')
  await answers('何玉珍', '年轻时剪过')
  await answers('丁建平', '没有')
  const leader = await app.phone('苏桂兰', { path: roster(id) })
  await leader.see('在等的 3')
  await leader.tap('在等的 3')
  await leader.see('以前剪过吗：剪过窗花')
  await leader.tap('梁文娟')
  await leader.tap('何玉珍')
  await leader.tap('同意 2 位')
  await leader.see('在等的 1')
  await leader.tap('丁建平')
  await leader.tap('婉拒')
  await leader.see('婉拒 1 位')
  await leader.tap('这次名额不够了，下次先请您')
  await leader.tap('婉拒，告诉 1 位')
  await leader.see('没有人在等')
  await leader.tap('报上的 2')
  await leader.see('梁文娟')
  const declined = await app.phone('丁建平', { path: '/packages/me/pages/messages/index' })
  await declined.see('要点头的剪纸课')
})

test('a list to take away is made, says until when it can be had, and opens', async () => {
  const id = await publishedWith('带走名单的那一场', 9, {})
  await app.call('梁文娟', 'activity.join', { id })
  const leader = await app.phone('苏桂兰', { path: roster(id) })
  await leader.see('梁文娟')
  await leader.tap('管理')
  await leader.tap('带走名单')
  await leader.tap('表格（Excel）')
  await leader.tap('做一份')
  await leader.see('名单做好了', 20_000)
  await leader.see('以后这份就打不开了')
  await leader.tap('打开')
  await leader.settled()
  expect(JSON.stringify(await leader.calls('openDocument'))).toContain('xlsx')
})
