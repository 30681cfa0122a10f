import type { Phone, PhoneOpening } from './harness'
import { useFixture } from './fixture'

const fixture = useFixture()
let phone: Phone
const open = async (opening: Partial<PhoneOpening> = {}) => {
  phone = await fixture.open(opening)
}
/** Every test ends with nothing gone wrong, unless it is about what goes wrong. */
const expectNoErrors = async () => expect(await phone.errors()).toEqual([])

describe('what a page shows and does', () => {
  beforeEach(() => open())
  afterEach(expectNoErrors)

  test('templates, wxs and components are drawn', async () => {
    await phone.see('计数：0')
    await phone.see('「来自 wxs」')
    await phone.see('部件 0')
    expect(fixture.server.warnings).toEqual([])
  })

  test('a tap reaches its handler and setData the page', async () => {
    await phone.tap('加一')
    await phone.tap('#add')
    await phone.see('计数：2')
  })

  test('a component draws its own setData and tells its page', async () => {
    await phone.tap('.own-count')
    await phone.see('部件 1')
    await phone.see('部件说 1')
  })

  test('events bubble, catch stops them, and what a handler returns does not', async () => {
    await phone.tap('里面')
    await phone.see('记下：里外')
    await phone.tap('停住')
    await phone.see('记下：里外停')
    await phone.notSee('里外停外')
  })

  test('a finger held down is a long press and no tap', async () => {
    await phone.longPress('按住我')
    await phone.see('记下：长按')
  })

  test('where nobody waits for a long press, a slow finger taps', async () => {
    await phone.longPress('里面')
    await phone.see('记下：里外')
  })

  test('rpx follow the width of the phone, and pictures come from the dist', async () => {
    await phone.see('图 81')
    const width = await phone.page.frameLocator('.page[data-active] > iframe').locator('#wide').boundingBox()
    expect(width?.width).toBe(195)
  })

  test('a function of the cloud is called as the person who holds the phone', async () => {
    await phone.tap('加一')
    await phone.tap('问云')
    await phone.see('云说 anna 1')
  })

  test('the end of the page is reported once each time it is reached', async () => {
    await phone.see('第 30 行')
    await phone.scrollToBottom()
    await phone.see('到底 1')
  })

  test('a finger that pulls the page down refreshes it, and the API lets it go', async () => {
    await phone.see('第 30 行')
    await phone.pull()
    await phone.see('拉了 1 次')
    await phone.page.locator('.page:not([data-pulled])').waitFor()
  })

  test('setData is written down with its bytes, and the page with its size', async () => {
    await phone.see('第 30 行')
    const budget = await phone.budget()
    expect(budget.route).toBe('pages/home/home')
    expect(budget.firstBytes).toBeGreaterThan(50)
    expect(budget.nodes).toBeGreaterThan(50)
    expect(budget.depth).toBeGreaterThan(2)
    expect(budget.marks.firstSetData).toBeGreaterThan(0)
  })
})
