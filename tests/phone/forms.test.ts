import type { Phone, PhoneOpening } from './harness'
import { useFixture } from './fixture'

const fixture = useFixture()
let phone: Phone
const open = async (opening: Partial<PhoneOpening> = {}) => {
  phone = await fixture.open(opening)
}
/** Every test ends with nothing gone wrong, unless it is about what goes wrong. */
const expectNoErrors = async () => expect(await phone.errors()).toEqual([])

describe('forms', () => {
  beforeEach(() => open({ path: 'pages/form/form' }))
  afterEach(expectNoErrors)

  test('an input shows what the app answers, and Enter confirms', async () => {
    await phone.type('你的名字', '何玉珍奶奶')
    await phone.see('叫 何玉珍奶')
    const field = phone.page.frameLocator('.page[data-active] > iframe').locator('.name input')
    await expect(field.inputValue()).resolves.toBe('何玉珍奶')
    await field.press('Enter')
    await phone.see('确认 何玉珍奶')
  })

  test('pickers choose by touch', async () => {
    await phone.pick('水果：桃', '李')
    await phone.see('水果：李')
    await phone.pick('日子：2026-11-22', '2027-02-28')
    await phone.see('日子：2027-02-28')
    await phone.pick('时刻：09:00', '16:30')
    await phone.see('时刻：16:30')
    await phone.pick('两列：0,0', ['乙', '五'])
    await phone.see('两列：1,1')
  })

  test('pickers choose by keyboard and can be left', async () => {
    await phone.tap('水果：桃')
    await phone.page.getByRole('listbox').press('ArrowDown')
    await phone.page.getByRole('button', { name: '确定' }).tap()
    await phone.see('水果：杏')
    await phone.tap('水果：杏')
    await phone.page.keyboard.press('Escape')
    await phone.see('水果：杏')
  })

  test('everything named is in the submitted form, and reset empties it', async () => {
    await phone.type('你的名字', '小明')
    await phone.type('.memo', '备注')
    await phone.tap('来不来')
    await phone.see('来\n')
    await phone.tap('右')
    await phone.see('边 right')
    await phone.tap('周六')
    await phone.tap('周日')
    await phone.see('天 sat+sun')
    await phone.tap('交上去')
    await phone.see('交了 {')
    const said = (await phone.text()).split('交了 ')[1]?.split('\n')[0] ?? ''
    expect(JSON.parse(said)).toEqual({
      name: '小明',
      memo: '备注',
      come: true,
      fruit: 0,
      side: 'right',
      days: ['sat', 'sun'],
    })
    await phone.tap('重填')
    await phone.see('重填了')
    await phone.see('说两句')
  })

  test('scroll views reach their end and swipers change', async () => {
    const frame = phone.page.frameLocator('.page[data-active] > iframe')
    await frame.locator('.wx-scroll').evaluate((view) => view.scrollTo({ left: 900 }))
    await phone.see('横到头 1')
    await phone.tap('下一张')
    await phone.see('在 1 号')
  })

  test('rich text keeps words and drops scripts', async () => {
    await phone.see('粗的')
    await phone.notSee('alert')
  })
})
