// What people do with the whole product: the compiled mini-program, the bundled functions, the local cloud.
import { App } from './app'
import type { Phone } from './harness'
import { published as publish } from './published'

const detail = (id: string) => `/packages/activity/pages/detail/index?id=${id}`

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** The leader publishes beside the phone; answers with the id. */
const published = (title: string, capacity: number, inHours?: number) => publish(app, title, capacity, inHours)

/** Signs up from the detail page, as a resident does: 报名, then 报名 in the sheet. */
async function signUp(phone: Phone): Promise<void> {
  await phone.at('packages/activity/pages/detail/index')
  await phone.see('来之前知道')
  await phone.tap('报名')
  await phone.see('谁去？')
  await phone.tap('.sheet__foot .btn')
}

test('a resident browses and signs up in three taps, stands on the leader’s roster, and gives the seat back', async () => {
  const resident = await app.phone('梁文娟')
  await resident.see('今天有 4 场活动')
  await resident.tap('周六')
  await resident.tap('修一修：小家电和拉链')
  await resident.see('余 18 席')
  await signUp(resident)
  await resident.see('看我的报名')
  await resident.tap('好了')
  await resident.see('已报名，座位给您留着')
  await resident.see('余 17 席')

  const { id } = await resident.query()
  const leader = await app.phone('邵丽萍', { path: `/packages/desk/pages/roster/index?id=${id}` })
  await leader.see('梁文娟')
  await leader.tap('打给梁文娟')
  expect(await leader.calls('makePhoneCall')).toHaveLength(1)

  await resident.tap('来不了')
  await resident.modal('退掉')
  await resident.see('余 18 席')
  await resident.notSee('已报名，座位给您留着')
})

test('a full activity has a waiting list; when a seat comes free, the next one has it and reads of it', async () => {
  const id = await published('做一个香囊', 1)
  const first = await app.phone('梁文娟', { path: detail(id) })
  await signUp(first)
  await first.see('看我的报名')
  await first.tap('好了')

  const newcomer = await app.phone('新来的居民', { path: detail(id) })
  await newcomer.tap('满了，排个队')
  await newcomer.see('候补第 1 位')
  await newcomer.type('比如 梁文娟', '方晓')
  await newcomer.tap('.sheet__foot .btn')
  await newcomer.see('看我的报名')
  await newcomer.tap('补上了就告诉我')
  await newcomer.consent('允许')
  await newcomer.see('记下了')
  await newcomer.tap('好了')
  await newcomer.see('候补第 1 位')

  await first.tap('来不了')
  await first.modal('退掉')
  await first.notSee('已报名')

  await newcomer.restart({ path: detail(id) })
  await newcomer.see('已报名，座位给您留着')
  const [message] = await newcomer.messages()
  expect(JSON.stringify(message)).toContain('做一个香囊')
  await newcomer.restart({ path: '/packages/me/pages/messages/index' })
  await newcomer.see('做一个香囊')
})

test('a seat that comes free on the day before waits for an answer, and a no gives it to the next', async () => {
  const id = await published('包一锅饺子', 1, 20)
  await app.call('丁建平', 'activity.join', { id })
  await app.call('何玉珍', 'activity.join', { id })
  await app.call('邵丽萍', 'activity.join', { id })
  await app.call('丁建平', 'activity.leave', { id })

  const elder = await app.phone('何玉珍', { path: detail(id) })
  await elder.see('有座了，先给您留着')
  await elder.tap('这次不来')
  await elder.see('报名')
  const next = await app.phone('邵丽萍', { path: detail(id) })
  await next.see('有座了，先给您留着')
  await next.tap('我来')
  await next.see('已报名，座位给您留着')
})

test('a leader publishes from a template in under a minute of taps; it stands on home; a resident signs up', async () => {
  const leader = await app.phone('苏桂兰', { path: '/pages/me/index' })
  await leader.tap('队长台')
  await leader.tap('发一个活动')
  await leader.see('只要定这两样')
  await leader.tap('柳湾巧手队')
  await leader.tap('写春联')
  await leader.tap('名字')
  await leader.type('.sheet wx-input', '写一副新春联')
  await leader.tap('.sheet__foot .btn')
  await leader.tap('发出去')
  await leader.notSee('发出去')

  const resident = await app.phone('梁文娟')
  await resident.tap('周六')
  await resident.tap('写一副新春联')
  await signUp(resident)
  await resident.see('看我的报名')
})

test('an edit tells those who are in what changed', async () => {
  const id = await published('缝一只布老虎', 12, 96)
  await app.call('梁文娟', 'activity.join', { id })
  const leader = await app.phone('苏桂兰', { path: `/packages/desk/pages/publish/index?id=${id}` })
  await leader.tap('在哪')
  await leader.tap('从社区的场地里选')
  await leader.tap('柳湾党群服务站')
  await leader.see(/1 位报名和候补的邻居会收到消息/)
  await leader.tap('保存修改')
  await leader.modal('改，告诉')

  const resident = await app.phone('梁文娟', { path: '/packages/me/pages/messages/index' })
  await resident.see('缝一只布老虎')
  await resident.see(/柳湾党群服务站|地点/)
})

test('calling off asks, tells everyone the reason, and stands on home', async () => {
  const id = await published('剪一个福字', 12, 26)
  await app.call('梁文娟', 'activity.join', { id })
  const leader = await app.phone('苏桂兰', { path: `/packages/desk/pages/roster/index?id=${id}` })
  await leader.tap('管理')
  await leader.tap('这场不办了')
  await leader.tap('天气不好，改日再约')
  await leader.tap('不办了，告诉 1 位邻居')
  await leader.modal('不办了')
  await leader.see(/不办了/)

  const resident = await app.phone('梁文娟', { path: '/packages/me/pages/messages/index' })
  await resident.see('剪一个福字')
  await resident.see(/天气不好/)
  await resident.restart({ path: detail(id) })
  await resident.see('这场不办了')
})

test('someone applies to a team, the leader accepts, and she reads of it', async () => {
  const resident = await app.phone('丁建平', { path: '/packages/team/pages/team/index?id=liuwan-crafts' })
  await resident.tap('想加入')
  await resident.tap('.sheet__foot .btn')
  await resident.see(/等.*队长|申请/)
  const leader = await app.phone('苏桂兰', { path: '/packages/team/pages/members/index?id=liuwan-crafts' })
  await leader.see('丁建平')
  await leader.tap('同意丁建平加入')
  await leader.see('欢迎新队员')
  const again = await app.phone('丁建平', { path: '/packages/me/pages/messages/index' })
  await again.see('柳湾巧手队')
})

test('a foreign leader finds no roster, and is told so in words', async () => {
  const id = await published('串一串珠子', 5, 50)
  const stranger = await app.phone('丁建平', { path: `/packages/desk/pages/roster/index?id=${id}` })
  await stranger.see('这件事要由负责的人来办')
})

test('without network a page says so calmly, and works again by itself', async () => {
  const phone = await app.phone('梁文娟', { offline: true, path: '/packages/activity/pages/mine/index' })
  await phone.see('再试一次')
  await phone.set({ offline: false })
  await phone.tap('再试一次').catch(() => undefined)
  await phone.see('要去')
})

test('everything survives a restart of the cloud', async () => {
  const id = await published('编一根红绳', 9, 80)
  await app.call('梁文娟', 'activity.join', { id })
  await app.restart()
  const phone = await app.phone('梁文娟', { path: detail(id) })
  await phone.see('已报名，座位给您留着')
})
