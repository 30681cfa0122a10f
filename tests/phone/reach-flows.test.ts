// Nobody unreached: grandma from her family's card to the door and back, and a called-off activity until everybody knows.
import { App } from './app'
import { allow, callAs, published, signUpCrowd } from './published'

const [family, elder, leader] = ['梁文娟', '何玉珍', '苏桂兰'] as const
const detail = 'packages/activity/pages/detail/index'
const card = 'packages/elder/pages/card/index'
const door = (id: string) => `/packages/day/pages/day/index?id=${id}`
const roster = (id: string) => `/packages/desk/pages/roster/index?id=${id}`

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

test('family → card → 我去 → the leader checks her in by name → the family’s phone shows 到了', async () => {
  const id = await published(app, '剥一筐花生', 12, 0.5)
  const table = await app.table([family, elder, leader], { set: { [elder]: { font: 1.4 } } })
  const daughter = table.phone(family)
  await daughter.restart({ path: `/${detail}?id=${id}` })
  await daughter.tap('给家里老人，发一张大字卡片')
  await daughter.tap('转发给婆婆')
  const sent = await daughter.sendCard(elder)
  await table.tapBanner(elder, sent.title)
  await daughter.tap('婆婆答了就告诉我')
  await daughter.consent('允许')
  await daughter.see('记下了，会在微信里告诉您')

  await table.tapCard(elder, sent.title)
  const her = table.phone(elder)
  await her.at(card)
  await her.tap('我去')
  await her.see('好，给您留了座')

  const hers = table.phone(leader)
  await hers.restart({ path: door(id) })
  await hers.tap('何玉珍')
  await hers.see(/8:2\d 到/)
  await hers.notSee('待上传')
  await hers.settled()

  await daughter.restart({ path: '/packages/me/pages/messages/index' })
  await daughter.see('婆婆：到了「剥一筐花生」')
})

test('a called-off activity with 40 people: who is not reached stands on the call list at once, ticked to zero', async () => {
  const id = await published(app, '糊一只风筝', 60)
  await signUpCrowd(app, id, 35)
  const openids = Array.from({ length: 40 }, (_, n) => `o-crowd-${String(n + 1).padStart(3, '0')}`)
  for (const openid of openids.slice(0, 12)) await allow(app, openid, 'cancelled')
  // The last five keep a mother each, who comes in their place.
  for (const [n, openid] of openids.slice(35).entries()) {
    await callAs(app, openid, 'people.save', { name: `女儿${n}`, communityId: 'liuwan', phone: `1380000000${n}` })
    const ward = { id: null, key: `mother${n}`, name: `母亲${n}`, called: '妈妈', kind: 'elder', born: null, phone: '' }
    const kept = await callAs<{ id: string }>(app, openid, 'family.save', { ...ward, consent: true })
    await callAs(app, openid, 'activity.join', { id, people: [kept.id] })
    await allow(app, openid, 'cancelled')
  }

  const hers = await app.phone(leader, { path: roster(id) })
  await hers.see('40')
  await hers.tap('管理')
  await hers.tap('这场不办了')
  await hers.tap('天气不好，改日再约')
  await hers.tap('不办了，告诉 40 位邻居')
  await hers.modal('不办了')
  await hers.at('packages/desk/pages/calls/index')
  await hers.see(/23\s*位还不知道/)
  await hers.see('微信送到 12 位')
  await hers.see('家人知道 5 位')
  await hers.notSee('母亲')
  await hers.see('电话里可以这样说')
  await hers.screenshot('dist/screens/calls-of-40.png')
  for (let left = 23; left > 0; left -= 1) {
    await hers.tap('说到了')
    await hers.see(new RegExp(`${left - 1}\\s*位`))
  }
  await hers.see('位要打电话，都说到了')
  await hers.restart({ path: '/packages/desk/pages/desk/index' })
  await hers.see('等您办')
  await hers.notSee('要打的电话')
}, 120_000)
