// The county's desk sees how the whole stands, and has everything checked: what does not fit is found and put right.
import { App } from './app'

const countyDesk = '/packages/casedesk/pages/county/index'
const system = '/packages/casedesk/pages/system/index'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** Rounds of the job until a check that goes on is over. */
async function checked(): Promise<void> {
  for (let round = 0; round < 20; round++) {
    await app.timer('jobs')
    const { checks } = await app.call<{ checks: { finishedAt: number | null }[] }>('孟庆华', 'system.watch', {})
    if (checks[0]?.finishedAt) return
    // What was seen is looked at again a minute later.
    await app.advance(61_000)
  }
  throw new Error('the check did not come to its end')
}

test('a clock that stands still is named, that of the timer first', async () => {
  const phone = await app.phone('孟庆华', { path: system })
  await phone.see('定时任务还没有走过')
  await app.timer()
  await phone.pull()
  await phone.see('后台任务还没有走过')
})

test('from 全县事务 to 系统状况: the clock goes, a check is asked for, and all of the demo county fits', async () => {
  await app.timer()
  await app.timer('jobs')
  const phone = await app.phone('孟庆华', { path: countyDesk })
  await phone.see('各社区')
  await phone.tap('系统状况')
  await phone.see('一切正常')
  await phone.see('还没有核对过')
  await phone.tap('现在核对一遍')
  await phone.see('正在核对')
  await checked()
  await phone.pull()
  await phone.see('全都对得上')
  await phone.see('一切正常')
}, 120_000)

test('what nobody set right is said first, with the numbers to pass on; the words are the same in large type', async () => {
  await app.set('teams', 'liuwan-crafts', { done: { activities: 999, people: 0 } })
  await app.call('孟庆华', 'system.check', { key: 'broken' })
  await checked()
  for (const font of [1, 1.75]) {
    const phone = await app.phone('孟庆华', { path: system, font })
    await phone.see('有 1 处资料对不上')
    await phone.see('1 处对不上，要人来看')
    await phone.see('teams-done teams/liuwan-crafts')
    await phone.tap('复制编号')
    await phone.see('编号复制好了')
  }
}, 120_000)

test('a resident who comes upon the page is told that it is not for her', async () => {
  const phone = await app.phone('梁文娟', { path: system })
  await phone.see('这件事要由负责的人来办')
})
