// Asking for something on the phone: a wish with its picture, what neighbours have said already, and an order for the family.
import type { CaseCard, CaseView, Project } from '../../cloudfunctions/core/contract'
import { App } from './app'
import { choose } from './device'
import { activePage } from './find'
import type { Phone } from './harness'

const wishes = '/pages/wishes/index'
const ask = '/packages/case/pages/ask/index'
const casePage = '/packages/case/pages/case/index'
const menu = '/packages/case/pages/menu/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

const mineOf = async (name: string) => (await app.call<{ items: CaseCard[] }>(name, 'case.mine', {})).items

/** Fills in what a wish has to say. */
async function writeWish(phone: Phone, words: string): Promise<void> {
  await phone.tap('门前屋后')
  await phone.type('3 号楼后面的巷子没有灯', words)
  await phone.pick('小区', '柳荫里')
  await phone.type('比如 3 号楼后面的巷子', '5 号楼门口')
}

test('a resident writes a wish with a picture, lets WeChat tell her, and reads where it stands', async () => {
  const phone = await app.phone('梁文娟', { path: wishes })
  await phone.tap('许个心愿')
  await phone.at(ask)
  await phone.tap('微心愿')
  await phone.see('您盼着什么')
  await phone.tap('许个心愿')
  await phone.see('还有 3 处没填好')
  await writeWish(phone, '门口的长椅坏了一条腿，想有人修一修')
  await phone.tap('加照片')
  await choose(phone, '广场')
  await activePage(phone.page).getByLabel('看第 1 张照片').waitFor()
  await phone.notSee('张在传')
  await phone.tap('许个心愿')
  await phone.see('记下了')
  await phone.tap('有进展，微信告诉我')
  await phone.consent('允许')
  await phone.at(casePage)
  await phone.see('门口的长椅坏了一条腿')
  const { id } = await phone.query()
  const { steps, topic, place } = await app.call<CaseView>('梁文娟', 'case.get', { id })
  expect(steps[0]?.pictures).toHaveLength(1)
  expect({ topic, place }).toEqual({ topic: 'around', place: '柳荫里 5 号楼门口' })
  await phone.back()
  await phone.back()
  await phone.tap('我的')
  await phone.see('门口的长椅坏了一条腿')
})

test('who writes what a neighbour has said already joins her with one tap instead', async () => {
  const phone = await app.phone('苏桂兰', { path: `${ask}?service=wish` })
  await phone.settled()
  await phone.see('不想打字')
  await phone.type('3 号楼后面的巷子没有灯', '后巷晚上太黑，想有盏灯')
  await phone.see('已经有邻居说过了')
  await phone.notSee('许长山')
  await phone.tap('我也是，后巷晚上太黑')
  await phone.at(casePage)
  expect((await mineOf('苏桂兰')).map(({ title, as }) => ({ title, as }))).toContainEqual({
    title: expect.stringContaining('后巷晚上太黑') as string,
    as: 'follower',
  })
  await phone.restart()
  await phone.see('您盼着什么')
  await phone.notSee('上次写的还在')
})

test('a daughter-in-law orders a haircut for the grandmother from the menu, for a day that has room', async () => {
  const phone = await app.phone('梁文娟', { path: menu })
  await phone.tap('上门理发，周四，11 月 26 日，余 3')
  await phone.at(ask)
  await phone.see('11 月 26 日 周四')
  await phone.tap('婆婆')
  await phone.type('比如 3 号楼 2 单元 501', '2 号楼 1 层')
  await phone.tap('什么时候方便，上午')
  await phone.tap('点这一单')
  await phone.see('记下了')
  await phone.tap('看看办到哪一步')
  await phone.at(casePage)
  await phone.see('上门理发')
  const [newest] = await mineOf('梁文娟')
  expect(newest).toMatchObject({
    title: '上门理发',
    asker: '婆婆',
    project: { title: '上门理发', day: '2026-11-26' },
  })
  await phone.restart({ path: menu })
  await phone.see(/11 月 26 日\n余 2/)
})

test('a day that filled up meanwhile is refused beside the button, and what was written stays', async () => {
  const { items } = await app.call<{ items: Project[] }>('梁文娟', 'project.list', { communityId: 'liuwan' })
  const haircut = items.find(({ title }) => title === '上门理发')
  const day = '2026-11-28'
  const phone = await app.phone('梁文娟', { path: menu })
  await phone.tap('上门理发，周六，11 月 28 日，余 3')
  await phone.type('比如 3 号楼 2 单元 501', '6 号楼 302')
  await phone.tap('什么时候方便，下午')
  for (const key of ['one', 'two', 'three']) {
    await app.call('苏桂兰', 'case.ask', {
      ...{ key, service: 'order', communityId: 'liuwan', spot: { words: '1 号楼' }, words: '理发' },
      ...{ project: { id: haircut?.id, day }, answers: { when: '上午' } },
    })
  }
  await phone.tap('点这一单')
  await phone.see('约满了')
  await phone.tap('换一天')
  await phone.at(menu)
  await phone.pull()
  await phone.see('约满了')
  await phone.tap('上门理发，周二，12 月 1 日，余 3')
  await phone.see('上次写的还在')
  await phone.tap('点这一单')
  await phone.see('记下了')
})

test('what was written without network is there after a restart, and is sent once', async () => {
  const words = '想请人帮忙换一只灯泡，够不着'
  const phone = await app.phone('苏桂兰', { path: `${ask}?service=wish` })
  await writeWish(phone, words)
  await phone.set({ offline: true })
  await phone.tap('许个心愿')
  await phone.see('网络走神了')
  await phone.set({ offline: false })
  await phone.restart()
  await phone.see('上次写的还在')
  await phone.tap('许个心愿')
  await phone.see('记下了')
  expect((await mineOf('苏桂兰')).filter(({ title }) => title.startsWith('想请人帮忙换'))).toHaveLength(1)
  await phone.restart()
  await phone.see('您盼着什么')
  await phone.notSee('上次写的还在')
})

test('what only the parties see says so before it is written, and asks for the other side', async () => {
  const phone = await app.phone('梁文娟', { path: `${ask}?service=mediation` })
  await phone.see('社区的人也看不到内容')
  await phone.tap('漏水')
  await phone.type('楼上漏水泡了我家的墙', '楼上漏水，说了两次没有说到一起')
  await phone.tap('请人调解')
  await phone.see('写一下另一方怎么称呼')
  await phone.type('比如 楼上的邻居', '楼上的邻居')
  await phone.tap('请人调解')
  await phone.see('记下了')
})
