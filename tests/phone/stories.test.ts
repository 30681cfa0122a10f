// Visitors are walked through the stories of what is asked for: each step is seen by itself, on the real pages.
import { App } from './app'
import type { Phone } from './harness'
import type { TableOfPhones } from './table'

const [resident, leader, worker, electrician] = ['梁文娟', '苏桂兰', '邵丽萍', '秦卫东'] as const
const casePage = 'packages/case/pages/case/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** The card beside the phones that says what to tap. */
const stepOf = (table: TableOfPhones) => table.page.getByRole('region', { name: '跟着走一遍' })

/** Taps what is expected next, says how it was done, in the open sheet, and sends it. */
async function resolve(phone: Phone, words: string): Promise<void> {
  await phone.see('更多')
  await phone.tap('.bar .btn:last-child')
  await phone.type('比如 5 盏灯都装好了，天一黑就亮', words)
  await phone.tap('.sheet .btn')
}

test('a visitor walks a wish all the way round: said, offered to neighbours, taken, done, confirmed', async () => {
  const table = await app.table([resident, worker, leader])
  const step = stepOf(table)
  const begin = table.page.getByRole('button', { name: /一个心愿走一圈/ })
  await table.entering(resident, () => begin.click())
  const hers = table.phone(resident)
  await step.getByText('点「许个心愿」').waitFor()
  await hers.tap('许个心愿')
  await hers.tap('微心愿')
  await hers.tap('想学点什么')
  await hers.type('您盼着什么', '想有人教我用手机挂号')
  await hers.pick('小区', '柳荫里')
  await table.entering(worker, () => hers.tap('许个心愿'))

  await step.getByText('这是社区事务台').waitFor()
  expect(await table.place(worker).getAttribute('class')).toContain('is-wanted')
  const desk = table.phone(worker)
  await desk.tap('派单，想有人教我用手机挂号')
  await desk.tap('请邻居认领')
  await table.entering(leader, () => desk.tap('.sheet .btn'))

  await step.getByText('点「我来帮」').waitFor()
  const helper = table.phone(leader)
  await helper.tap('想有人教我用手机挂号')
  await helper.at(casePage)
  await helper.tap('我来帮')
  await helper.tap('接下来，我去')
  await helper.consent('允许')
  await step.getByText('帮完了，点「办好了」').waitFor()
  await table.entering(resident, () => resolve(helper, '教会了，自己挂上了号'))

  await step.getByText('点「好了，点头」').waitFor()
  await hers.at(casePage)
  await hers.tap('好了，点头')
  await hers.tap('很满意')
  await hers.tap('好了，办结')
  await hers.consent('允许')
  await step.getByText('从一句话到办成').waitFor()
}, 120_000)

test('a visitor walks a call through dispatch: written down, sent to the unit, accepted, done, asked about', async () => {
  const table = await app.table([worker, electrician])
  const step = stepOf(table)
  const begin = table.page.getByRole('button', { name: /社区派单/ })
  await table.entering(electrician, () => table.entering(worker, () => begin.click()))
  const desk = table.phone(worker)
  await desk.tab('我的')
  await desk.tap('社区事务台')
  await step.getByText('点「电话登记」').waitFor()
  await desk.tap('电话登记')
  await desk.type('何奶奶', '何奶奶')
  await desk.type('什么事', '门口的路灯三天没亮了')
  await desk.tap('诉求吹哨')
  await desk.tap('路灯')
  await desk.tap('柳荫里')
  await desk.tap('记下')
  await step.getByText('点「现在就派单」').waitFor()
  await desk.tap('现在就派单')
  await desk.tap('县供电所')
  await table.entering(electrician, () => desk.tap('派给 县供电所'))

  await step.getByText('点「接单」').waitFor()
  const unit = table.phone(electrician)
  await table.entering(electrician, () => unit.tap('接单，门口的路灯三天没亮了'))
  await step.getByText('写一句办成什么样').waitFor()
  await unit.at(casePage)
  await table.entering(worker, () => resolve(unit, '换了灯头，亮了'))

  await step.getByText('点「问满不满意」').waitFor()
  await desk.at(casePage)
  await desk.tap('问满不满意')
  await desk.tap('很满意')
  await desk.tap('.sheet__foot .btn')
  await step.getByText('一个电话，一张派单').waitFor()
}, 120_000)

test('a phone can be handed to those who do the work: the grid worker, the unit, the mediator', async () => {
  const table = await app.table([resident])
  const phone = table.phone(resident)
  const switchTo = async (holder: string, name: string, line: string) => {
    await table.page.getByRole('button', { name: `${holder}拿着，换个人` }).click()
    const choice = table.page.getByRole('radio', { name: new RegExp(name) })
    expect(await choice.textContent()).toContain(line)
    await table.entering(resident, () => choice.click())
    await phone.tab('我的')
  }
  await switchTo(resident, '贺小满', '网格员')
  await phone.see('社区事务台')
  await switchTo('贺小满', electrician, '包联单位')
  await phone.see('单位事务台')
  await switchTo(electrician, '方明远', '调解员')
  await phone.see('单位事务台')
})
