// The desks on several phones: a case is sent to a unit in two taps, declined, sent again and taken; a call is written
// down; what partners lend is listed, ended and put back; the county sees what is late.
import { App } from './app'
import type { Phone } from './harness'

const inbox = '/packages/casedesk/pages/inbox/index'
const dispatch = '/packages/casedesk/pages/dispatch/index'
const enter = '/packages/casedesk/pages/enter/index'
const unit = '/packages/casedesk/pages/unit/index'
const county = '/packages/casedesk/pages/county/index'
const lists = '/packages/casedesk/pages/lists/index'
const resource = '/packages/casedesk/pages/resource/index'
const project = '/packages/casedesk/pages/project/index'

/** The compound that 贺小满 looks after. */
const liuyinli = 'liuwan-3'
const hour = 3_600_000

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** A neighbour asks beside the phones; answers with the id. */
async function asked(key: string, words: string, more: object = {}): Promise<string> {
  const what = { key, service: 'whistle', topic: 'light', communityId: 'liuwan', compoundId: liuyinli }
  const { id } = await app.call<{ id: string }>('苏桂兰', 'case.ask', { ...what, words, ...more })
  return id
}

interface Seen {
  state: string
  level: string
  units: { name: string; isLead: boolean; state: string }[]
}
const seen = (id: string, by = '邵丽萍') => app.call<Seen>(by, 'case.get', { id })

/** Nothing of what is on the screen is without role or name, or smaller than a finger. */
async function usable(phone: Phone): Promise<void> {
  const { findings } = await phone.probe()
  expect(findings).toEqual([])
}

test('a grid worker sends a case to a unit in two taps; the unit says no with its reason, and then yes beside another', async () => {
  const words = '楼后的灯杆歪了'
  const id = await asked('two-taps', words)
  const grid = await app.phone('贺小满', { path: '/pages/me/index' })
  await grid.tap('社区事务台')
  await grid.at(inbox)
  await grid.see(words)
  await usable(grid)
  await grid.tap(`派单，${words}`)
  await grid.at(dispatch)
  await grid.see('这类事归他们管')
  await usable(grid)
  await grid.tap('派给 县供电所')
  await grid.at(inbox)
  await grid.notSee(words)
  expect(await seen(id)).toMatchObject({ state: 'dispatched', units: [{ name: '县供电所', state: 'asked' }] })

  const power = await app.phone('秦卫东', { path: '/pages/me/index' })
  await power.tap('单位事务台')
  await power.at(unit)
  await power.see(words)
  await usable(power)
  await power.tap(`退单，${words}`)
  await power.see('原因社区看得到')
  await power.tap('.sheet__foot .btn--line')
  await power.see('写上为什么，社区好另找人')
  await power.tap('要别的单位先来看')
  await power.tap('.sheet__foot .btn--line')
  await power.notSee(words)
  expect(await seen(id)).toMatchObject({ state: 'asked', units: [{ state: 'declined' }] })

  const staff = await app.phone('邵丽萍', { path: `${inbox}?community=liuwan` })
  await staff.tap(`派单，${words}`)
  await staff.at(dispatch)
  await staff.see('这件事退过单')
  await staff.see('退回来了：要别的单位先来看')
  await staff.tap('几家一起')
  await staff.tap('县供电所')
  await staff.tap('请县供电所牵头')
  await staff.tap('1 个工作日')
  await staff.type('可以不写，比如 先去看看要几盏', '物业开门，供电所换杆')
  await staff.tap('派给 2 家，县供电所牵头')
  await staff.at(inbox)
  const again = await seen(id)
  expect(again.state).toBe('dispatched')
  expect(again.units.filter(({ isLead }) => isLead)).toMatchObject([{ name: '县供电所', state: 'asked' }])
  expect(again.units.filter(({ state }) => state === 'asked')).toHaveLength(2)

  await power.pull()
  await power.tap(`接单，${words}`)
  await power.see('没有等着接的')
  await power.tap('.seg__i:nth-child(2)')
  await power.see(words)
  expect((await seen(id)).state).toBe('doing')
}, 120_000)

test('the map of compounds narrows the inbox to one, and in care mode it is a list', async () => {
  await asked('on-the-map', '南门口的灯不亮', { compoundId: 'liuwan-1' })
  await asked('elsewhere', '后门的灯一直闪')
  const staff = await app.phone('邵丽萍', { path: `${inbox}?community=liuwan` })
  await staff.tap('全部')
  await staff.see('后门的灯一直闪')
  await staff.tap('看小区')
  await usable(staff)
  await staff.tap('.map__pin:nth-child(1)')
  await staff.see(/只看.*，点一下看全部/)
  await staff.tap('点一下看全部')
  await staff.notSee('点一下看全部')
  await staff.restart({ font: 1.75 })
  await staff.tap('看小区')
  await staff.see(/柳荫里/)
  await staff.see(/件在办/)
})

