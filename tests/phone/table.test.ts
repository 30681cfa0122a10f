// The table of phones with the whole product on it: what one does is seen on another, and visitors are walked through.
import { App } from './app'
import { codeOn } from './device'
import { published } from './published'
import type { TableOfPhones } from './table'

const [resident, elder, leader] = ['梁文娟', '何玉珍', '苏桂兰'] as const
const detail = 'packages/activity/pages/detail/index'
const at = (id: string) => `/${detail}?id=${id}`

let app: App
beforeAll(async () => {
  app = await App.start()
}, 60_000)
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** Opens a page on somebody's phone, as from a card of her own. */
const open = (table: TableOfPhones, name: string, path: string, scene?: number) =>
  table.phone(name).restart({ path, ...(scene && { scene }) })

test('three people look at the same day, each with her own', async () => {
  const table = await app.table([resident, elder, leader], { set: { [elder]: { font: 1.75 } } })
  for (const name of [resident, elder, leader]) await table.phone(name).see('今天有 4 场活动')
  await table.phone(resident).tab('我的')
  await table.phone(resident).see('梁文娟')
  await table.phone(leader).tab('我的')
  await table.phone(leader).see('队长台')
  await table.phone(resident).notSee('队长台')
  await table.phone(elder).see('今天有 4 场活动')
})

test('a card lands on the other phone, opens the activity there, and what she does is seen by the leader', async () => {
  const id = await published(app, '捏一只面塑小兔', 12)
  const table = await app.table([resident, elder, leader])
  await open(table, resident, at(id))
  const family = table.phone(resident)
  await family.see('来之前知道')
  const card = await family.share(elder)
  expect(card.path).toContain(id)

  await table.place(elder).getByText('1 条没看').waitFor()
  await table.tapBanner(elder, card.title)
  await table.tapCard(elder, card.title)
  const her = table.phone(elder)
  await her.at(detail)
  expect(await her.query()).toMatchObject({ id })
  await her.see('来之前知道')
  await her.tap('报名')
  await her.see('谁去？')
  await her.tap('.sheet__foot .btn')
  await her.see('看我的报名')

  await open(table, leader, `/packages/desk/pages/roster/index?id=${id}`)
  await table.phone(leader).see('何玉珍')
})

test('a message comes down on the phone it was sent to, and a tap opens its page', async () => {
  const id = await published(app, '绣一只虎头鞋', 12, 26)
  const table = await app.table([resident, leader])
  await open(table, resident, at(id))
  const her = table.phone(resident)
  await her.tap('报名')
  await her.see('谁去？')
  await her.tap('.sheet__foot .btn')
  await her.see('看我的报名')
  await her.tap('有变动就告诉我')
  await her.consent('允许')

  await open(table, leader, `/packages/desk/pages/roster/index?id=${id}`)
  const ends = table.phone(leader)
  await ends.tap('管理')
  await ends.tap('这场不办了')
  await ends.tap('天气不好，改日再约')
  await ends.tap('不办了，告诉 1 位邻居')
  await ends.modal('不办了')
  await ends.see(/不办了/)

  await table.entering(resident, () => table.tapBanner(resident, '服务通知'))
  await her.at(detail)
  expect(await her.query()).toMatchObject({ id })
  await her.see('这场不办了')
  expect(await table.place(leader).locator('.news').count()).toBe(0)
})

test('a code that one phone shows is scanned by another on the table, which checks her in', async () => {
  const id = await published(app, '编一只蝈蝈笼', 12, 0.5)
  await app.call(resident, 'activity.join', { id })
  const table = await app.table([leader, resident])
  await open(table, leader, `/packages/day/pages/code/index?id=${id}`)
  await codeOn(table.phone(leader))
  await open(table, resident, `/packages/activity/pages/pass/index?id=${id}`)
  const her = table.phone(resident)
  await her.tap('扫队长的码签到')
  await table.tapOver(resident, '苏桂兰的手机 正在显示')
  await her.settled()
  const { items } = await app.call<{ items: { name: string; inAt: number | null }[] }>(leader, 'day.sheet', { id })
  expect(items.filter(({ inAt }) => inAt !== null).map(({ name }) => name)).toEqual([resident])
})

