// The day itself on leaders' phones, tapped through on the whole product: at the door without a network, by code,
// who came and how long, a correction by a second person, what became of it.
import type { ActivityForm, OutputOf, actions } from '../../cloudfunctions/core/contract'
import { App, morning } from './app'
import { choose, scan, scanFrom } from './device'
import type { Phone } from './harness'
import { classOf, signUpCrowd } from './published'

type Sheet = OutputOf<typeof actions.daySheet>
type Passes = OutputOf<typeof actions.myPasses>
type MyHours = OutputOf<typeof actions.myHours>

const door = (id: string) => `/packages/day/pages/day/index?id=${id}`
const code = (id: string) => `/packages/day/pages/code/index?id=${id}`
const settle = (id: string) => `/packages/day/pages/settle/index?id=${id}`
const recap = (id: string) => `/packages/day/pages/recap/index?id=${id}`
const pass = (id: string) => `/packages/activity/pages/pass/index?id=${id}`
const desk = '/packages/desk/pages/desk/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

const clinic = 'liuwan-orange-pro'
const post = { kind: 'post', startsAt: null, endsAt: null, skills: '' } as const
const hour = 3_600_000
let made = 0

/** A clinic of 苏桂兰 that begins some hours from now, with helpers and those who are helped. */
async function clinicIn(inHours: number): Promise<string> {
  const form: ActivityForm = {
    ...classOf('量血压、测血糖', 20, inHours),
    teamId: clinic,
    units: [
      { ...post, id: 'u1', name: '量血压', capacity: 4, role: 'helper' },
      { ...post, id: 'u2', name: '来看看', capacity: 16, role: 'guest' },
    ],
  }
  made += 1
  const { id } = await app.call<{ id: string }>('苏桂兰', 'activity.draft', { key: `day${made}`, form })
  await app.call('苏桂兰', 'activity.publish', { id })
  await app.call('何玉珍', 'activity.join', { id, unit: 'u2' })
  await app.call('梁文娟', 'activity.join', { id, unit: 'u1' })
  return id
}

/** The roster as the cloud has it. */
const sheet = (id: string) => app.call<Sheet>('苏桂兰', 'day.sheet', { id })
const hereNow = async (id: string) =>
  (await sheet(id)).items.flatMap(({ name, inAt }) => (inAt === null ? [] : [name])).sort()

const callsOf = async (phone: Phone, action: string) =>
  (await phone.calls('cloud.callFunction')).filter(({ args }) => JSON.stringify(args).includes(`"${action}"`)).length

