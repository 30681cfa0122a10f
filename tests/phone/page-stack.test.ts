import type { Phone, PhoneOpening } from './harness'
import { useFixture } from './fixture'

const fixture = useFixture()
let phone: Phone
const open = async (opening: Partial<PhoneOpening> = {}) => {
  phone = await fixture.open(opening)
}
/** Every test ends with nothing gone wrong, unless it is about what goes wrong. */
const expectNoErrors = async () => expect(await phone.errors()).toEqual([])

describe('going from page to page', () => {
  beforeEach(() => open())
  afterEach(expectNoErrors)

  test('a page gets its query, tells what it hears, and back leads where one came from', async () => {
    await phone.tap('去详情')
    await phone.see('编号 9 名 一 场景 1001')
    await phone.see('来过：载现好')
    await phone.back()
    await phone.see('计数：0')
    expect(await phone.route()).toBe('pages/home/home')
  })

  test('the opener and the opened page talk through their channel', async () => {
    await phone.tap('带话去详情')
    await phone.see('听到 捎的话')
    await phone.tap('回话')
    await phone.see('回话 收到')
  })

  test('tabs keep their pages, and a sub-package page can draw its own bar', async () => {
    await phone.tap('加一')
    await phone.tab('表单')
    await phone.see('交上去')
    await phone.tab('首页')
    await phone.see('计数：1')
    await phone.tap('去详情')
    await phone.tap('再深一层')
    await phone.see('深处')
    expect(await phone.page.locator('.page[data-active] .bar').isVisible()).toBe(false)
    await phone.back()
    await phone.see('来过：载现好藏现')
    await phone.tap('回首页标签')
    await phone.see('交上去')
    expect(await phone.page.evaluate(() => window.__phone.routes())).toEqual(['pages/form/form'])
  })

  test('a link opens its page with its scene, and the way home is offered', async () => {
    await phone.restart({ path: '/pages/detail/detail?id=77', scene: 1007 })
    await phone.see('编号 77')
    await phone.see('场景 1007')
    await phone.page.locator('#home').tap()
    await phone.see('计数：0')
  })

  test('the bottom of a page keeps clear of the home indicator', async () => {
    await phone.tap('去详情')
    const frame = phone.page.frameLocator('.page[data-active] > iframe')
    const padding = await frame.locator('#safe').evaluate((element) => getComputedStyle(element).paddingBottom)
    expect(padding).toBe('34px')
  })
})
