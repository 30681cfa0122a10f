// Somebody who calls too often, or has read too many numbers: her phone says so calmly, and what next.
import { App } from './app'
import { published, signUpCrowd } from './published'

const many = 60
let app: App
beforeAll(async () => {
  process.env.FUNCTION_CALLS_PER_MINUTE = String(many)
  process.env.FUNCTION_NUMBERS_PER_HOUR = '5'
  app = await App.start()
})
afterAll(async () => {
  delete process.env.FUNCTION_CALLS_PER_MINUTE
  delete process.env.FUNCTION_NUMBERS_PER_HOUR
  await app?.stop()
})
afterEach(async () => expect(await app.closePhones()).toEqual([]))

const roster = (id: string) => `/packages/desk/pages/roster/index?id=${id}`
const door = (id: string) => `/packages/day/pages/day/index?id=${id}`

test('a leader who has read too many numbers sees everybody, and reads when to come again and whom to ask', async () => {
  const id = await published(app, '学剪窗花', 20)
  await signUpCrowd(app, id, 12)
  const leader = await app.phone('苏桂兰', { path: roster(id) })
  await leader.see('邻居001')
  await leader.see(/电话先不显示，\d+ 分钟后再看/)
  await leader.see('请社区的同事帮着查')
  expect(await leader.text()).not.toContain('没有留')
  await leader.tap('邻居001')
  await leader.see('请出，退掉座位')
  expect(await leader.text()).not.toContain('没有留')
  expect((await leader.text()).match(/电话先不显示，\d+ 分钟后再看/g)).toHaveLength(2)
})

test('numbers that are already on the leader’s phone stay there on the day', async () => {
  const id = await published(app, '学编柳筐', 20, 0.5)
  await signUpCrowd(app, id, 8)
  const leader = await app.phone('苏桂兰', { path: door(id) })
  await leader.see('邻居008')
  expect(await leader.text()).not.toContain('电话先不显示')
  const people = ['许长山', '郭淑芬', '陶国栋', '秦玉梅'].map((name, n) => ({ name, phone: `1390000010${n}` }))
  await app.call('苏桂兰', 'activity.enter', { id, unit: null, key: 'by-phone', people })
  await leader.page.clock.fastForward(21_000)
  await leader.see('秦玉梅', 15_000)
  await leader.see(/电话先不显示，\d+ 分钟后再看/)
  await leader.tap('邻居002')
  await leader.notSee('待上传')
  const names = (await leader.probe()).tappable.map(({ name }) => name)
  expect(names).toContain('打给邻居001')
  expect(names).not.toContain('打给秦玉梅')
})

test('whoever taps too fast reads how long to rest', async () => {
  // Calls are counted by the cloud's minute, and all of these are to fall into one.
  await app.advance(60_000 - (app.now() % 60_000))
  for (let n = 0; n < many; n++) await app.call('梁文娟', 'system.health', {}).catch(() => undefined)
  const id = await published(app, '学包粽子', 20)
  const phone = await app.phone('梁文娟', { path: `/packages/activity/pages/detail/index?id=${id}` })
  await phone.see('点得太快了')
  await phone.see('秒再点')
})
