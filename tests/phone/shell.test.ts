import type { BrowserContext, Page } from 'playwright-core'
import { encode } from 'uqr'
import { squarePng } from '../../src/ui/square-png'
import { useFixture } from './fixture'

const fixture = useFixture()
let context: BrowserContext
let page: Page

/** Opens the address a person opens: the phone in its frame with everything beside it. */
async function openShell(size: { width: number; height: number }, search = ''): Promise<void> {
  context = await fixture.browser.newContext({ viewport: size, reducedMotion: 'reduce', locale: 'zh-CN' })
  page = await context.newPage()
  page.setDefaultTimeout(5000)
  await page.goto(`${fixture.server.url}${search}`)
}

const phone = () => page.frameLocator('#screen')
const onTop = () => phone().frameLocator('.page[data-active] > iframe')

afterEach(() => context.close())

test('the first person holds the phone, and a click hands it to another', async () => {
  await openShell({ width: 1280, height: 800 })
  await onTop().getByText('问云').click()
  await onTop().getByText('云说 anna 0').waitFor()
  await page.getByRole('radio', { name: /贝塔/ }).click()
  await onTop().getByText('问云').click()
  await onTop().getByText('云说 berta 0').waitFor()
  expect(page.url()).toContain('as=berta')
})

test('dark mode and the network change while the app runs, the font size starts it anew', async () => {
  await openShell({ width: 1280, height: 800 })
  await onTop().getByText('主题 light 字号 1 网络 wifi').waitFor()
  await page.getByRole('switch', { name: '深色模式' }).click()
  await page.getByRole('switch', { name: '断开网络' }).click()
  await onTop().getByText('主题 dark 字号 1 网络 none').waitFor()
  await page.getByRole('radio', { name: '关怀' }).click()
  await onTop().getByText('主题 dark 字号 1.75 网络 none').waitFor()
})

test('a service notification comes down on the phone and stands beside it; a tap opens its page', async () => {
  await openShell({ width: 1280, height: 800 }, '?as=anna')
  await onTop().getByText('计数：0').waitFor()
  await page.waitForTimeout(300)
  fixture.cloud.send({
    openid: 'anna',
    templateId: 't1',
    page: 'pages/detail/detail?id=3',
    data: { thing1: '义诊改期' },
  })
  await phone().locator('.banner').waitFor()
  await page.locator('#messages').getByText('义诊改期').click()
  await onTop().getByText('编号 3').waitFor()
})

test('a card that was sent stands beside the phone and opens as a card does', async () => {
  await openShell({ width: 1280, height: 800 })
  await phone().locator('#dots').click()
  await phone().getByRole('button', { name: '转发给朋友' }).click()
  await phone().getByRole('button', { name: '发送' }).click()
  await page.locator('#cards').getByText('来看看').click()
  await onTop().getByText('编号 5').waitFor()
  await onTop().getByText('场景 1007').waitFor()
})

test('an error of the app is shown in red with its stack', async () => {
  await openShell({ width: 1280, height: 800 }, '?path=/pages/broken/broken')
  await onTop().getByText('抛错').click()
  await page.locator('#errors').getByText('坏在这里').waitFor()
})

test('a code that was shown can be scanned after the phone was handed over', async () => {
  const { data } = encode('7C:C:a:in', { border: 4, ecc: 'M' })
  const picture = `data:image/png;base64,${squarePng(data, 8)}`
  const path = `pages/device/device?code=${encodeURIComponent(picture)}`
  await openShell({ width: 1280, height: 800 }, `?as=anna&path=${encodeURIComponent(path)}`)
  await onTop().locator('wx-image img').waitFor()
  await page.waitForFunction(() => window.__phone?.codes().length === 1)
  await page.getByRole('radio', { name: /贝塔/ }).click()
  await onTop().getByText('计数：0').waitFor()
  await phone().locator('#ring').click()
  await phone().locator('.chats').getByText('扫一扫').click()
  await phone().getByRole('button', { name: '安娜的手机 刚才显示过' }).click()
  await phone().getByText('这不是小程序码').waitFor()
  await phone().getByText('7C:C:a:in').waitFor()
})

test('a narrow window is all phone, and the ring leads to what stands beside it', async () => {
  await openShell({ width: 400, height: 800 })
  await onTop().getByText('计数：0').waitFor()
  expect((await page.locator('#screen').boundingBox())?.width).toBe(400)
  await phone().locator('#ring').click()
  await phone().getByText('换个人拿手机').click()
  await page.getByRole('radio', { name: /贝塔/ }).click()
  await onTop().getByText('计数：0').waitFor()
})
