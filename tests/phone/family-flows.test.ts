// A family keeps those who have no phone of their own: with consent, together, and with a way back.
import { App } from './app'
import { added, familyOf, keptToo } from './kept'

const list = '/packages/family/pages/list/index'
const edit = '/packages/family/pages/edit/index'
const rights = '/packages/family/pages/rights/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

test('a daughter adds her father: asked for what is missing and for his consent, then he is hers to sign up', async () => {
  const phone = await app.phone('邵丽萍', { path: list })
  await phone.see('替家人报名')
  await phone.tap('添一位家人')
  await phone.at(edit)
  await phone.tap('保存')
  await phone.see('写上姓名，队长点名时用')
  await phone.see('问过以后勾上，再保存')
  await phone.type('比如 何玉珍', '邵长河')
  await phone.type('比如 妈妈、乐乐', '爸爸')
  await phone.tap('已经问过本人')
  await phone.tap('保存')
  await phone.at(list)
  await phone.see('邵长河')
  await phone.see('您一个人在照管')
})

test('another of the family keeps her too, by a card that works once', async () => {
  const id = await added(app, '邵丽萍', '姑姑', '邵桂英', 'aunt')
  const first = await app.phone('邵丽萍', { path: `${edit}?id=${id}` })
  await first.see('谁在照管')
  await first.settled()
  await first.tap('请另一位家人一起照管')
  const card = await first.sendCard()
  expect(card.title).not.toContain('邵桂英')

  const second = await app.phone('丁建平', { path: card.path })
  await second.see('请您一起照管')
  await second.notSee('邵桂英')
  await second.type('比如 外婆、乐乐', '姑妈')
  await second.tap('一起照管')
  await second.at(list)
  await second.see('一起照管')
  await second.see('邵桂英')

  const third = await app.phone('孟庆华', { path: card.path })
  await third.see('这份邀请已经用过或者过期了')
})

test('consent can be taken back: asked first, then all of it is gone', async () => {
  const id = await added(app, '孟庆华', '舅舅', '孟长林', 'uncle')
  const phone = await app.phone('孟庆华', { path: list })
  await phone.tap('舅舅')
  await phone.at(edit)
  expect((await phone.query()).id).toBe(id)
  await phone.tap('收回同意并删除')
  await phone.modal('再想想')
  await phone.see('谁在照管')
  await phone.tap('收回同意并删除')
  await phone.modal('删掉')
  await phone.at(list)
  await phone.notSee('舅舅')
})

test('what a leader entered under her own name and number is hers once the leader knows her', async () => {
  await app.call('新来的居民', 'people.save', { name: '方晓', phone: '13900001234', communityId: 'liuwan' })
  await app.call('苏桂兰', 'activity.enter', {
    id: 'liuwan-20261128-1',
    people: [{ name: '方晓', phone: '13900001234' }],
  })
  const hers = await app.phone('新来的居民', { path: list })
  await hers.see('这是您吗？')
  await hers.tap('是我，请队长确认')
  await hers.see('等队长确认')
  // Second thoughts move nothing.
  await hers.tap('收回，不认领了')
  await hers.notSee('等队长确认')
  await hers.tap('是我，请队长确认')
  await hers.see('等队长确认')

  const leaders = await app.phone('苏桂兰', { path: '/packages/desk/pages/desk/index' })
  await leaders.tap('认领登记：1 位')
  await leaders.at('/packages/desk/pages/claims/index')
  await leaders.see('139****1234')
  await leaders.tap('是本人')
  await leaders.modal('是本人')
  await leaders.see('没有等着认领的')

  await hers.restart({ path: list })
  await hers.notSee('这是您吗？')
  await hers.restart({ path: '/packages/activity/pages/mine/index' })
  await hers.see('周六')
})

test('whoever the leader does not know is told so, and the record stays', async () => {
  await app.call('孟庆华', 'people.save', { name: '孟庆华', phone: '13900005678', communityId: 'liuwan' })
  const people = [{ name: '孟庆华', phone: '13900005678' }]
  await app.call('苏桂兰', 'activity.enter', { id: 'liuwan-20261128-1', people })
  const { items } = await app.call<{ items: { id: string }[] }>('孟庆华', 'family.claimable', {})
  await app.call('孟庆华', 'family.claim', { id: items[0]?.id })
  const leaders = await app.phone('苏桂兰', { path: '/packages/desk/pages/claims/index' })
  await leaders.see('孟庆华')
  await leaders.tap('不是')
  await leaders.modal('不是')
  await leaders.see('没有等着认领的')
  const theirs = await app.phone('孟庆华', { path: '/packages/me/pages/messages/index' })
  await theirs.see('队长没有对上是您')
})

test('who gave the consent switches what another may do, ends it after a question, and has a way back', async () => {
  const id = await added(app, '邵丽萍', '姨妈', '邵凤英', 'rights')
  await keptToo(app, '邵丽萍', id, '丁建平', '外甥')
  const phone = await app.phone('邵丽萍', { path: `${edit}?id=${id}` })
  await phone.tap('谁能做什么')
  await phone.at(rights)
  await phone.see('外甥 丁建平')
  await phone.tap('外甥 丁建平，有事告诉一声，开着')
  await phone.settled()
  const [his] = (await familyOf(app, '丁建平')).filter((each) => each.id === id)
  expect(his?.keepers.find(({ name }) => name === '丁建平')?.may).toEqual({ signUp: true, told: false })

  await phone.tap('不再让外甥 丁建平帮忙')
  await phone.modal('再想想')
  await phone.see('外甥 丁建平')
  await phone.tap('不再让外甥 丁建平帮忙')
  await phone.modal('撤下')
  await phone.see('外甥 丁建平不再帮忙了')
  expect((await familyOf(app, '丁建平')).map((each) => each.id)).not.toContain(id)
  await phone.settled()
  await phone.tap('请另一位家人一起照管')
  const card = await phone.sendCard()
  const back = await app.phone('丁建平', { path: card.path })
  await back.type('比如 外婆、乐乐', '姨婆')
  await back.tap('一起照管')
  await back.at(list)
  await back.see('邵凤英')
})

test('whoever may change nothing sees who may, and no switch', async () => {
  const id = await added(app, '邵丽萍', '表姑', '邵月娥', 'others')
  await keptToo(app, '邵丽萍', id, '丁建平', '')
  const phone = await app.phone('丁建平', { path: `${rights}?id=${id}` })
  await phone.see('想改谁能做什么')
  await phone.see('可以代报名，有事告诉一声')
  expect((await phone.probe()).tappable.filter(({ role }) => role === 'switch')).toEqual([])
})