test('from Moments she reads the page, nobody is signed in, and the bar leads on', async () => {
  const id = await published(app, '做一把香扇', 12)
  await app.call(resident, 'activity.join', { id })
  const table = await app.table([resident, elder])
  await open(table, resident, at(id), 1154)
  const her = table.phone(resident)
  await her.see('做一把香扇')
  await her.see('余 11 席')
  await her.settled()
  await her.notSee('已报名')
  await table.entering(resident, () => table.tapOver(resident, '前往小程序'))
  await her.at(detail)
  await her.see('已报名')
})

test('a visitor is walked through the first story: each step is seen by itself, and it can be left', async () => {
  const id = await published(app, '糊一只风筝', 12)
  const table = await app.table([leader, resident])
  const { page } = table
  await table.entering(resident, () => page.getByRole('button', { name: /居民报名/ }).click())
  const step = page.getByRole('region', { name: '跟着走一遍' })
  await step.getByText('在首页找一场还有余席的活动').waitFor()
  expect(await table.place(resident).getAttribute('class')).toContain('is-wanted')
  expect(await table.place(leader).getAttribute('class')).not.toContain('is-wanted')
  const her = table.phone(resident)
  await her.see('柳湾社区')
  await open(table, resident, at(id))
  await step.getByText('点「报名」').waitFor()
  await her.tap('报名')
  await her.see('谁去？')
  await her.tap('.sheet__foot .btn')
  await step.getByText('点「看我的报名」').waitFor()
  await her.tap('看我的报名')
  await step.getByText('报上了').waitFor()

  await step.getByRole('button', { name: '再看一个' }).click()
  await table.entering(leader, () => page.getByRole('button', { name: /队长发活动/ }).click())
  await step.getByText('点「我的」，再点「队长台」').waitFor()
  await step.getByRole('button', { name: '跳过这一步' }).click()
  await step.getByText('点「发一个活动」').waitFor()
  await step.getByRole('button', { name: '不走了' }).click()
  await page.getByRole('button', { name: /居民报名/ }).waitFor()
  expect(await page.locator('.is-wanted').count()).toBe(0)
})

test('a visitor is walked through grandma’s story, from the card to the answer that the family reads', async () => {
  const id = await published(app, '描一幅团扇', 12)
  const table = await app.table([resident, elder, leader])
  const step = table.page.getByRole('region', { name: '跟着走一遍' })
  const begin = table.page.getByRole('button', { name: /给奶奶报名/ })
  await table.entering(elder, () => table.entering(resident, () => begin.click()))
  const family = table.phone(resident)
  await open(table, resident, at(id))
  await step.getByText('点「给家里老人」').waitFor()
  await family.tap('给家里老人，发一张大字卡片')
  await family.tap('儿媳')
  await step.getByText('选何玉珍，发送').waitFor()
  await family.tap('转发给婆婆')
  const card = await family.sendCard(elder)
  await step.getByText('卡片从上面掉下来了').waitFor()
  expect(await table.place(elder).getAttribute('class')).toContain('is-wanted')
  await table.tapBanner(elder, card.title)
  await table.tapCard(elder, card.title)
  await step.getByText('点「我去」').waitFor()
  await table.phone(elder).tap('我去')
  await step.getByText('打开消息').waitFor()
  await open(table, resident, '/packages/me/pages/messages/index')
  await step.getByText('老人没有填一个字').waitFor()
  await family.see('婆婆说：我去')
})

test('in a narrow window the story turns to the phone whose turn it is', async () => {
  const table = await app.table([leader, resident], { size: { width: 400, height: 840 } })
  await table.page.getByRole('tab', { name: leader }).click()
  await table.page.getByRole('button', { name: '跟着走一遍' }).click()
  await table.entering(resident, () => table.page.getByRole('button', { name: /居民报名/ }).click())
  await table.place(resident).locator('.screen').waitFor({ state: 'visible' })
  expect(await table.place(leader).isVisible()).toBe(false)
  await table.page.getByText('在首页找一场还有余席的活动').waitFor()
})
