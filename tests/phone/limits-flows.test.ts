// Somebody who calls too often, or has read too many numbers: her phone says so calmly, and what next.
import { App } from './app'
import { published, signUpCrowd } from './published'

const many = 60
let app: App
beforeAll(async () => {
  process.env.FUNCTION_CALLS_PER_MINUTE = String(many)
  process.env.FUNCTION_NUMBERS_PER_HOUR = '5'
  app = await App.start()
}, 60_000)
afterAll(async () => {
  delete process.env.FUNCTION_CALLS_PER_MINUTE
  delete process.env.FUNCTION_NUMBERS_PER_HOUR
  await app?.stop()
})
afterEach(async () => expect(await app.closePhones()).toEqual([]))

test('a leader who has read too many numbers reads when to come again, and whom to ask', async () => {
  const id = await published(app, '学剪窗花', 20)
  await signUpCrowd(app, id, 12)
  const leader = await app.phone('苏桂兰', { path: `/packages/desk/pages/roster/index?id=${id}` })
  await leader.see('这一会儿看过的电话太多了')
  await leader.see('分钟后再看')
  await leader.see('请社区的同事帮着查')
})

test('whoever taps too fast reads how long to rest', async () => {
  for (let n = 0; n < many; n++) await app.call('梁文娟', 'system.health', {}).catch(() => undefined)
  const id = await published(app, '学包粽子', 20)
  const phone = await app.phone('梁文娟', { path: `/packages/activity/pages/detail/index?id=${id}` })
  await phone.see('点得太快了')
  await phone.see('秒再点')
})