describe('at the door without a network', () => {
  test('taps and a walk-in outlive the closed app, are merged once, and the other leader sees them', async () => {
    const id = await clinicIn(0.5)
    const leader = await app.phone('苏桂兰', { path: door(id) })
    await leader.see('何玉珍')
    const other = await app.phone('邵丽萍', { path: door(id) })
    await other.see('/ 2 人到了')

    await leader.set({ offline: true })
    await leader.tap('何玉珍')
    await leader.tap('梁文娟')
    await leader.tap('没报名的')
    await leader.type('比如 王大爷', '王大爷')
    await leader.tap('记上，到了')
    await leader.see('已记下 3 人')
    expect(await hereNow(id)).toEqual([])

    await leader.restart({ offline: true })
    await leader.see('已记下 3 人')
    await leader.see('王大爷')
    await leader.see('/ 3 人到了')

    await leader.set({ offline: false })
    await leader.notSee('待上传', 15_000)
    expect(await hereNow(id)).toEqual(['何玉珍', '梁文娟', '王大爷'])
    expect((await sheet(id)).items).toHaveLength(3)
    await leader.restart()
    await leader.settled()
    expect((await sheet(id)).items).toHaveLength(3)

    await other.page.clock.fastForward(21_000)
    await other.see('王大爷', 15_000)
    await other.see('/ 3 人到了')
  })

  test('who was checked in by mistake is taken back after a question', async () => {
    const id = await clinicIn(0.5)
    const leader = await app.phone('苏桂兰', { path: door(id) })
    await leader.tap('何玉珍')
    await leader.see(/8:2\d 到/)
    await leader.tap('何玉珍')
    await leader.modal('再想想')
    await leader.see(/8:2\d 到/)
    await leader.tap('何玉珍')
    await leader.modal('取消签到')
    await leader.notSee(/8:2\d 到/)
    await leader.notSee('待上传')
    await leader.settled()
    expect(await hereNow(id)).toEqual([])
  })

  test('a pass is good at once, a false one is told when the network is back', async () => {
    const id = await clinicIn(0.5)
    const { passes } = await app.call<Passes>('何玉珍', 'day.pass', { id })
    const { passes: others } = await app.call<Passes>('梁文娟', 'day.pass', { id })
    const leader = await app.phone('苏桂兰', { path: door(id) })
    await leader.see('何玉珍')
    await leader.set({ offline: true })
    await leader.tap('扫码')
    await scan(leader, passes[0]?.text ?? '')
    await leader.see('何玉珍，到了')
    await leader.tap('扫下一位')
    const pass = others[0]?.text ?? ''
    await scan(leader, pass.slice(0, -1) + (pass.endsWith('a') ? 'b' : 'a'))
    await leader.see('梁文娟，到了')
    await leader.tap('扫下一位')
    await scan(leader, 'https://example.com')
    await leader.see('没认出这个码')
    await leader.tap('好了')
    await leader.set({ offline: false })
    await leader.see('梁文娟出示的码不是我们发的', 15_000)
    expect(await hereNow(id)).toEqual(['何玉珍'])
    await leader.tap('知道了')
    await leader.notSee('不是我们发的')
  })

  test('one tap a person, and one call for all of them', async () => {
    const id = await clinicIn(0.5)
    await app.call('苏桂兰', 'activity.close', { id, closed: true })
    const names = ['许长山', '郭淑芬', '程乐乐', '陶国栋', '秦玉梅', '傅德胜', '冯秀英', '曹国强']
    const people = names.map((name) => ({ name, phone: '' }))
    await app.call('苏桂兰', 'activity.enter', { id, unit: 'u2', key: 'by-phone', people })
    const leader = await app.phone('苏桂兰', { path: door(id) })
    await leader.see('曹国强')
    await leader.set({ offline: true })
    for (const name of names) await leader.tap(name)
    await leader.see(`已记下 ${names.length} 人`)
    await leader.settled()
    const before = await callsOf(leader, 'day.merge')
    await leader.set({ offline: false })
    await leader.notSee('待上传', 15_000)
    expect((await callsOf(leader, 'day.merge')) - before).toBe(1)
    expect(await hereNow(id)).toEqual([...names].sort())
  })

  test('before check-in opens nothing is noted, and the page says from when', async () => {
    const id = await clinicIn(2)
    const leader = await app.phone('苏桂兰', { path: door(id) })
    await leader.see('9:20 起可以签到')
    await leader.tap('何玉珍')
    await leader.settled()
    await leader.notSee('待上传')
    await leader.see('0')
  })

  test('people are found by a piece of the name, and by the last digits of the number', async () => {
    const id = await clinicIn(0.5)
    await app.call('苏桂兰', 'activity.enter', {
      id,
      unit: 'u2',
      key: 'found',
      people: [{ name: '许长山', phone: '13900004321' }],
    })
    const leader = await app.phone('苏桂兰', { path: door(id) })
    await leader.tap('找名字')
    await leader.type('名字里的字，或手机末几位', '长')
    await leader.notSee('何玉珍')
    await leader.see('许长山')
    await leader.type('名字里的字，或手机末几位', '4321')
    await leader.see('许长山')
    await leader.tap('不找了')
    await leader.see('何玉珍')
  })
})

test('the code on the leader’s screen checks in a resident’s phone, and is counted', async () => {
  const id = await clinicIn(0.5)
  const leader = await app.phone('苏桂兰', { path: code(id) })
  await leader.see('请邻居扫这里签到')
  await leader.see('/ 2 人到了')
  const resident = await app.phone('梁文娟', { path: pass(id) })
  await resident.tap('扫队长的码签到')
  await scanFrom(resident, leader)
  await resident.see('签到')
  await resident.settled()
  expect(await hereNow(id)).toEqual(['梁文娟'])
  await leader.page.clock.fastForward(21_000)
  await leader.see(/1\s*\/ 2 人到了/, 15_000)
  expect(await leader.calls('setKeepScreenOn')).not.toEqual([])

  await leader.set({ offline: true })
  await leader.see('没有网络')
  await leader.page.clock.fastForward(11 * 60_000)
  await leader.see('存好的码用完了')
})

