// Signing up in depth, as residents do it: for the family, to a slot, for a whole series, into a draw by lot.
import { App, morning } from './app'
import { scan } from './device'
import type { Phone } from './harness'
import { classOf, crafts } from './published'

const hour = 3_600_000
const detail = 'packages/activity/pages/detail/index'
const at = (id: string) => `/${detail}?id=${id}`
const confirm = '.sheet__foot .btn'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** The leader publishes such an activity beside the phone; answers with its id. */
async function published(title: string, change: object, inHours = 72): Promise<string> {
  const form = { ...classOf(title, 20, inHours), teamId: crafts, ...change }
  const key = [...title].map((letter) => (letter.codePointAt(0) ?? 0).toString(36)).join('')
  const { id } = await app.call<{ id: string }>('苏桂兰', 'activity.draft', { key, form })
  await app.call('苏桂兰', 'activity.publish', { id })
  return id
}

/** Moves the cloud's clock on, in ms. */
async function clockOn(advance: number): Promise<void> {
  const body = JSON.stringify({ advance })
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(new URL('cloud/clock', app.url), { method: 'POST', headers, body })).ok).toBe(true)
}

/** Writes down a child from the sheet, and comes back to it. */
async function addChild(phone: Phone, name: string, called: string, born: string): Promise<void> {
  await phone.tap('添一位家人')
  await phone.at('packages/family/pages/edit/index')
  await phone.pick('身份，老人', '孩子')
  await phone.type('比如 何玉珍', name)
  await phone.type('比如 妈妈、乐乐', called)
  await phone.pick('出生，选年和月', born)
  await phone.tap('.consent')
  await phone.tap('保存')
  await phone.at(detail)
  await phone.see(called)
}

test('a mother brings two children into the holiday class: one is added on the way, a guardian has to agree', async () => {
  const id = await published('七彩假期：做一盏小夜灯', { ages: { from: 6, to: 12 } })
  const mother = await app.phone('梁文娟', { path: at(id) })
  await mother.see('请 6 到 12 岁的来')
  await mother.tap('报名')
  await mother.see('谁去？')
  await mother.see('这场请6–12 岁的人参加')
  await mother.see('年龄不合适')
  await addChild(mother, '高安安', '安安', '2017-04')
  await mother.tap('乐乐')
  await mother.tap('安安')
  await mother.see('2 个人一起报：要么都报上')
  await mother.tap(confirm)
  await mother.see('孩子参加要监护人同意，勾上这一条再报')
  await mother.tap('我是乐乐、安安的监护人，同意参加')
  await mother.tap(confirm)
  await mother.see('2 个人都报上了')
  await mother.tap('好了')
  await mother.see('乐乐和安安已报名')

  const leader = await app.phone('苏桂兰', { path: `/packages/desk/pages/roster/index?id=${id}` })
  await leader.see('高安安')
  await leader.see('高乐乐')

  await mother.tap('安安，来不了')
  await mother.modal('退掉')
  await mother.notSee('安安已报名')
  await mother.see('乐乐已报名')
})

test('with too few seats the family waits together or takes what works now', async () => {
  const id = await published('学做一碗豆腐脑', { capacity: 2 })
  await app.call('何玉珍', 'activity.join', { id })
  const phone = await app.phone('梁文娟', { path: at(id) })
  await phone.tap('报名')
  await phone.tap('婆婆')
  await phone.see('只剩 1 席，你们是 2 个人')
  await phone.see('有 2 个空位时一起补上你们')
  await phone.see('只报婆婆一个人，现在就有席')
  await phone.tap('2 个人一起候补')
  await phone.see('候补第 1 位')
  await phone.tap('好了')
  await phone.tap('不排队了')
  await phone.see('谁来不了？')
  await phone.tap('2 个人都来不了')
  await phone.modal('不排了')
  await phone.notSee('候补')
  await phone.tap('报名')
  await phone.tap('婆婆')
  await phone.tap('只报婆婆一个人，现在就有席')
  await phone.see('报上了')
  await phone.tap('好了')
  await phone.see('婆婆已报名')
})

test('a free clinic by slots: a full slot says so, another is hers, and her pass shows its time', async () => {
  const startsAt = morning + 72 * hour
  const slots = [0, 10, 20].map((minutes) => ({
    id: `s${minutes}`,
    kind: 'slot',
    name: `${8 + Math.floor((20 + minutes) / 60)}:${String((20 + minutes) % 60).padStart(2, '0')}`,
    capacity: 1,
    startsAt: startsAt + minutes * 60_000,
    endsAt: startsAt + (minutes + 10) * 60_000,
    role: 'guest',
    skills: '',
  }))
  const post = { id: 'p', kind: 'post', name: '量血压助手', capacity: 2, startsAt: null, endsAt: null, role: 'helper' }
  const id = await published('义诊：一位一位来', {
    units: [...slots, { ...post, skills: '会用血压计' }],
    capacity: null,
  })
  await app.call('何玉珍', 'activity.join', { id, unit: 's0' })
  const phone = await app.phone('梁文娟', { path: at(id) })
  await phone.see('3 个时段，2 个有空')
  await phone.see('还差 2 位')
  await phone.see('会用血压计')
  await phone.tap('报名')
  await phone.tap('先选一个岗位或时段')
  await phone.tap('8:20，满了，可候补')
  await phone.see('「8:20」满了，先排个队？')
  await phone.tap('8:30，还有 1 席')
  await phone.tap(confirm)
  await phone.see('报上了')
  await phone.tap('好了')
  await phone.see('8:30 直接来，不用排队')
  await phone.tap('签到码')
  await phone.at('packages/activity/pages/pass/index')
  await phone.see('8:30')
  await phone.see('把屏幕调亮一点')
})

