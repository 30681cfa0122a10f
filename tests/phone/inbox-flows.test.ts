// The inbox groups what is about one thing; the ledger of consents is shown and filled; leaving leaves nothing behind.
import { App } from './app'

const inbox = '/packages/me/pages/messages/index'
const settings = '/packages/me/pages/settings/index'
const data = '/packages/me/pages/data/index'
const clinic = 'liuwan-20261128-1'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

test('nothing yet says so, and leads on', async () => {
  const phone = await app.phone('新来的居民', { path: inbox })
  await phone.see('还没有消息')
})

test('the ledger says how many messages are left, and more can be allowed from it', async () => {
  const phone = await app.phone('何玉珍', { path: settings })
  await phone.see('微信里还能收到几条')
  const before = await phone.text()
  expect(before).toContain('没有了')
  await phone.tap('多留几条')
  await phone.consent('允许')
  await phone.see('想再多留，再点一次')
  await phone.see('还有 1 条')
})

test('whoever turns away is told where to switch it on', async () => {
  const phone = await app.phone('孟庆华', { path: settings })
  await phone.tap('多留几条')
  await phone.consent('拒绝')
  await phone.see('没有留下')
})

test('two messages about one activity are one group: the latest on top, the earlier folded, counted, then read', async () => {
  await app.call('何玉珍', 'activity.join', { id: clinic })
  const page = await app.call<{ revision: number }>('何玉珍', 'activity.get', { id: clinic })
  const { form } = await app.call<{ form: Record<string, unknown> }>('苏桂兰', 'activity.form', { id: clinic })
  const place = { id: null, name: '柳湾小广场', address: '', latitude: null, longitude: null }
  await app.call('苏桂兰', 'activity.edit', { id: clinic, revision: page.revision, form: { ...form, place } })
  await app.timer()
  await app.call('苏桂兰', 'activity.cancel', { id: clinic, reason: '下大雨' })
  await app.timer()
  const phone = await app.phone('何玉珍', { path: inbox })
  await phone.see('不办了')
  await phone.see('前面还有 1 条，1 条没看')
  await phone.notSee('改了地点')
  await phone.tap('前面还有 1 条，1 条没看')
  await phone.see('改了地点')
  await phone.see('收起前面的')
  await phone.restart()
  await phone.see('前面还有 1 条')
  await phone.notSee('1 条没看，')
  await phone.tap('不办了')
  await phone.at('/packages/activity/pages/detail/index')
  expect((await phone.query()).id).toBe(clinic)
})

test('whoever leads a team is told what comes first, before any button', async () => {
  const phone = await app.phone('苏桂兰', { path: data })
  await phone.see('您还带着')
  expect((await phone.probe()).tappable.map(({ name }) => name)).not.toContain('注销')
})

test('leaving asks twice, then the app knows her no more, on this phone either', async () => {
  const phone = await app.phone('梁文娟', { path: '/pages/me/index' })
  await phone.see('梁文娟')
  await phone.tap('设置')
  await phone.at(settings)
  await phone.tap('我的数据')
  await phone.at(data)
  await phone.see('我们记着')
  await phone.tap('注销')
  await phone.see('注销，都删掉？')
  await phone.tap('我知道，删掉就找不回来了')
  await phone.tap('.sheet__foot .btn')
  await phone.modal('再想想')
  await phone.see('注销，都删掉？')
  await phone.tap('.sheet__foot .btn')
  await phone.modal('都删掉')
  await phone.at('/pages/home/index')
  await phone.tab('我的')
  await phone.see('怎么称呼您？')
  await phone.notSee('梁文娟')
  const kept = await phone.page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).not.toContain('梁文娟')
  expect(kept).not.toContain('婆婆')
  await phone.restart({ path: inbox })
  await phone.see('还没有消息')
})
