import { goOn, spokenOn } from './device'
import { useFixture } from './fixture'
import type { Phone, PhoneOpening } from './harness'

const fixture = useFixture()
let phone: Phone
const open = async (opening: Partial<PhoneOpening> = {}) => {
  phone = await fixture.open({ path: 'pages/single/single?id=3', ...opening })
}

afterEach(async () => expect(await phone.errors()).toEqual([]))

describe('a page opened in Moments', () => {
  test('is told so, and shows a bar that opens the same page in the mini-program', async () => {
    await open({ scene: 1154 })
    await phone.see('编号 3 场景 1154 种类 browseOnly')
    await goOn(phone)
    await phone.see('编号 3 场景 1155 种类 default')
    expect(await phone.page.locator('.single-bar').count()).toBe(0)
  })

  test('names nobody to the cloud', async () => {
    await open({ scene: 1154 })
    await phone.tap('问云')
    await phone.see('{"named":""}')
    await phone.restart({ scene: 1007 })
    await phone.tap('问云')
    await phone.see('{"named":"anna"}')
  })

  test.each([
    ['去别页', 'navigateTo:fail'],
    ['登录', 'login:fail'],
    ['打电话', 'makePhoneCall:fail'],
  ])('%s is refused, and says where it is possible', async (button, refusal) => {
    await open({ scene: 1154 })
    await phone.tap(button)
    await phone.see('请前往小程序使用完整服务')
    await phone.see(refusal)
    await phone.at('pages/single/single')
  })

  test.each(['转发', '链接'])('%s does nothing', async (target) => {
    await open({ scene: 1154 })
    await phone.tap(target)
    await phone.see('请前往小程序使用完整服务')
    await phone.at('pages/single/single')
    expect(await phone.page.locator('.share').count()).toBe(0)
  })

  test('keeps what it stores apart', async () => {
    await open({ scene: 1154 })
    await phone.tap('记住')
    await phone.see('setStorage:ok')
    await phone.restart({ scene: 1007 })
    await phone.tap('想起')
    await phone.see('data not found')
    await phone.restart({ scene: 1154 })
    await phone.tap('想起')
    await phone.see('单页')
  })

  test('has no tab bar', async () => {
    await open({ scene: 1154, path: 'pages/home/home' })
    await phone.see('计数：0')
    expect(await phone.page.locator('#tabs').isVisible()).toBe(false)
  })
})

describe('reading aloud', () => {
  const once = { path: 'pages/single/single?id=1' }

  test('says the text, and tells when it begins and ends', async () => {
    await open(once)
    await phone.tap('读给我听')
    await phone.see('0后天上午九点')
    await phone.see('听到 Play Ended')
    expect(await spokenOn(phone)).toEqual(['后天上午九点，在活动室。'])
  })

  test('can be held, gone on with, and stopped', async () => {
    await open({ path: 'pages/single/single?id=20' })
    await phone.tap('读给我听')
    await phone.see('听到 Play')
    await phone.tap('停一停')
    await phone.tap('接着读')
    await phone.tap('不听了')
    await phone.see('听到 Play Pause Play Stop')
    expect(await spokenOn(phone)).toHaveLength(1)
  })

  test('is refused without a network, and for more than WeChat takes', async () => {
    await open({ ...once, offline: true })
    await phone.tap('读给我听')
    await phone.see('-20005')
    await phone.set({ offline: false })
    await phone.tap('读太长的')
    await phone.see('-20002')
    expect(await spokenOn(phone)).toEqual([])
  })

  test('a sound that is not there fails, a plugin that is not declared is not there', async () => {
    await open()
    await phone.tap('放一个没有的')
    await phone.see('听到 Play Error')
    await phone.tap('没有的插件')
    await phone.see('plugin "nobody" is not defined')
  })
})
