// Pictures of the main screens, as the README shows them. All go to dist/screens; UPDATE_SCREENS=1 renews those in docs.
import { copyFileSync, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { App } from './app'
import type { Phone, PhoneOpening } from './harness'
import { pages } from './pages'

const root = path.resolve(__dirname, '../..')
const folder = path.join(root, 'dist/screens')

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

interface Screen {
  /** Who holds the phone, where that is not who usually opens the page. */
  as?: string
  name: string
  page: string
  /** A text that shows when the screen is complete. */
  shows: string
  opening?: Partial<PhoneOpening>
  before?: (phone: Phone) => Promise<void>
}

const turnCareOn = (phone: Phone) => phone.tap('大字')
const pickFamily = async (phone: Phone) => {
  await phone.tap('报名')
  await phone.tap('婆婆')
  await phone.tap('乐乐')
}
const chooseSlot = async (phone: Phone) => {
  await phone.see('叫上邻居')
  await phone.tap('报名')
  await phone.tap('先选一个岗位或时段')
  await phone.tap('9:20，还有 2 席')
}

const giveToElder = (phone: Phone) => phone.tap('给家里老人，发一张大字卡片')

const screens: Screen[] = [
  { name: 'home', page: 'home', shows: '今天有 4 场活动' },
  { name: 'home-dark', page: 'home', shows: '今天有 4 场活动', opening: { dark: true } },
  { name: 'home-care', page: 'home', shows: '义诊', before: turnCareOn },
  { name: 'home-175', page: 'home', shows: '今天 4 场', opening: { font: 1.75 } },
  { name: 'activity', page: 'activity', shows: '来之前知道' },
  { name: 'activity-dark', page: 'activity', shows: '来之前知道', opening: { dark: true } },
  { name: 'signup', page: 'activity', shows: '谁去？', before: (phone) => phone.tap('报名') },
  { name: 'signup-family', page: 'fix-it', shows: '3 个人一起报名', before: pickFamily },
  { name: 'signup-slots', page: 'slots', shows: '选一个岗位或时段', before: chooseSlot },
  { name: 'series', page: 'series', shows: '固定来' },
  { name: 'pass', page: 'pass', shows: '把屏幕调亮一点' },
  { name: 'draw', page: 'draw', shows: '想自己验一遍' },
  { name: 'poster', page: 'poster', shows: '存到相册' },
  { name: 'my-signups', page: 'my-signups', shows: '候补' },
  { name: 'teams', page: 'teams', shows: '一群热心的邻居' },
  { name: 'team', page: 'team', shows: '柳湾巧手队' },
  { name: 'me', page: 'me', shows: '梁文娟' },
  { name: 'desk', page: 'desk', shows: '苏队长' },
  { name: 'publish', page: 'publish', shows: '只要定这两样' },
  { name: 'roster', page: 'roster', shows: '17' },
  { name: 'day', page: 'day', shows: '没报名的' },
  { name: 'day-175', page: 'day', shows: '没报名的', opening: { font: 1.75 } },
  { name: 'hours', page: 'hours', shows: '小时' },
  { name: 'card', page: 'card', shows: '这次不去' },
  { name: 'card-175', page: 'card', shows: '这次不去', opening: { font: 1.75 } },
  { name: 'give', page: 'activity', as: '梁文娟', shows: '转发给婆婆', before: giveToElder },
  { name: 'rights', page: 'rights', shows: '一起照管' },
  { name: 'calls', page: 'calls', shows: '位还不知道' },
  { name: 'elders', page: 'elders', shows: '上门登记' },
  { name: 'wishes', page: 'wishes', shows: '许个心愿' },
  { name: 'wishes-175', page: 'wishes', shows: '许个心愿', opening: { font: 1.75 } },
  { name: 'case', page: 'case-of-unit', shows: '正在圆' },
  { name: 'case-dark', page: 'case-errand', shows: '买了东西', opening: { dark: true } },
  { name: 'menu', page: 'menu', shows: '上门理发' },
  { name: 'outcomes', page: 'outcomes', shows: '一件一件看' },
  { name: 'inbox', page: 'case-inbox', shows: '件过期了' },
  { name: 'dispatch', page: 'case-dispatch', shows: '派给谁' },
  { name: 'county', page: 'case-county', shows: '各社区' },
]

test.each(screens)('$name can be shown', async ({ name, page, as, shows, opening, before }) => {
  const { as: usual, path: at } = pages.find((each) => each.name === page) ?? { as: '', path: '' }
  const phone = await app.phone(as ?? usual, { path: at, ...opening })
  if (before) await before(phone)
  await phone.see(shows)
  await phone.notSee('正在加载')
  await new Promise((done) => setTimeout(done, 300))
  const file = path.join(folder, `${name}.png`)
  await phone.screenshot(file)
  expect(statSync(file).size).toBeGreaterThan(20_000)
  const shown = path.join(root, 'docs/screens', `${name}.png`)
  if (process.env.UPDATE_SCREENS && existsSync(shown)) copyFileSync(file, shown)
})
