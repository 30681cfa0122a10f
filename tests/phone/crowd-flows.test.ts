// So many people are here that the cloud turns some away: the phone asks again by itself, then says so calmly.
import { App } from './app'
import { until } from './find'
import type { Phone } from './harness'
import { crafts, published } from './published'

const door = (id: string) => `/packages/day/pages/day/index?id=${id}`
const teamPage = `/packages/team/pages/team/index?id=${crafts}`
const detail = (id: string) => `/packages/activity/pages/detail/index?id=${id}`
const confirm = '.sheet__foot .btn'
const crowded = '这会儿人很多'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => {
  app.crowd.limit = Infinity
  expect(await app.closePhones()).toEqual([])
})

/** Waits until the cloud has turned calls away so many times more. */
async function turnedAway(times: number): Promise<void> {
  const enough = app.crowd.refused + times
  await until(
    async () => app.crowd.refused >= enough,
    async () => `only ${app.crowd.refused} calls were turned away`,
  )
}

/** Lets the phone's time pass until it has lost its patience. */
async function outOfPatience(phone: Phone): Promise<void> {
  for (let tries = 0; tries < 60 && !(await phone.text()).includes(crowded); tries++) {
    await phone.page.clock.fastForward(4_000)
    await phone.page.waitForTimeout(100)
  }
  await phone.see(crowded)
}

test('a page waits while nobody is let in, and is there as soon as there is room', async () => {
  const id = await published(app, '学剪窗花', 5)
  app.crowd.limit = 0
  const phone = await app.phone('梁文娟', { path: detail(id) })
  await turnedAway(4)
  const waiting = await phone.text()
  expect(waiting).not.toContain('学剪窗花')
  expect(waiting).not.toContain(crowded)
  app.crowd.limit = Infinity
  await phone.see('学剪窗花')
  await phone.see('余 5 席')
})

test('a tap waits as well, takes its seat once, and nothing has to be tapped again', async () => {
  const id = await published(app, '学扎风筝', 5)
  const phone = await app.phone('梁文娟', { path: detail(id) })
  await phone.see('余 5 席')
  await phone.tap('报名')
  await phone.see('谁去？')
  app.crowd.limit = 0
  await phone.tap(confirm)
  await turnedAway(3)
  expect(await phone.text()).not.toContain(crowded)
  app.crowd.limit = Infinity
  await phone.see('看我的报名')
  await phone.tap('好了')
  await phone.see('余 4 席')
})

test('where it stays full the page says so, and one tap later is there', async () => {
  const id = await published(app, '学编竹篮', 5)
  app.crowd.limit = 0
  const phone = await app.phone('梁文娟', { path: detail(id) })
  await turnedAway(2)
  await outOfPatience(phone)
  await phone.see('过一两分钟再试一次就好')
  expect(await phone.text()).not.toContain('网络')
  app.crowd.limit = Infinity
  await phone.tap('再试一次')
  await phone.see('余 5 席')
  await phone.notSee(crowded)
})

test('where it stays full a tap that was not carried out says so beside its button, and works the next time', async () => {
  const id = await published(app, '学糊灯笼', 5)
  const phone = await app.phone('梁文娟', { path: detail(id) })
  await phone.see('余 5 席')
  await phone.tap('报名')
  await phone.see('谁去？')
  app.crowd.limit = 0
  await phone.tap(confirm)
  await turnedAway(1)
  await outOfPatience(phone)
  app.crowd.limit = Infinity
  await phone.tap(confirm)
  await phone.see('看我的报名')
  await phone.tap('好了')
  await phone.see('余 4 席')
})

/** How often the phone has asked for an activity. */
const asks = async (phone: Phone, id: string) =>
  (await phone.calls('cloud.callFunction')).filter(({ args }) =>
    JSON.stringify(args).includes(JSON.stringify({ action: 'activity.get', input: { id } })),
  ).length

test('a page that was left asks a crowded cloud no more', async () => {
  const id = await published(app, '学剪双喜', 5)
  const phone = await app.phone('梁文娟', { path: teamPage })
  await phone.see('学剪双喜')
  await phone.settled()
  app.crowd.limit = 0
  await phone.tap('学剪双喜')
  await turnedAway(3)
  await phone.back()
  await phone.at(teamPage.replace(/\?.*/, ''))
  const asked = await asks(phone, id)
  expect(asked).toBeGreaterThan(0)
  for (let n = 0; n < 6; n++) {
    await phone.page.clock.fastForward(4_000)
    await phone.page.waitForTimeout(100)
  }
  expect(await asks(phone, id)).toBe(asked)
})

test('a tap whose page was left is still carried out, and where it was not, that is said', async () => {
  await published(app, '学编蝈蝈笼', 5)
  const phone = await app.phone('梁文娟', { path: teamPage })
  await phone.tap('学编蝈蝈笼')
  await phone.see('余 5 席')
  await phone.tap('报名')
  await phone.see('谁去？')
  app.crowd.limit = 0
  await phone.tap(confirm)
  await turnedAway(1)
  await phone.back()
  // A toast may come and go within one step of the clock; what was asked of WeChat stays.
  const said = async () => JSON.stringify(await phone.calls('showToast')).includes('刚才点的没办成')
  for (let tries = 0; tries < 60 && !(await said()); tries++) {
    await phone.page.clock.fastForward(4_000)
    await phone.page.waitForTimeout(100)
  }
  expect(await said()).toBe(true)
})

test('at the door of a crowded cloud the leader reads that steps wait because of the many, and they go out later', async () => {
  const id = await published(app, '学打算盘', 5, 0.5)
  await app.call('何玉珍', 'activity.join', { id })
  const leader = await app.phone('苏桂兰', { path: door(id) })
  await leader.see('何玉珍')
  await leader.settled()
  app.crowd.limit = 0
  await leader.tap('何玉珍')
  await turnedAway(1)
  await outOfPatience(leader)
  await leader.see('照样点。已记下 1 人，过一会儿自动补传')
  expect(await leader.text()).not.toContain('没有网络')
  app.crowd.limit = Infinity
  await leader.page.clock.fastForward(21_000)
  await leader.notSee('待上传', 15_000)
  await leader.notSee(crowded)
})
