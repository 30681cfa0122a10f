// The card for grandma: family makes it, another phone opens it and answers, and the family sees the answer.
import { App } from './app'
import { spokenOn } from './device'
import type { Phone } from './harness'
import { published } from './published'

const detail = (id: string) => `/packages/activity/pages/detail/index?id=${id}`
const card = 'packages/elder/pages/card/index'
const messages = '/packages/me/pages/messages/index'
const moments = 1154

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

interface Sent {
  title: string
  path: string
  imageUrl?: string
}

/** 梁文娟 sends 婆婆 a card from the page of an activity; answers with it and the phone it was sent from. */
async function sentBy(id: string): Promise<{ family: Phone; sent: Sent }> {
  const family = await app.phone('梁文娟', { path: detail(id) })
  await family.tap('给家里老人，发一张大字卡片')
  await family.see('您是婆婆的')
  if (!(await family.text()).includes('您是婆婆的儿媳')) await family.tap('儿媳')
  await family.tap('转发给婆婆')
  const sent = await family.sendCard()
  return { family, sent }
}

test('family → card → 我去 in one tap, nothing typed: she has a seat, and the family sees it', async () => {
  const id = await published(app, '扎一盏花灯', 12)
  const { family, sent } = await sentBy(id)
  expect(sent.path).toContain(card)
  expect(sent.title).toBe('儿媳请您去「扎一盏花灯」')
  // Neither the chat nor the address names anybody.
  expect(decodeURIComponent(sent.path + sent.title)).not.toMatch(/何玉珍|婆婆|梁文娟|文娟/)
  expect(sent.imageUrl).toBeTruthy()
  await family.tap('婆婆答了就告诉我')
  await family.consent('允许')
  await family.see('记下了，会在微信里告诉您')
  await family.tap('好了')
  await family.see('卡片还没点开')

  const elder = await app.phone('何玉珍', { path: sent.path })
  await elder.see('儿媳文娟请您去')
  await elder.see('扎一盏花灯')
  await elder.tap('我去')
  await elder.see('好，给您留了座')
  await elder.see('文娟已经知道了')

  await family.restart()
  await family.see('婆婆已报名，座位留着')
  // Her row says it; the card is not told of once more.
  await family.notSee('说去')
  await family.restart({ path: messages })
  await family.see('婆婆说：我去')
  expect(JSON.stringify(await family.messages())).toContain('扎一盏花灯')
})

test('a newcomer’s phone, without any profile, answers as well; second thoughts give the seat back', async () => {
  const id = await published(app, '剪一对窗花', 12)
  const { family, sent } = await sentBy(id)
  const hand = await app.phone('新来的居民', { path: sent.path })
  await hand.tap('我去')
  await hand.see('好，给您留了座')
  await hand.tap('不去了，退掉座位')
  await hand.see('知道了，这次不去')
  await family.restart()
  await family.see('说这次不去')
  await family.notSee('婆婆已报名')
  await hand.tap('我去')
  await hand.see('好，给您留了座')

  // It is answered: somebody else reads what it is about, and can take part by herself.
  const other = await app.phone('孟庆华', { path: sent.path })
  await other.see('已经有人答过了')
  await other.notSee('文娟')
  await other.tap('看看这场活动')
  await other.at('packages/activity/pages/detail/index')
})

test('the family signs her mother-in-law up herself in three taps, and is told of her from then on', async () => {
  const id = await published(app, '做一双棉鞋', 12)
  const family = await app.phone('梁文娟', { path: detail(id) })
  await family.tap('给家里老人，发一张大字卡片')
  await family.tap('我直接替婆婆报名')
  await family.see('报上了')
  await family.tap('到了就告诉我')
  await family.consent('允许')
  await family.see('记下了，会在微信里告诉您')
  const asked = await family.calls('requestSubscribeMessage')
  expect(JSON.stringify(asked)).toMatch(/family/i)
})

test('a full activity says which place in the line is hers', async () => {
  const id = await published(app, '画一张年画', 1)
  await app.call('丁建平', 'activity.join', { id })
  const { sent } = await sentBy(id)
  const elder = await app.phone('何玉珍', { path: sent.path })
  await elder.see('座满了，点「我去」先排队')
  await elder.tap('我去')
  await elder.see('排在候补第 1 位')
})

test('这是您自己的微信吗: one tap, and from then on it is hers', async () => {
  const id = await published(app, '写一封家书', 12)
  const { sent } = await sentBy(id)
  const elder = await app.phone('何玉珍', { path: sent.path })
  await elder.tap('我去')
  await elder.see('这是您自己的微信吗')
  await elder.tap('是我自己的微信')
  await elder.see('这是您自己的微信，以后有消息也告诉您')
  await elder.restart({ path: messages })
  await elder.restart({ path: sent.path })
  await elder.see('好，给您留了座')
})

