// The table of phones with the fixture mini-program: who holds them, how they are set, what passes between them.
import type { BrowserContext, FrameLocator, Page } from 'playwright-core'
import { encode } from 'uqr'
import { squarePng } from '../../src/ui/square-png'
import { useFixture } from './fixture'

const fixture = useFixture()
let context: BrowserContext
let page: Page
const wide = { width: 1440, height: 900 }
const narrow = { width: 400, height: 800 }

/** Opens the address a person opens: the table with two phones. */
async function openTable(size = wide, search = ''): Promise<void> {
  context = await fixture.browser.newContext({ viewport: size, reducedMotion: 'reduce', locale: 'zh-CN' })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${fixture.server.url}${search}`)
}

const place = (name: string) => page.getByRole('region', { name: `${name}的手机` })
const phone = (name: string): FrameLocator => place(name).frameLocator('.screen')
const onTop = (name: string) => phone(name).frameLocator('.page[data-active] > iframe')
const set = (name: string) => page.getByRole('button', { name: `设置${name}的手机` }).click()

afterEach(() => context.close())

test('each phone runs its own mini-program as who holds it', async () => {
  await openTable()
  await onTop('安娜').getByText('问云').click()
  await onTop('安娜').getByText('云说 anna 0').waitFor()
  await onTop('贝塔').getByText('问云').click()
  await onTop('贝塔').getByText('云说 berta 0').waitFor()
})

test('a phone is put away, put back, and handed over', async () => {
  await openTable()
  await page.getByRole('button', { name: '收起安娜的手机' }).click()
  await place('安娜').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '贝塔拿着，换个人' }).click()
  await page.getByRole('radio', { name: /安娜/ }).click()
  await onTop('安娜').getByText('问云').click()
  await onTop('安娜').getByText('云说 anna 0').waitFor()
  await page.getByRole('button', { name: '添一部手机' }).click()
  await onTop('贝塔').getByText('计数：0').waitFor()
})

test('dark mode and the network change on one phone while it runs, the font size starts it anew at its page', async () => {
  await openTable()
  await onTop('安娜').getByText('主题 light 字号 1 网络 wifi').waitFor()
  await set('安娜')
  await page.getByRole('switch', { name: '深色模式' }).click()
  await page.getByRole('switch', { name: '断开网络' }).click()
  await onTop('安娜').getByText('主题 dark 字号 1 网络 none').waitFor()
  await page.getByRole('radio', { name: '最大' }).click()
  await onTop('安娜').getByText('主题 dark 字号 1.75 网络 none').waitFor()
  await onTop('贝塔').getByText('主题 light 字号 1 网络 wifi').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('switch', { name: '深色模式' }).waitFor({ state: 'hidden' })
})

test('who holds what, and how it is set, is there after a reload, and again without the address', async () => {
  await openTable()
  await onTop('贝塔').getByText('计数：0').waitFor()
  await set('贝塔')
  await page.getByRole('radio', { name: '关怀模式' }).click()
  await page.getByRole('switch', { name: '深色模式' }).click()
  await page.getByRole('button', { name: '收起安娜的手机' }).click()
  await page.reload()
  await onTop('贝塔').getByText('主题 dark 字号 1.4 网络 wifi').waitFor()
  await place('安娜').waitFor({ state: 'detached' })
  await page.goto(fixture.server.url)
  await onTop('贝塔').getByText('主题 dark 字号 1.4 网络 wifi').waitFor()
  expect(await page.locator('.place').count()).toBe(1)
})

test('an address for the phone alone opens one phone on the table too', async () => {
  await openTable(wide, `?as=berta&font=1.18&path=${encodeURIComponent('/pages/detail/detail?id=9')}&scene=1007`)
  await onTop('贝塔').getByText('编号 9').waitFor()
  await onTop('贝塔').getByText('场景 1007').waitFor()
  expect(await page.locator('.place').count()).toBe(1)
})

test('a card goes to the chosen chat, drops down there, counts as unseen, and opens as a card does', async () => {
  await openTable()
  await onTop('贝塔').getByText('计数：0').waitFor()
  await phone('安娜').locator('#dots').click()
  await phone('安娜').getByRole('button', { name: '转发给朋友' }).click()
  await phone('安娜').getByRole('radio', { name: '贝塔' }).click()
  await phone('安娜').getByRole('button', { name: '发送' }).click()
  await place('贝塔').getByText('1 条没看').waitFor()
  await phone('贝塔').locator('.banner').click()
  const picture = phone('贝塔').locator('.bubble-card img')
  const width = await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
  expect(width).toBeGreaterThan(0)
  await phone('贝塔').getByRole('button', { name: '来看看' }).click()
  await onTop('贝塔').getByText('编号 5').waitFor()
  await onTop('贝塔').getByText('场景 1007').waitFor()
  await place('贝塔').getByText('条没看').waitFor({ state: 'detached' })
})

test('a card for the family is in everyone’s chat, and opens as from a group; who sent it sees it too', async () => {
  await openTable()
  await onTop('贝塔').getByText('计数：0').waitFor()
  await phone('安娜').locator('#dots').click()
  await phone('安娜').getByRole('button', { name: '转发给朋友' }).click()
  await phone('安娜').getByRole('button', { name: '发送' }).click()
  await place('贝塔').getByText('条没看').click()
  await phone('贝塔').locator('.chat', { hasText: '一家人' }).click()
  await phone('贝塔').getByRole('button', { name: '来看看' }).last().click()
  await onTop('贝塔').getByText('场景 1008').waitFor()
  await phone('安娜').locator('#ring').click()
  await phone('安娜').locator('.chat', { hasText: '[小程序] 来看看' }).first().waitFor()
})

test('a card is kept for somebody whose phone is not on the table', async () => {
  await openTable(wide, '?p=anna')
  await onTop('安娜').getByText('计数：0').waitFor()
  await phone('安娜').locator('#dots').click()
  await phone('安娜').getByRole('button', { name: '转发给朋友' }).click()
  await phone('安娜').getByRole('radio', { name: '贝塔' }).click()
  await phone('安娜').getByRole('button', { name: '发送' }).click()
  await page.getByRole('button', { name: '添一部手机' }).click()
  await place('贝塔')
    .getByText(/条没看/)
    .click()
  await phone('贝塔').locator('.chat', { hasText: '安娜' }).click()
  await phone('贝塔').getByRole('button', { name: '来看看' }).last().click()
  await onTop('贝塔').getByText('编号 5').waitFor()
})

test('without a network no card goes off, and she is told', async () => {
  await openTable(wide, '?p=anna*offline')
  await onTop('安娜').getByText('计数：0').waitFor()
  await phone('安娜').locator('#dots').click()
  await phone('安娜').getByRole('button', { name: '转发给朋友' }).click()
  await phone('安娜').getByRole('button', { name: '发送' }).click()
  await phone('安娜').getByText('没有发出去，请检查网络').waitFor()
})

test('a page is put into Moments, and opened there it is one page to read', async () => {
  await openTable(wide, `?as=anna&path=pages/single/single`)
  await phone('安娜').locator('#dots').click()
  await phone('安娜').getByRole('button', { name: '分享到朋友圈' }).click()
  await phone('安娜').getByText('已发到朋友圈').waitFor()
  await page.getByRole('button', { name: '添一部手机' }).click()
  await phone('贝塔').locator('#ring').click()
  await phone('贝塔').locator('.chat', { hasText: '朋友圈' }).click()
  await phone('贝塔').getByRole('button', { name: '单页' }).last().click()
  await onTop('贝塔').getByText('编号 8 场景 1154 种类 browseOnly').waitFor()
})

test('a phone set to Moments opens its page so, and goes on to the mini-program by the bar', async () => {
  await openTable(wide, '?as=anna&path=pages/single/single?id=4')
  await onTop('安娜').getByText('编号 4 场景 1001').waitFor()
  await set('安娜')
  await page.getByRole('switch', { name: '从朋友圈打开' }).click()
  await onTop('安娜').getByText('编号 4 场景 1154').waitFor()
  expect(page.url()).toContain('moments')
  await page.locator('h1').click()
  await phone('安娜').getByRole('button', { name: '前往小程序' }).click()
  await onTop('安娜').getByText('编号 4 场景 1155').waitFor()
  await page.waitForFunction(() => !location.search.includes('moments'))
})

test('a service notification drops down on its phone only, stands in its chats, and opens its page', async () => {
  await openTable()
  await onTop('安娜').getByText('计数：0').waitFor()
  await onTop('贝塔').getByText('计数：0').waitFor()
  await page.waitForTimeout(300)
  const data = { thing1: '义诊改期' }
  fixture.cloud.send({ openid: 'anna', templateId: 't1', page: 'pages/detail/detail?id=3', data })
  await phone('安娜').locator('.banner', { hasText: '义诊改期' }).waitFor()
  expect(await phone('贝塔').locator('.banner').count()).toBe(0)
  await place('安娜').getByText('1 条没看').click()
  await phone('安娜').locator('.chat', { hasText: '服务通知' }).click()
  await phone('安娜').getByText('义诊改期').last().click()
  await onTop('安娜').getByText('编号 3').waitFor()
  await onTop('安娜').getByText('场景 1014').waitFor()
})

test('a code that one phone shows is scanned by the other', async () => {
  const { data } = encode('7C:C:a:in', { border: 4, ecc: 'M' })
  const picture = `data:image/png;base64,${squarePng(data, 8)}`
  const path = `pages/device/device?code=${encodeURIComponent(picture)}`
  await openTable(wide, `?as=anna&path=${encodeURIComponent(path)}`)
  await onTop('安娜').locator('wx-image img').waitFor()
  await page.waitForFunction(() => window.__phone?.codes().length === 1)
  await page.getByRole('button', { name: '添一部手机' }).click()
  await onTop('贝塔').getByText('计数：0').waitFor()
  await phone('贝塔').locator('#ring').click()
  await phone('贝塔').locator('.chats').getByText('扫一扫').click()
  await phone('贝塔').getByRole('button', { name: '安娜的手机 正在显示' }).click()
  await phone('贝塔').getByText('这不是小程序码').waitFor()
  await phone('贝塔').getByText('7C:C:a:in').waitFor()
})

test('an error of the app stands in red under its own phone until it is put away', async () => {
  await openTable(wide, '?as=anna&path=/pages/broken/broken')
  await page.getByRole('button', { name: '添一部手机' }).click()
  await onTop('安娜').getByText('抛错').click()
  await place('安娜').getByRole('alert').getByText('坏在这里').first().waitFor()
  expect(await place('贝塔').getByRole('alert').count()).toBe(0)
  await place('安娜').getByRole('button', { name: '知道了' }).click()
  expect(await place('安娜').getByRole('alert').count()).toBe(0)
})

test('a narrow window shows one phone, without a case, and tabs lead to the others, which run on', async () => {
  await openTable(narrow)
  await onTop('安娜').getByText('加一').click()
  await onTop('安娜').getByText('计数：1').waitFor()
  expect((await place('安娜').locator('.screen').boundingBox())?.width).toBe(400)
  expect(await place('贝塔').isVisible()).toBe(false)
  await page.getByRole('tab', { name: /贝塔/ }).click()
  await onTop('贝塔').getByText('计数：0').waitFor()
  expect(await place('安娜').isVisible()).toBe(false)
  await page.getByRole('tab', { name: /安娜/ }).click()
  await onTop('安娜').getByText('计数：1').waitFor()
})