test('who came and how long is confirmed at once; a correction waits for a second person', async () => {
  const id = await clinicIn((app.now() + 10_000 - morning) / hour)
  await app.advance(10_000)
  const leader = await app.phone('苏桂兰', { path: door(id), now: app.now() })
  await leader.tap('梁文娟')
  await leader.see(/8:2\d 到/)
  await leader.notSee('待上传')
  await leader.tap('确认谁来了、多少时长')
  await leader.see('这次没来')
  await leader.tap('何玉珍')
  await leader.tap('请假了')
  await leader.see('来参加的邻居不记时长')
  await leader.tap('.sheet__foot .btn')
  await leader.tap('梁文娟')
  await leader.tap('多一刻钟')
  await leader.see('1.25 小时')
  await leader.tap('.sheet__foot .btn')
  await leader.restart({ path: settle(id) })
  await leader.see('改过')
  await leader.tap('确认 2 位')
  await leader.see('1 位来了，其中 1 位志愿者，一共 1.25 小时')
  await leader.modal('确认')
  await leader.see('都确认过了')
  expect((await app.call<MyHours>('梁文娟', 'hours.mine', {})).items[0]).toMatchObject({ minutes: 75, activityId: id })

  await leader.tap('梁文娟')
  await leader.see('更正梁文娟的时长')
  await leader.tap('少一刻钟')
  await leader.tap('忘了签退')
  await leader.tap('请人同意：改成 1 小时')
  await leader.notSee('更正梁文娟的时长')
  await leader.tap('看更正的记录')
  await leader.see('1.25 小时 改成 1 小时')
  await leader.see('提的人和本人不能定')

  const second = await app.phone('邵丽萍', { path: desk })
  await second.tap('更正时长：1 件')
  await second.see('1.25 小时 改成 1 小时')
  await second.tap('同意')
  await second.see('没有等着同意的')
  await second.tap('定了的')
  await second.see('邵丽萍同意了')
  await second.back()
  await second.at(desk)
  await second.settled()
  await second.notSee('更正时长：')
  const { items, total } = await app.call<MyHours>('梁文娟', 'hours.mine', {})
  expect(items.filter(({ activityId }) => activityId === id).map(({ minutes }) => minutes)).toEqual([-15, 75])
  expect(total).toBe(items.reduce((sum, { minutes }) => sum + minutes, 0))
})

test('a recap is written with a picture, which others see once it was checked', async () => {
  const id = 'liuwan-20261031-1'
  const leader = await app.phone('苏桂兰', { path: recap(id) })
  await leader.see('发出总结')
  await leader.tap('发出总结')
  await leader.see('写一两句做了什么')
  await leader.type('服务了多少人', '36')
  await leader.type('做的事', '一起学会了按压，每个人都上手试过。')
  await leader.tap('加照片')
  await choose(leader, '广场')
  await leader.see('正在检查')
  await leader.restart()
  await leader.see('正在检查')
  await leader.tap('发出总结')
  await leader.see('保存修改')
  const kept = await app.call<{ served: number; pictures: { state: string }[] }>('苏桂兰', 'recap.get', { id })
  expect(kept).toMatchObject({ served: 36, pictures: [{}] })
  await leader.tap('去掉第 1 张照片')
  await leader.modal('去掉')
  await leader.see('0 / 9')
  await leader.tap('保存修改')
  await leader.see('改好了')
  const after = await app.call<{ pictures: unknown[] }>('苏桂兰', 'recap.get', { id })
  expect(after.pictures).toEqual([])
})

test('a day of 300 stays small, and a tap is one small change', async () => {
  const { id } = await app.call<{ id: string }>('苏桂兰', 'activity.draft', {
    key: 'large',
    form: classOf('百家宴', 400, 0.5),
  })
  await app.call('苏桂兰', 'activity.publish', { id })
  await signUpCrowd(app, id, 300)
  const leader = await app.phone('苏桂兰', { path: door(id) })
  await leader.see('/ 300 人到了', 15_000)
  await leader.settled()
  const before = (await leader.budget()).setData.length
  await leader.tap('邻居003')
  await leader.see(/8:2\d 到/)
  const { nodes, setData } = await leader.budget()
  expect(nodes).toBeLessThan(1000)
  expect(Math.max(...setData.map(({ bytes }) => bytes))).toBeLessThanOrEqual(64 * 1024)
  expect(Math.max(...setData.slice(before).map(({ bytes }) => bytes))).toBeLessThanOrEqual(4 * 1024)
}, 120_000)

