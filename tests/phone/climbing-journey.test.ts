// The whistle that nobody answers: reminded before its time, then a level higher each time it passes, with everybody told,
// until the county sends it on. Who asked can read the whole way. The clocks of phones opened later go with the cloud's.
import type { CaseView, Move } from '../../cloudfunctions/core/contract'
import { compoundIdOf } from '../../local/demo/communities'
import { App, morning } from './app'
import type { Phone } from './harness'

const casePage = '/packages/case/pages/case/index'
const messages = '/packages/me/pages/messages/index'
const countyDesk = '/packages/casedesk/pages/county/index'
const inbox = '/packages/casedesk/pages/inbox/index'
const words = '东墙外的路灯灭了一排，放学的孩子摸黑走'
const title = '东墙外的路灯灭了一排'

let app: App
let now = morning
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

/** Rounds of the timer in which a busy machine gets to everything that is due in the whole county. */
const mostRounds = 8

/** Lets time pass up to a moment (2026-11-23T18:01) of the county's clocks; the timer goes round until it moved the case. */
async function goTo(moment: string, id: string): Promise<void> {
  const to = Date.parse(`${moment}:00+08:00`)
  await app.advance(to - now)
  now = to
  const { turn } = await seenBy('梁文娟', id)
  for (let round = 0; round < mostRounds; round++) {
    await app.timer()
    if ((await seenBy('梁文娟', id)).turn > turn) return
  }
  throw new Error(`nothing happened at ${moment}`)
}

const at = (name: string, path: string): Promise<Phone> => app.phone(name, { path, now })
const moved = (name: string, id: string, move: Partial<Move>) =>
  app.call<CaseView>(name, 'case.move', { id, key: `climb-${String(move.move)}`, move })
const seenBy = (name: string, id: string) => app.call<CaseView>(name, 'case.get', { id })

/** What a person reads in her messages of this one. */
async function reads(name: string, told: string): Promise<void> {
  const phone = await at(name, messages)
  await phone.see(told)
}

test('a whistle that nobody takes is reminded of, climbs to the community, then to the county, which sends it on', async () => {
  const { id } = await app.call<{ id: string }>('梁文娟', 'case.ask', {
    ...{ key: 'climbing', service: 'whistle', topic: 'light', communityId: 'liuwan', words },
    ...{ compoundId: compoundIdOf('liuwan', 3), spot: { words: '东墙外' } },
  })
  await moved('贺小满', id, { move: 'dispatch', units: ['power'] })
  expect(await seenBy('秦卫东', id)).toMatchObject({ state: 'dispatched', level: 'compound', isOverdue: false })

  // On Monday afternoon, with a quarter of the working day left, the unit is reminded.
  await goTo('2026-11-23T15:31', id)
  await reads('秦卫东', `「${title}」快到时间了`)
  expect((await seenBy('秦卫东', id)).level).toBe('compound')

  // At six the community has it; the unit that was silent, the community and who asked are told.
  await goTo('2026-11-23T18:01', id)
  expect(await seenBy('邵丽萍', id)).toMatchObject({ state: 'asked', level: 'community', isOverdue: true })
  await reads('秦卫东', `「${title}」过了时间`)
  await reads('梁文娟', `「${title}」报到上一级了`)
  const desk = await at('邵丽萍', inbox)
  await desk.tap('.late')
  await desk.see(title)

  // The community lets a working day pass too, though it was reminded.
  await goTo('2026-11-24T15:31', id)
  await reads('邵丽萍', `「${title}」快到时间了`)
  await goTo('2026-11-24T18:01', id)
  await reads('邵丽萍', `「${title}」过了时间`)
  await reads('孟庆华', `「${title}」报到上一级了`)

  // The county sees the red number, and sends it on.
  const county = await at('孟庆华', countyDesk)
  await county.see(/\d+\s*件过期了，在 \d+ 个社区/)
  await county.see(/柳湾社区\s*过期 \d+ 件/)
  await county.tap(`派单，${title}`)
  await county.see('这件事退过单')
  await county.tap('县供电所')
  await county.type('可以不写，比如 先去看看要几盏', '今晚先把临时灯挂上')
  await county.tap('派给 县供电所')
  await county.see('派出去了')
  await reads('秦卫东', `「${title}」派到您这里了`)

  // Who asked sees where it is, and the way there.
  const asker = await at('梁文娟', `${casePage}?id=${id}`)
  await asker.see('县供电所 还没答复')
  await asker.tap('前面还有')
  await asker.see('快到时间，提醒了')
  await asker.see('过了时间，往上报')
  await asker.see('今晚先把临时灯挂上')
  const { steps, level, state } = await seenBy('梁文娟', id)
  expect({ level, state }).toEqual({ level: 'county', state: 'dispatched' })
  const way = ['begin', 'dispatch', 'remind', 'overdue', 'remind', 'overdue', 'dispatch']
  expect(steps.map(({ move }) => move)).toEqual(way)
}, 180_000)
