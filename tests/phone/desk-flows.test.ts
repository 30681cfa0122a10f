// What leaders and those who pass things on do beside publishing and signing up, tapped through on the whole product.
import { openidOf } from '../../local/demo/cast'
import { personIdOf, wardIdOf } from '../../local/demo/person-id'
import { App } from './app'
import type { Phone } from './harness'
import { crafts, published, signUpCrowd } from './published'

const desk = '/packages/desk/pages/desk/index'
const publish = '/packages/desk/pages/publish/index'
const detail = (id: string) => `/packages/activity/pages/detail/index?id=${id}`
const roster = (id: string) => `/packages/desk/pages/roster/index?id=${id}`
const team = `/packages/team/pages/team/index?id=${crafts}`

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

const argumentsOf = async (phone: Phone, api: string) =>
  (await phone.calls(api)).map(({ args }) => JSON.stringify(args)).join('\n')

/** Writes another name into the open form. */
async function rename(phone: Phone, title: string): Promise<void> {
  await phone.tap('名字')
  await phone.type('.sheet wx-input', title)
  await phone.tap('.sheet__foot .btn')
}

describe('drafts', () => {
  /** From the desk: a new activity by a template, under a name, put aside. */
  async function putAside(leader: Phone, title: string): Promise<void> {
    await leader.tap('发一个活动')
    await leader.see('只要定这两样')
    await leader.tap('写春联')
    await rename(leader, title)
    await leader.tap('先存着')
    await leader.at(desk)
    await leader.see(`草稿：${title}`)
  }

  test('what is put aside waits at the desk, opens as it was left, and can be sent', async () => {
    const leader = await app.phone('苏桂兰', { path: desk })
    await putAside(leader, '补一件旧毛衣')
    await leader.tap('草稿：补一件旧毛衣')
    await leader.see('补一件旧毛衣')
    await rename(leader, '补两件旧毛衣')
    await leader.tap('先存着')
    await leader.see('草稿：补两件旧毛衣')
    await leader.notSee('草稿：补一件旧毛衣')
    await leader.tap('草稿：补两件旧毛衣')
    await leader.see('只要定这两样')
    await leader.tap('发出去')
    await leader.at('packages/activity/pages/detail/index')
    await leader.see('补两件旧毛衣')
    await leader.back()
    await leader.at(desk)
    await leader.settled()
    await leader.notSee('草稿：补两件旧毛衣')
    await leader.see('补两件旧毛衣')
  })

  test('a draft is thrown away only after a question', async () => {
    const leader = await app.phone('苏桂兰', { path: desk })
    await putAside(leader, '没想好的活动')
    await leader.tap('草稿：没想好的活动')
    await leader.tap('删掉这份草稿')
    await leader.modal('再想想')
    await leader.see('没想好的活动')
    await leader.tap('删掉这份草稿')
    await leader.modal('删掉')
    await leader.at(desk)
    await leader.settled()
    await leader.notSee('草稿：没想好的活动')
  })
})

describe('who waits for a word of the leader’s', () => {
  test('who asks to come is a row on the desk, which leads to those who asked', async () => {
    const leader = await app.phone('苏桂兰', { path: desk })
    await leader.see('4 人等您点头')
    await leader.tap('4 人等您点头')
    await leader.see('点名字选，可以一次选几位')
    await leader.tap('全选 4 位')
    await leader.tap('同意 4 位')
    await leader.back()
    await leader.at(desk)
    await leader.settled()
    await leader.notSee('人等您点头')
  })

  test('whoever has no number is called at her family’s, and the roster says whose it is', async () => {
    const id = await published(app, '给老人拍照', 9)
    const motherInLaw = wardIdOf(personIdOf(openidOf('梁文娟')), '婆婆')
    await app.call('梁文娟', 'activity.join', { id, people: [motherInLaw] })
    const leader = await app.phone('苏桂兰', { path: roster(id) })
    await leader.see('电话是梁文娟的')
    await leader.tap('打给梁文娟（何玉珍的家人）')
    const [call] = await leader.calls('makePhoneCall')
    await leader.sheet(`呼叫 ${(call?.args as { phoneNumber: string }).phoneNumber}`)
    await leader.tap('何玉珍')
    await leader.see('打给家人梁文娟')
  })
})

describe('once more', () => {
  test('an activity that has been is held again with two things to set', async () => {
    const leader = await app.phone('苏桂兰', { path: desk })
    await leader.see('办过的')
    await leader.tap('再办一场')
    await leader.see('跟上次一样')
    await rename(leader, '再办的那一场')
    await leader.tap('发出去')
    await leader.at('packages/activity/pages/detail/index')
    await leader.see('再办的那一场')
    await leader.see('余 ')
  })

  test('last time’s is what a new one starts from', async () => {
    const leader = await app.phone('苏桂兰', { path: `${publish}?team=${crafts}` })
    await leader.see('照上次的办，改两处就能发')
    await leader.see('跟上次一样')
    await leader.see('上次：')
  })
})

test('the copied 接龙 has a surname for everyone, whole names after a question, and never a telephone number', async () => {
  const many = 120
  const id = await published(app, '大家一起包粽子', 200)
  await signUpCrowd(app, id, many)
  const leader = await app.phone('苏桂兰', { path: roster(id) })
  await leader.see('邻居001')
  await leader.tap('管理')
  await leader.tap('复制接龙')
  await leader.see('接龙复制好了')
  const masked = await argumentsOf(leader, 'setClipboardData')
  expect(masked).toContain('#接龙')
  expect(masked).toContain(`${many}. 邻*`)
  expect(masked).toContain(`一共 ${many} 位，200 席`)
  expect(masked).not.toContain('邻居')
  await leader.notSee('接龙复制好了')

  await leader.tap('管理')
  await leader.tap('复制全名接龙')
  await leader.modal('还是不用')
  expect(await argumentsOf(leader, 'setClipboardData')).toBe(masked)
  await leader.tap('复制全名接龙')
  await leader.modal('复制全名')
  await leader.see('接龙复制好了')
  const whole = await argumentsOf(leader, 'setClipboardData')
  for (let n = 1; n <= many; n += 1) expect(whole).toContain(`邻居${String(n).padStart(3, '0')}`)
  expect(whole).not.toMatch(/1\d{10}/)
})

