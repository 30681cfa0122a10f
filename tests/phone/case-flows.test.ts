// What becomes of what was asked for, on the phones of those concerned: a wish taken and told done, an errand whose money
// balances, and what is not done yet goes back.
import type { CaseView, Move } from '../../cloudfunctions/core/contract'
import { compoundIdOf } from '../../local/demo/communities'
import { App } from './app'
import { choose } from './device'
import { activePage, PATIENCE } from './find'
import type { Phone } from './harness'

const at = (id: string) => `/packages/case/pages/case/index?id=${id}`
const near = '/packages/case/pages/near/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

let made = 0
const key = () => {
  made += 1
  return `case-flow-${made}`
}
const asked = { communityId: 'liuwan', compoundId: compoundIdOf('liuwan', 3), spot: { words: '3 号楼' } }

/** Asks beside the phone; answers the case's id. */
async function askedBy(name: string, said: object): Promise<string> {
  const { id } = await app.call<{ id: string }>(name, 'case.ask', { ...asked, key: key(), ...said })
  return id
}
/** Makes a move beside the phone. */
const moved = (name: string, id: string, move: Partial<Move>) =>
  app.call<CaseView>(name, 'case.move', { id, key: key(), move })
const seenBy = (name: string, id: string) => app.call<CaseView>(name, 'case.get', { id })

/** Waits until WeChat has looked at a picture, and the asker sees it. */
async function checked(id: string): Promise<void> {
  const end = Date.now() + PATIENCE
  const shows = async () => (await seenBy('梁文娟', id)).steps.some(({ pictures }) => pictures.length > 0)
  while (!(await shows())) {
    if (Date.now() > end) throw new Error('the picture was not checked')
    await new Promise((done) => setTimeout(done, 200))
  }
}

/** The button that is expected next. */
const primary = '.bar .btn:not(.btn--line)'

/** Answers WeChat's question whether she may be told. */
const allow = (phone: Phone) => phone.consent('允许')

async function takes(name: string, id: string): Promise<Phone> {
  const phone = await app.phone(name, { path: at(id) })
  await phone.tap('我来帮')
  await phone.tap('接下来，我去')
  await allow(phone)
  await phone.notSee('接下来，我去')
  return phone
}

async function putsPicture(phone: Phone, picture: string): Promise<void> {
  await phone.tap('加照片')
  await choose(phone, picture)
  await activePage(phone.page).getByLabel('看第 1 张照片').waitFor()
  await phone.notSee('张在传')
}

/** A wish of 梁文娟 that neighbours may take. */
async function openWish(words: string): Promise<string> {
  const id = await askedBy('梁文娟', { service: 'wish', topic: 'learn', words })
  await moved('邵丽萍', id, { move: 'offer' })
  return id
}

test('a volunteer takes a wish, the asker sees who comes and the word for the door, and says that it is done', async () => {
  const id = await openWish('想有人教我用手机挂号')
  const volunteer = await app.phone('苏桂兰', { path: near })
  await volunteer.tap('想有人教我用手机挂号')
  await volunteer.at('/packages/case/pages/case/index')
  await volunteer.notSee('梁文娟')
  await volunteer.tap('我来帮')
  await volunteer.tap('接下来，我去')
  await allow(volunteer)
  await volunteer.notSee('接下来，我去')
  await volunteer.see('门口对一下暗号')
  const { doorWord } = await seenBy('梁文娟', id)
  expect(doorWord).toMatch(/^\d{4}$/)

  const asker = await app.phone('梁文娟', { path: at(id) })
  await asker.see('苏桂兰')
  await asker.see('门口对一下暗号')
  await asker.see(new RegExp([...doorWord].join('\\s*')))

  await volunteer.tap('办好了')
  await volunteer.tap('记下，等对方点头')
  await volunteer.see('写一句办成了什么样')
  await volunteer.type('比如 5 盏灯都装好了，天一黑就亮', '教会了，自己挂上了号')
  await putsPicture(volunteer, '手工')
  await volunteer.tap('记下，等对方点头')
  await volunteer.see('等提的人点头')

  await checked(id)
  await asker.restart()
  await asker.see('教会了，自己挂上了号')
  await asker.see('办好以后的照片')
  await asker.tap('好了，点头')
  await asker.tap('很满意')
  await asker.tap('好了，办结')
  await allow(asker)
  await asker.see('5 颗星')
  expect(await seenBy('梁文娟', id)).toMatchObject({ state: 'closed', outcome: 'done', stars: 5 })
})

test('who comes too late for a wish reads that a neighbour has it, and sees how it stands', async () => {
  const id = await openWish('想有人陪着去一趟邮局')
  const late = await app.phone('方明远', { path: at(id) })
  await late.tap('我来帮')
  await moved('苏桂兰', id, { move: 'take' })
  await late.tap('接下来，我去')
  await allow(late)
  await late.see('刚刚有邻居接下了')
  await late.tap('看看现在到哪一步')
  await late.notSee('我来帮')
  await late.see('来帮忙的邻居 正在办')
})

test('an errand: two helpers, a receipt, the change handed back; it is not done before the money balances', async () => {
  const id = await askedBy('梁文娟', {
    service: 'errand',
    topic: 'food',
    words: '买一袋米、两样青菜',
    goods: [{ what: '大米 5 公斤', fen: 4000 }],
    advance: 6000,
  })
  const first = await takes('苏桂兰', id)
  await first.see('还缺人')
  const second = await takes('方明远', id)
  await second.see('苏桂兰')

  await first.restart()
  await first.see('手上还有 60 元')
  await first.tap('记一笔账')
  await first.type('照小票写', '46.5')
  await first.tap('记下')
  await first.see('拍一张小票')
  await putsPicture(first, '手工')
  await first.tap('记下')
  await first.see('手上还有 13.50 元')

  await second.restart()
  await second.tap('更多')
  await second.tap('办好了')
  await second.type('比如 5 盏灯都装好了，天一黑就亮', '东西送到了')
  await second.tap('记下，等对方点头')
  await second.see('账还没有平，差 13.5')
  await second.tap('关上')

  await second.tap('零钱还了')
  await second.tap('零钱当面还了')
  await second.see('账平了')
  await second.tap(primary)
  await second.type('比如 5 盏灯都装好了，天一黑就亮', '东西送到了')
  await second.tap('记下，等对方点头')
  await second.see('等提的人点头')
  expect((await seenBy('梁文娟', id)).money).toEqual({ advance: 6000, spent: 4650, returned: 1350, balance: 0 })
})

test('what is not done goes back: to the desk, with the reason, counted, and still in the trail', async () => {
  const id = await openWish('楼道里的灯不亮')
  await moved('苏桂兰', id, { move: 'take' })
  await moved('苏桂兰', id, { move: 'resolve', words: '换了灯泡' })
  const asker = await app.phone('梁文娟', { path: at(id) })
  await asker.tap('还没好')
  await asker.tap('退回去接着办')
  await asker.see('写一句哪里还没好')
  await asker.tap('又坏了')
  await asker.tap('退回去接着办')
  await asker.see('重开过 1 次')
  await asker.see('还没好，接着办')
  await asker.see('换了灯泡')
  const desk = await app.phone('邵丽萍', { path: at(id) })
  await desk.see('重开过 1 次')
  await desk.see('派单')
  expect(await seenBy('邵丽萍', id)).toMatchObject({ state: 'asked', reopened: 1, outcome: null })
})
