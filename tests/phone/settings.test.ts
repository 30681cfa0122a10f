import type { Phone, PhoneOpening } from './harness'
import { useFixture } from './fixture'

const fixture = useFixture()
let phone: Phone
const open = async (opening: Partial<PhoneOpening> = {}) => {
  phone = await fixture.open(opening)
}
/** Every test ends with nothing gone wrong, unless it is about what goes wrong. */
const expectNoErrors = async () => expect(await phone.errors()).toEqual([])

describe('settings and people', () => {
  test('what one person stores, another does not find', async () => {
    await open()
    await phone.tap('记住我')
    await phone.see('记着 我的')
    await phone.switchTo('berta')
    await phone.see('计数：0')
    await phone.notSee('记着 我的')
    await phone.tap('问云')
    await phone.see('云说 berta 0')
    await phone.switchTo('anna')
    await phone.see('记着 我的')
    await expectNoErrors()
  })

  test('dark mode changes theme, bars and styles at once', async () => {
    await open()
    await phone.see('主题 light')
    await phone.set({ dark: true })
    await phone.see('主题 dark')
    const body = phone.page.frameLocator('.page[data-active] > iframe').locator('body')
    expect(await body.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(22, 20, 17)')
    const bar = phone.page.locator('.page[data-active] .bar')
    expect(await bar.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(22, 20, 17)')
    await expectNoErrors()
  })

  test('the font size is told to the app', async () => {
    await open({ font: 1.75, dark: true })
    await phone.see('主题 dark 字号 1.75')
    await expectNoErrors()
  })

  test('without a network calls fail as on a phone, and the app is told', async () => {
    await open()
    await phone.see('网络 wifi')
    await phone.set({ offline: true })
    await phone.see('网络 none')
    await phone.tap('问云')
    await phone.see('cloud.callFunction:fail')
    await phone.set({ offline: false })
    await phone.tap('问云')
    await phone.see('云说 anna 0')
    await expectNoErrors()
  })

  test('messages of who holds the phone can be read', async () => {
    await open()
    fixture.cloud.send({ openid: 'anna', templateId: 't1', page: 'pages/detail/detail?id=3', data: { thing1: '义诊' } })
    fixture.cloud.send({ openid: 'berta', templateId: 't1', data: { thing1: '别人的' } })
    expect((await phone.messages()).map((message) => message.data)).toEqual([{ thing1: '义诊' }])
  })

  test('a phone can start at another time, which then goes on', async () => {
    await open({ now: Date.parse('2026-11-22T08:20:00+08:00') })
    await phone.tap('加一')
    await phone.see('计数：1')
    expect(await phone.page.locator('#clock').textContent()).toBe('8:20')
    await expectNoErrors()
  })
})