test('a member is asked out only after a question, and is told', async () => {
  const candidate = '丁建平'
  await app.call(candidate, 'team.apply', { id: crafts, words: '' })
  const leader = await app.phone('苏桂兰', { path: `/packages/team/pages/members/index?id=${crafts}` })
  await leader.tap('同意丁建平加入')
  await leader.see('欢迎新队员')
  await leader.tap('队员，')
  await leader.tap('请丁建平离队')
  await leader.modal('再想想')
  await leader.see('丁建平')
  await leader.tap('请丁建平离队')
  await leader.modal('请离队')
  await leader.see('已经离队')
  await leader.settled()
  await leader.notSee('丁建平')
  const gone = await app.phone(candidate, { path: '/packages/me/pages/messages/index' })
  await gone.see('柳湾巧手队')
})

test('a leader changes what neighbours read about the team', async () => {
  const leader = await app.phone('苏桂兰', { path: team })
  await leader.tap('修改介绍')
  await leader.type('平时做些什么，欢迎什么样的人', '缝缝补补，写写画画，谁来都有一双手的活。')
  await leader.tap('保存')
  await leader.see('改好了')
  await leader.see('谁来都有一双手的活')
  const resident = await app.phone('梁文娟', { path: team })
  await resident.see('谁来都有一双手的活')
  await resident.notSee('修改介绍')
})

test('home pulled down asks the cloud again', async () => {
  const phone = await app.phone('梁文娟')
  await phone.see(/今天有 \d 场活动/)
  await phone.notSee('临时加的一场')
  await published(app, '临时加的一场', 10, 2)
  await phone.pull()
  await phone.see('临时加的一场')
  expect(await phone.calls('stopPullDownRefresh')).not.toEqual([])
})

describe('passing on', () => {
  const namesAndNumbers = /苏桂兰|梁文娟|邻居|1\d{10}|000-/

  test('an activity is passed on by the capsule and by the button, with a picture and without persons', async () => {
    const id = await published(app, '一起糊灯笼', 12)
    const phone = await app.phone('梁文娟', { path: detail(id) })
    await phone.see('来之前知道')
    const byMenu = await phone.share()
    await phone.tap('转发')
    const byButton = await phone.sendCard()
    for (const card of [byMenu, byButton]) {
      expect(card.title).toBe('周三 8:20 一起糊灯笼，余 12 席')
      expect(card.path).toBe(detail(id))
      expect(card.imageUrl).toMatch(/share\/[a-z]+\.png$/)
      expect(JSON.stringify(card)).not.toMatch(namesAndNumbers)
    }
    expect([byMenu.from, byButton.from]).toEqual(['menu', 'button'])
    const opened = await app.phone('新来的居民', { path: byMenu.path })
    await opened.see('一起糊灯笼')
  })

  test('the roster’s card leads to the activity and shows a drawing, never the roster', async () => {
    const id = await published(app, '一起贴窗花', 12)
    await app.call('梁文娟', 'activity.join', { id })
    const leader = await app.phone('苏桂兰', { path: roster(id) })
    await leader.see('梁文娟')
    await leader.tap('转发给邻居')
    const card = await leader.sendCard()
    expect(card.path).toBe(detail(id))
    expect(card.imageUrl).toMatch(/share\/[a-z]+\.png$/)
    expect(JSON.stringify(card)).not.toMatch(namesAndNumbers)
  })

  test.each([
    { what: 'a team', path: team, title: '柳湾巧手队，等您来' },
    { what: 'home', path: '/pages/home/index', title: '柳湾社区有哪些活动，来看看' },
    { what: 'the teams', path: '/pages/teams/index', title: '柳湾社区的七色志愿队，来认认人' },
  ])('$what is passed on by the capsule', async ({ path, title }) => {
    const phone = await app.phone('梁文娟', { path })
    await phone.see('柳湾')
    await phone.settled()
    const card = await phone.share()
    expect(card).toMatchObject({ title, path })
    expect(card.imageUrl).toMatch(/\.png$/)
  })

  test.each([
    '/packages/activity/pages/mine/index',
    '/packages/me/pages/messages/index',
    '/packages/me/pages/profile/index',
    `/packages/team/pages/members/index?id=${crafts}`,
    desk,
  ])('%s can be passed on to nobody', async (path) => {
    const phone = await app.phone('苏桂兰', { path })
    await phone.settled()
    await phone.page.locator('#dots').tap()
    expect(await phone.text()).not.toContain('转发给朋友')
  })
})

test('a message once allowed comes when the activity is called off', async () => {
  const id = await published(app, '学唱一支歌', 9)
  const phone = await app.phone('梁文娟', { path: detail(id) })
  await phone.see('来之前知道')
  await phone.tap('报名')
  await phone.see('谁去？')
  await phone.tap('.sheet__foot .btn')
  await phone.see('看我的报名')
  await phone.tap('开始前提醒我')
  await phone.consent('允许')
  await phone.see('记下了')
  await phone.tap('好了')

  await app.call('苏桂兰', 'activity.cancel', { id, reason: '天气不好，改日再约' })
  await app.timer()
  expect(JSON.stringify(await phone.messages())).toContain('学唱一支歌')
})