describe('the way there and back', () => {
  const inbox = '/packages/me/pages/messages/index'
  const inTenMinutes = () => {
    const startsAt = Math.ceil(app.now() / 60_000 + 10) * 60_000
    return { startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt }
  }

  /** An activity in ten minutes whose team sees elders home, with the mother-in-law of 梁文娟 in it and 邵丽萍. */
  async function outing(title: string): Promise<string> {
    const form: ActivityForm = { ...classOf(title, 20), ...inTenMinutes(), seesHome: true }
    made += 1
    const { id } = await app.call<{ id: string }>('苏桂兰', 'activity.draft', { key: `way${made}`, form })
    await app.call('苏桂兰', 'activity.publish', { id })
    await app.call('梁文娟', 'activity.join', { id, people: [await elderOf('梁文娟')] })
    await app.call('邵丽萍', 'activity.join', { id })
    return id
  }
  async function elderOf(name: string): Promise<string> {
    const { items } = await app.call<OutputOf<typeof actions.family>>(name, 'family.list', {})
    return items.find(({ called }) => called === '婆婆')?.id ?? ''
  }
  const hears = async (words: string) => {
    const phone = await app.phone('梁文娟', { path: inbox, now: app.now() })
    await phone.see(words)
  }

  test('checked in by name, checked out and seen home: the family’s phone shows each at once', async () => {
    const id = await outing('一起赏菊')
    const family = await app.phone('梁文娟', { path: `/packages/activity/pages/detail/index?id=${id}`, now: app.now() })
    await family.see('活动结束送到家')
    const leader = await app.phone('苏桂兰', { path: door(id), now: app.now() })
    await leader.tap('何玉珍')
    await leader.see(/8:\d\d 到/)
    await leader.notSee('待上传')
    await hears('婆婆：到了「一起赏菊」')

    await app.advance(65 * 60_000)
    const later = await app.phone('苏桂兰', { path: door(id), now: app.now() })
    await later.see('人签退了')
    await later.tap('何玉珍')
    await later.see(/9:\d\d 走/)
    await later.notSee('待上传')
    await hears('「一起赏菊」活动结束了')

    await later.set({ offline: true })
    await later.tap('送到家')
    await later.tap('何玉珍')
    await later.modal('送到家了')
    await later.see(/9:\d\d 送到家 · 待上传/)
    await later.restart({ offline: true })
    await later.tap('送到家')
    await later.see(/9:\d\d 送到家 · 待上传/)
    await later.set({ offline: false })
    await later.notSee('待上传', 15_000)
    await later.see(/1\s*\/ 1 人送到家了/)
    await hears('婆婆：送到家了')
  })

  test('who is not there twenty minutes after the start stands first, one tap from a call to her family', async () => {
    const id = await outing('一起包饺子')
    const early = await app.phone('苏桂兰', { path: door(id), now: app.now() })
    await early.tap('邵丽萍')
    await early.see(/\d:\d\d 到/)
    await early.notSee('待上传')
    await early.notSee('还没到的')
    // The timer sees the start, and twenty minutes of it.
    await app.advance(11 * 60_000)
    await app.timer()
    await app.advance(20 * 60_000)
    await app.timer()
    await hears('婆婆：还没签到')
    const leader = await app.phone('苏桂兰', { path: inbox, now: app.now() })
    await leader.tap('「一起包饺子」有 1 位还没到')
    await leader.at('/packages/day/pages/day/index')
    await leader.see('还没到的 1 位')
    await leader.see('梁文娟代报')
    await leader.tap('打给梁文娟（何玉珍的家人）')
    const [call] = await leader.calls('makePhoneCall')
    await leader.sheet(`呼叫 ${(call?.args as { phoneNumber: string }).phoneNumber}`)
    await leader.tap('何玉珍')
    await leader.notSee('还没到的')
    await leader.notSee('待上传')
    await hears('婆婆：到了「一起包饺子」')
  })
})