test('what a caller said stays on the phone while the network is gone; it is in an elder’s name and sent on at once', async () => {
  const said = { name: '谭素琴', kind: 'elder', born: '1946-03', phone: '', consent: true }
  await app.call('邵丽萍', 'station.enter', { ...said, communityId: 'liuwan', key: 'caller' })
  const phone = await app.phone('邵丽萍', { path: `${inbox}?community=liuwan` })
  await phone.tap('电话登记')
  await phone.at(enter)
  await phone.tap('记下')
  await phone.see('还有 3 处没填好')
  await phone.tap('从社区的老人里选')
  await phone.type('姓名，或者姓', '谭')
  await phone.tap('谭素琴')
  await phone.see('记在谭素琴名下')
  await phone.type('照着说的写，比如 楼道的灯坏了三天', '厨房的下水管漏了，地上都是水')
  await phone.tap('诉求吹哨')
  await phone.tap('水管下水')
  await phone.see('先念给对方听')
  await phone.tap('柳荫里')
  await phone.type('比如 3 号楼后面的巷子', '2 号楼 1 单元')
  await usable(phone)
  await phone.set({ offline: true })
  await phone.tap('记下')
  await phone.see('网络走神了')
  await phone.set({ offline: false })
  await phone.restart({ path: `${enter}?community=liuwan` })
  await phone.see('上次没有记完的还在')
  await phone.tap('记下')
  await phone.see('谭素琴的事记下了')
  await usable(phone)
  await phone.tap('现在就派单')
  await phone.at(dispatch)
  await phone.see('厨房的下水管漏了')
  await phone.tap('报上一级')
  await phone.see('写清为什么这里办不了')
  await phone.tap('.sheet__foot .btn')
  await phone.see('写上一句，后面的人才明白')
  await phone.restart({ path: `${enter}?community=liuwan` })
  await phone.notSee('上次没有记完的还在')
})

test('two who send the same case at once: the second reads that it has changed', async () => {
  const words = '岗亭旁的灯坏了'
  const id = await asked('at-once', words)
  const [one, two] = [await app.phone('贺小满', { path: `${dispatch}?id=${id}` }), await app.phone('邵丽萍')]
  await two.restart({ path: `${dispatch}?id=${id}` })
  await one.see('派给 县供电所')
  await two.see('派给 县供电所')
  await two.tap('自己来办')
  await two.tap('我来办')
  await two.settled()
  expect((await seen(id)).state).toBe('doing')
  await one.tap('报上一级')
  await one.type('比如 要改主线，社区没有权限', '要换整根灯杆')
  await one.tap('.sheet__foot .btn')
  await one.see(/这一步做不了|这一步不由您来做|不用您来派/)
  expect((await seen(id)).state).toBe('doing')
})

test('what a partner lends is written down, taken off the list, and put back', async () => {
  const phone = await app.phone('邵丽萍', { path: `${lists}?community=liuwan` })
  await phone.tap('资源')
  await phone.tap('添一项资源')
  await phone.at(resource)
  await phone.tap('记进清单')
  await phone.see('写上是什么')
  await phone.tap('物件')
  await phone.type('比如 二楼会议室', '三米人字梯')
  await phone.pick('哪家给，请选一个', '县供电所')
  await phone.type('比如 共建协议第 3 条', '包联协议')
  await usable(phone)
  await phone.tap('记进清单')
  await phone.at(lists)
  await phone.scrollToBottom()
  await phone.see('三米人字梯')
  await phone.tap('改三米人字梯')
  await phone.at(resource)
  await phone.tap('下架三米人字梯')
  await phone.modal('下架')
  await phone.see('已经到期或者下架了')
  await phone.tap('放回清单')
  await phone.at(lists)
  await phone.tap('改三米人字梯')
  await phone.see('下架这一项')
})

test('who leads a team puts a standing project on the menu, and pauses it', async () => {
  const phone = await app.phone('苏桂兰', { path: `${lists}?community=liuwan` })
  await phone.tap('项目')
  await phone.tap('添一个项目')
  await phone.tap('柳湾巧手队')
  await phone.at(project)
  await phone.tap('放上菜单')
  await phone.see('选一下是做什么的')
  await phone.tap('.chip')
  await phone.type('居民在菜单上看到的', '上门补衣服')
  await phone.tap('每周二')
  await usable(phone)
  await phone.tap('放上菜单')
  await phone.at(lists)
  await phone.see('上门补衣服')
  await phone.tap('改上门补衣服')
  await phone.tap('现在接单，开着')
  await phone.tap('保存')
  await phone.at(lists)
  await phone.see('先停着，不接新的')
})

test('what nobody looked at climbs to the county, which sees it and its red number', async () => {
  const red = async () => {
    const { communities } = await app.call<{ communities: { id: string; overdue: number }[] }>(
      '孟庆华',
      'case.county',
      {},
    )
    return communities.find(({ id }) => id === 'liuwan')?.overdue ?? 0
  }
  const words = '变压器一直嗡嗡响'
  const before = await red()
  const id = await asked('nobody-looked', words, { isUrgent: true, topic: 'power' })
  for (let round = 0; round < 4; round += 1) {
    await app.advance(12 * hour)
    await app.timer()
  }
  expect(await seen(id, '苏桂兰')).toMatchObject({ state: 'asked', level: 'county' })
  expect(await red()).toBeGreaterThan(before)
  const phone = await app.phone('孟庆华', { path: '/pages/me/index' })
  await phone.tap('全县事务')
  await phone.at(county)
  await phone.see(new RegExp(`过期 ${await red()} 件`))
  await phone.see(words)
  await usable(phone)
  await phone.tap(`派单，${words}`)
  await phone.at(dispatch)
}, 120_000)