test('without a network the card says everything by itself, and a tap says calmly what to do', async () => {
  const id = await published(app, '编一只中国结', 12)
  const { sent } = await sentBy(id)
  const elder = await app.phone('何玉珍', { path: sent.path, offline: true })
  await elder.see('编一只中国结')
  await elder.see('周三上午 8 点 20 分')
  await elder.see('2 号楼活动室')
  await elder.see('上面是卡片上写的')
  await elder.tap('我去')
  await elder.see('连上网再点一次，不会重复报名')
  await elder.notSee('上面是卡片上写的')
  await elder.set({ offline: false })
  await elder.tap('我去')
  await elder.see('好，给您留了座')
})

test('from Moments the page tells everything and offers nothing that cannot be tapped there', async () => {
  const id = await published(app, '唱一段老调', 12)
  const { sent } = await sentBy(id)
  const elder = await app.phone('何玉珍', { path: sent.path, scene: moments })
  await elder.see('唱一段老调')
  await elder.see('前往小程序')
  await elder.see('000-5201103')
  await elder.notSee('念给我听')
  expect((await elder.probe()).tappable.map(({ name }) => name)).not.toContain('我去')
})

test('what was called off says so, with the reason, instead of asking', async () => {
  const id = await published(app, '逛一趟早市', 12)
  const { sent } = await sentBy(id)
  await app.call('苏桂兰', 'activity.cancel', { id, reason: '下大雨' })
  const elder = await app.phone('何玉珍', { path: sent.path })
  await elder.see('这场不办了')
  await elder.see('下大雨')
  await elder.notSee('我去')
})

test('read aloud: all that stands there, a second tap is silence, and a phone that cannot says so', async () => {
  const id = await published(app, '听一段评书', 12)
  const { sent } = await sentBy(id)
  const elder = await app.phone('何玉珍', { path: sent.path })
  await elder.see('儿媳文娟请您去')
  await elder.tap('念给我听')
  await elder.see('停下')
  const [spoken = ''] = await spokenOn(elder)
  for (const part of ['儿媳文娟请您去', '听一段评书', '周三上午 8 点 20 分', '2 号楼活动室', '点「我去」', '苏桂兰'])
    expect(spoken).toContain(part)
  await elder.tap('停下，不念了')
  await elder.see('念给我听')
  await elder.set({ offline: true })
  await elder.tap('念给我听')
  await elder.see('这部手机念不了')
  await elder.see('请旁边的人念给您听')
})

test('who keeps no elder yet is led to add one', async () => {
  const family = await app.phone('丁建平', { path: detail(await published(app, '磨一把剪刀', 12)) })
  await family.tap('给家里老人，发一张大字卡片')
  await family.see('先记下家里老人的称呼')
  await family.tap('添一位家人')
  await family.at('packages/family/pages/edit/index')
  await family.type('比如 何玉珍', '丁福来')
  await family.type('比如 妈妈、乐乐', '爸爸')
  await family.tap('已经问过本人')
  await family.tap('保存')
  await family.see('转发给爸爸')
  await family.tap('转发给爸爸')
  expect((await family.sendCard()).title).toBe('家里人请您去「磨一把剪刀」')
})

test('every target has a role, a name and 60 px, and every text its contrast: in any type, in care mode, in the dark', async () => {
  const id = await published(app, '泡一壶好茶', 12)
  const { sent } = await sentBy(id)
  const measured = async (elder: Phone) => {
    await elder.see('文娟')
    await elder.settled()
    const { tappable, findings } = await elder.probe({ size: 60 })
    expect(findings).toEqual([])
    return tappable.map(({ name }) => name)
  }
  const asked = ['我去', '这次不去', '念给我听', '打电话给苏桂兰', '怎么走，去2 号楼活动室']
  for (const opening of [{ font: 1 }, { font: 1.4 }, { font: 1.75 }, { dark: true }]) {
    const elder = await app.phone('何玉珍', { path: sent.path, ...opening })
    expect(await measured(elder)).toEqual(expect.arrayContaining(asked))
  }
  const elder = await app.phone('何玉珍', { path: '/packages/me/pages/settings/index' })
  await elder.tap('大字模式')
  await elder.restart({ path: sent.path })
  expect(await measured(elder)).toEqual(expect.arrayContaining(asked))
  await elder.tap('我去')
  await elder.see('好，给您留了座')
  expect(await measured(elder)).toEqual(expect.arrayContaining(['不去了，退掉座位', '念给我听']))
})

test('the sheet of a card can be used with larger type and in the dark', async () => {
  const path = detail(await published(app, '晒一床新被', 12))
  for (const opening of [{ font: 1.4 }, { font: 1.75 }, { dark: true }]) {
    const family = await app.phone('梁文娟', { path, ...opening })
    await family.tap('给家里老人，发一张大字卡片')
    await family.see('转发给婆婆')
    await family.settled()
    expect((await family.probe()).findings).toEqual([])
  }
})
