// Community workers enter elders at the door, hand them to their families, sign them up, and end it on their word.
import { App } from './app'
import { scanFrom } from './device'
import type { Phone } from './harness'

const elders = '/packages/station/pages/elders/index'
const elderPage = '/packages/station/pages/elder/index'
const enter = '/packages/station/pages/enter/index'
const keep = '/packages/family/pages/keep/index'
const list = '/packages/family/pages/list/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** Enters an elder of 柳湾 beside the phone; answers with her id. */
async function entered(name: string, key: string): Promise<string> {
  const said = { name, kind: 'elder', born: '1948-05', phone: '', consent: true }
  const { id } = await app.call<{ id: string }>('邵丽萍', 'station.enter', { ...said, communityId: 'liuwan', key })
  return id
}

const atElder = (id: string) => `${elderPage}?id=${id}&community=liuwan`

async function fillIn(phone: Phone, name: string): Promise<void> {
  await phone.type('比如 何玉珍', name)
  await phone.tap('念过了，本人亲口同意')
}

test('a worker enters an elder at the door, who has to agree first, and finds her in the list', async () => {
  const phone = await app.phone('邵丽萍', { path: '/pages/me/index' })
  await phone.tap('社区的老人')
  await phone.at(elders)
  await phone.tap('上门登记')
  await phone.at(enter)
  await phone.type('比如 何玉珍', '邢玉兰')
  await phone.tap('记下')
  await phone.see('先念给本人听，同意了再勾上')
  await phone.tap('念过了，本人亲口同意')
  await phone.tap('记下')
  await phone.see('邢玉兰记下了')
  await phone.restart({ path: elders })
  await phone.type('姓名，或者姓', '邢')
  await phone.see('一共 1 位')
  await phone.see('社区登记')
  await phone.see('还没有家人照管')
  await phone.type('姓名，或者姓', '没有这个姓')
  await phone.see('没找到「没有这个姓」')
})

test('what is typed on the doorstep stays while the network is gone, and nobody is entered twice', async () => {
  const phone = await app.phone('邵丽萍', { path: `${enter}?community=liuwan` })
  await fillIn(phone, '廖秀芝')
  await phone.set({ offline: true })
  await phone.tap('记下')
  await phone.see('网络走神了')
  await phone.set({ offline: false })
  await phone.restart()
  await phone.see('上次没有送出去的还在')
  await phone.tap('记下')
  await phone.see('廖秀芝记下了')
  await phone.restart({ path: `${elders}` })
  await phone.type('姓名，或者姓', '廖')
  await phone.see('一共 1 位')
  await phone.restart({ path: `${enter}?community=liuwan` })
  await phone.notSee('上次没有送出去的还在')
})

test('the family scans the code on the worker’s phone and keeps her too; the worker sees it, and takes it away on her word', async () => {
  const id = await entered('聂桂芳', 'scan')
  const worker = await app.phone('邵丽萍', { path: atElder(id) })
  await worker.see('还没有家人照管')
  await worker.tap('请家人来照管')
  await worker.see('只能用一次')

  const family = await app.phone('梁文娟', { path: list })
  await family.tap('扫社区给的码，一起照管')
  await scanFrom(family, worker)
  await family.at(keep)
  await family.notSee('聂桂芳')
  await family.type('比如 外婆、乐乐', '姨妈')
  await family.type('家里的什么人，比如 女儿', '外甥女')
  await family.tap('一起照管')
  await family.at(list)
  await family.see('聂桂芳')

  await worker.restart()
  await worker.see('外甥女 梁文娟')
  await worker.tap('外甥女 梁文娟，可以代报名')
  await worker.settled()
  await worker.restart()
  await worker.see('外甥女 梁文娟')
  const { items } = await app.call<{ items: { id: string; keepers: { may: { signUp: boolean } }[] }[] }>(
    '梁文娟',
    'family.list',
    {},
  )
  expect(items.find((each) => each.id === id)?.keepers[0]?.may.signUp).toBe(false)
  await worker.tap('不再让外甥女 梁文娟帮忙')
  await worker.modal('撤下')
  await worker.see('外甥女 梁文娟不再帮忙了')
  await worker.see('还没有家人照管')
})

test('a worker signs an elder up as her family would', async () => {
  const id = await entered('柏淑琴', 'join')
  const phone = await app.phone('邵丽萍', { path: atElder(id) })
  await phone.tap('帮柏淑琴报名')
  await phone.see('帮柏淑琴报哪一场？')
  await phone.tap('一起包饺子，送给独居老人')
  await phone.see('先选一个岗位或时段')
  await phone.tap('来吃饺子')
  await phone.tap('帮柏淑琴报名')
  await phone.see('柏淑琴报上了')
  await phone.tap('好了')
  await phone.notSee('柏淑琴报上了')
  await phone.see('要去的')
  await phone.see(/8:30 · 已报名/)
})

test('what the activity refuses is said beside the button', async () => {
  const id = await entered('童桂英', 'refused')
  const activityId = 'liuwan-20261122-dumplings'
  const { units } = await app.call<{ units: { id: string; name: string }[] }>('邵丽萍', 'activity.get', {
    id: activityId,
  })
  const unit = units.find(({ name }) => name === '来吃饺子')?.id
  await app.call('邵丽萍', 'station.join', { id, activityId, unit })
  const phone = await app.phone('邵丽萍', { path: atElder(id) })
  await phone.tap('帮童桂英报名')
  await phone.tap('一起包饺子，送给独居老人')
  await phone.tap('包饺子 余')
  await phone.tap('帮童桂英报名')
  await phone.see('已经报了这场的另一个岗位或时段')
  await phone.tap('换一场')
  await phone.see('帮童桂英报哪一场？')
})

test('her consent is taken back on her word, asked twice, and she is gone from the list', async () => {
  const id = await entered('辛月英', 'withdraw')
  const phone = await app.phone('邵丽萍', { path: atElder(id) })
  await phone.tap('本人要收回同意')
  await phone.modal('再想想')
  await phone.see('辛月英')
  await phone.tap('本人要收回同意')
  await phone.modal('收回')
  await phone.modal('是本人')
  await phone.notSee('本人要收回同意')
  await phone.restart({ path: elders })
  await phone.type('姓名，或者姓', '辛月英')
  await phone.see('没找到「辛月英」')
})

test('a worker of another community finds nobody here, a resident no way in', async () => {
  const id = await entered('项秀兰', 'denied')
  const resident = await app.phone('梁文娟', { path: '/pages/me/index' })
  await resident.see('我的报名')
  await resident.notSee('社区的老人')
  await resident.restart({ path: elders })
  await resident.see('这里给社区工作者用')
  await resident.restart({ path: atElder(id) })
  await resident.see('这件事要由负责的人来办')
  await resident.notSee('项秀兰')
})