test('the activity’s own questions are asked of each, and the leader’s yes is waited for', async () => {
  const pickup = { id: 'pickup', kind: 'text', label: '放学后谁来接', options: [], required: true }
  const id = await published('四点半课堂：折纸飞机', { approval: true, questions: [pickup] })
  const phone = await app.phone('梁文娟', { path: at(id) })
  await phone.see('队长同意后才算报上')
  await phone.tap('报名')
  await phone.tap(confirm)
  await phone.see('还要填「放学后谁来接」')
  await phone.type('写下', '我自己接')
  await phone.tap(confirm)
  await phone.see('交给队长了')
  await phone.tap('好了')
  await phone.see('等队长同意')
  await phone.tap('不报了')
  await phone.modal('收回')
  await phone.notSee('等队长同意')
})

test('a series is signed up for as a whole, one week is skipped, and taken up again', async () => {
  const form = classOf('太极拳：清晨一小时', 3, 72)
  const rule = { weekdays: [3], from: '2026-11-25', to: '2026-12-30', skip: ['2026-12-09'] }
  const { id } = await app.call<{ id: string }>('苏桂兰', 'series.create', { key: 'taiji', form, rule })
  const phone = await app.phone('梁文娟', { path: `/packages/activity/pages/series/index?id=${id}` })
  await phone.see('每周三，11 月 25 日到 12 月 30 日')
  await phone.see('12 月 9 日不办')
  await phone.tap('固定来')
  await phone.see('谁固定来？')
  await phone.tap(confirm)
  await phone.see('报上 5 场')
  await phone.tap('好了')
  await phone.see('您固定来，每一场都留着座')
  await phone.tap('12 月 2 日，来不了')
  await phone.modal('不来')
  await phone.see('这次不来')
  await phone.see('您固定来')
  await phone.tap('12 月 2 日周三')
  await phone.at(detail)
  await phone.tap('报名')
  await phone.tap(confirm)
  await phone.see('报上了')
  await phone.tap('好了')
  await phone.back()
  await phone.notSee('这次不来')
  await phone.tap('不再固定来')
  await phone.modal('都退掉')
  await phone.notSee('已报名')
  await phone.tap('选几场')
  await phone.tap('11 月 25 日周三')
  await phone.tap('12 月 16 日周三')
  await phone.tap('报这 2 场')
  await phone.tap(confirm)
  await phone.see('报上 2 场')
})

test('what is no code of ours is refused in words on the page of her pass, at the largest type as well', async () => {
  const id = await published('今天包馄饨', {}, 0.5)
  await app.call('梁文娟', 'activity.join', { id })
  const phone = await app.phone('梁文娟', { path: `/packages/activity/pages/pass/index?id=${id}`, font: 1.75 })
  await phone.see('梁文娟')
  await phone.tap('扫队长的码签到')
  await scan(phone, 'https://example.com')
  await phone.see('这不是签到的码')
  await phone.see('请扫队长手机上的签到码')
  const codes = await app.call<{ codes: { text: string }[] }>('苏桂兰', 'day.codes', { id, kind: 'out' })
  await phone.tap('扫队长的码签到')
  await scan(phone, codes.codes[0]?.text ?? '')
  await phone.see('您还没有签到，先不能签退')
  expect((await phone.probe()).findings).toEqual([])
})

test('the poster carries the real code, is saved, and says honestly when it may not be', async () => {
  const id = await published('剪一张窗花', {})
  const phone = await app.phone('梁文娟', { path: at(id) })
  await phone.tap('做一张海报')
  await phone.at('packages/activity/pages/poster/index')
  await phone.tap('存到相册')
  await phone.consent('拒绝')
  await phone.see('还没允许存到相册')
})

test('the words for the group chat name no neighbour', async () => {
  const id = await published('包一只香包', {})
  await app.call('何玉珍', 'activity.join', { id })
  const phone = await app.phone('梁文娟', { path: at(id) })
  await phone.tap('复制成一段话')
  const [copied] = await phone.calls('setClipboardData')
  const text = JSON.stringify(copied)
  expect(text).toContain('包一只香包')
  expect(text).toContain('余 19 席')
  expect(text).not.toMatch(/何玉珍|梁文娟/)
})

// The last one: it moves the clock of the cloud.
test('a family is one ticket of a draw by lot, sees the promise before, and draws again by itself after', async () => {
  const times = { closesAt: morning + 2 * hour, drawAt: morning + 3 * hour, cancelBy: morning + 2 * hour }
  const id = await published('去看新植物园', { capacity: 2, ...times })
  await app.call('何玉珍', 'activity.join', { id })
  const phone = await app.phone('梁文娟', { path: at(id) })
  await phone.tap('报名抽签')
  await phone.tap('婆婆')
  await phone.see('你们 2 个人算一签')
  await phone.tap('2 个人一起进入抽签')
  await phone.see('进入抽签了')
  await phone.tap('好了')
  await phone.tap('抽签，怎么抽的')
  await phone.see('2 张签，2 席')
  await phone.see('您是 2 号签')
  await phone.tap('想自己验一遍')
  await phone.see('指纹')

  await clockOn(3 * hour + 60_000)
  await app.timer()
  await phone.restart({ path: `/packages/activity/pages/draw/index?id=${id}`, now: morning + 3 * hour + 120_000 })
  await phone.see('抽过签了')
  await phone.tap('再抽一遍')
  await phone.see('对得上')
})
