// The lane without lights, the whole way on the phones of all whom it concerns: reported, looked at, whistled for, declined,
// sent to others, five lamps, confirmed, and on the public list without her name.
import type { CaseCard, CaseView } from '../../cloudfunctions/core/contract'
import { openidOf } from '../../local/demo/cast'
import { App } from './app'
import { choose } from './device'
import { activePage } from './find'
import type { Phone } from './harness'

const ask = '/packages/case/pages/ask/index?service=wish'
const casePage = '/packages/case/pages/case/index'
const inbox = '/packages/casedesk/pages/inbox/index'
const unitDesk = (id: string) => `/packages/casedesk/pages/unit/index?id=${id}`
const messages = '/packages/me/pages/messages/index'
const done = '/packages/case/pages/done/index'

const words = '去车棚的小路一盏灯都没有，下夜班推车摸黑'
const title = '去车棚的小路一盏灯都没有'
const looked = '看过了，六十米的小路，要立五盏灯'
const declined = '这条路没有接线的地方，要用太阳能灯'
const resolved = '五盏太阳能灯都立好了，天一黑自己亮'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** Puts a picture to what is being written, and waits until it is there. */
async function putPicture(phone: Phone, picture: string): Promise<void> {
  await phone.tap('加照片')
  await choose(phone, picture)
  await activePage(phone.page).getByLabel('看第 1 张照片').waitFor()
  await phone.notSee('张在传')
}

/** Reads that it was told, and opens what it was told of. */
async function openMessage(phone: Phone, told: string): Promise<void> {
  await phone.restart({ path: messages })
  await phone.tap(told)
  await phone.at(casePage)
}

test('a lane without lights: report → look → whistle → decline → re-dispatch → five lamps → confirmed → public list', async () => {
  // She reports it, with a picture.
  const asker = await app.phone('梁文娟', { path: ask })
  await asker.tap('门前屋后')
  await asker.type('您盼着什么', words)
  await asker.pick('小区', '柳荫里')
  await asker.type('比如 3 号楼后面的巷子', '车棚小路')
  await putPicture(asker, '广场')
  await asker.tap('许个心愿')
  await asker.tap('有进展，微信告诉我')
  await asker.consent('允许')
  await asker.at(casePage)
  await asker.see('有人来看')
  const { id = '' } = await asker.query()

  // A neighbour has the same trouble, and does not learn whose wish it is.
  const neighbour = await app.phone('苏桂兰', { path: `${casePage}?id=${id}` })
  await neighbour.see(words)
  await neighbour.notSee('梁文娟')
  await neighbour.tap('我也是')
  await neighbour.consent('允许')
  await neighbour.see('不用告诉我')

  // The grid worker looks on site, and whistles: which unit, and off it goes.
  const worker = await app.phone('贺小满', { path: inbox })
  await worker.tap(title)
  await worker.at(casePage)
  await worker.see('梁文娟')
  await worker.tap('更多')
  await worker.tap('看过现场')
  await worker.type('比如 60 米的巷子，要 5 盏灯', looked)
  await putPicture(worker, '广场')
  await worker.tap('记下')
  await worker.see(looked)
  await worker.restart({ path: inbox })
  await worker.tap(`派单，${title}`)
  await worker.tap('县供电所')
  await worker.tap('派给 县供电所')
  await worker.see('派出去了')

  // The unit cannot do it, and says why.
  const unit = await app.phone('秦卫东', { path: unitDesk('power') })
  await unit.tap(`退单，${title}`)
  await unit.type('比如 这段灯归城管，不归我们', declined)
  await unit.tap('.sheet .btn--line')
  await unit.see('退回给社区了')

  // The community sends it to two others jointly.
  await worker.switchTo(openidOf('邵丽萍'), messages)
  await worker.tap('县供电所退单了')
  await worker.at(casePage)
  await worker.see(declined)
  await worker.tap('换个单位派')
  await worker.see('这件事退过单')
  await worker.tap('.picks + .row .link')
  await worker.tap('县红十字会')
  await worker.tap('几家一起')
  await worker.tap('柳荫物业')
  await worker.tap('派给 2 家，县红十字会牵头')
  await worker.see('派出去了')

  // Accepted, and done: five lamps.
  await unit.switchTo('o-demo-unit-red-cross-1', unitDesk('red-cross'))
  await unit.tap(`接单，${title}`)
  await unit.see('接下了')
  await unit.tap('在办')
  await openMessage(asker, '开始办了')
  await asker.see('县红十字会')
  await unit.tap(title)
  await unit.at(casePage)
  await unit.tap('办好了')
  await unit.type('比如 5 盏灯都装好了，天一黑就亮', resolved)
  await putPicture(unit, '手工')
  await unit.tap('.sheet .btn')
  await unit.see('等提的人点头')

  // She says so herself, with stars. What she was told of it before is folded below.
  await asker.restart({ path: messages })
  await asker.see('圆好了')
  await asker.tap('前面还有')
  await asker.see(`「${title}」派给县供电所了`)
  await asker.see(`「${title}」派给县红十字会了`)
  await asker.tap('圆好了')
  await asker.at(casePage)
  await asker.see(resolved)
  await asker.see('办好以后的照片')
  await asker.tap('好了，点头')
  await asker.tap('很满意')
  await asker.tap('好了，办结')
  await asker.consent('允许')
  await asker.see('5 颗星')
  const { steps, stars, outcome } = await app.call<CaseView>('梁文娟', 'case.get', { id })
  expect({ stars, outcome }).toEqual({ stars: 5, outcome: 'done' })
  const way = ['begin', 'look', 'dispatch', 'decline', 'dispatch', 'accept', 'resolve', 'confirm']
  expect(steps.map(({ move }) => move)).toEqual(way)

  // The neighbour is told that it shines.
  await openMessage(neighbour, '办成了')
  await neighbour.see('心愿圆了')
  await neighbour.notSee('梁文娟')

  // It stands on the public list, with before and after, without her name.
  await neighbour.restart({ path: done })
  await neighbour.see(title)
  await neighbour.see('原来')
  await neighbour.see('现在')
  await neighbour.notSee('梁文娟')
  const { items } = await app.call<{ items: CaseCard[] }>('何玉珍', 'case.list', {
    communityId: 'liuwan',
    which: 'done',
  })
  const shown = items.find((card) => card.id === id)
  expect(shown).toMatchObject({ asker: '一位邻居', stars: 5 })
  for (const address of [shown?.before ?? '', shown?.after ?? '']) expect((await fetch(address)).ok).toBe(true)
  expect(JSON.stringify(items)).not.toContain('梁文娟')
}, 150_000)
