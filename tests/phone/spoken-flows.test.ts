// What an elder meets, driven by what a screen reader says alone: roles, names and states, in the order they are read.
import type { Locator } from 'playwright-core'
import { openidOf } from '../../local/demo/cast'
import { personIdOf, wardIdOf } from '../../local/demo/person-id'
import { App } from './app'
import { activePage, PATIENCE, until } from './find'
import type { Phone } from './harness'

let app: App
beforeAll(async () => {
  app = await App.start()
})
afterAll(() => app?.stop())
afterEach(async () => expect(await app.closePhones()).toEqual([]))

type Role = 'button' | 'switch' | 'tab' | 'checkbox' | 'radio'

/** What a screen reader can reach: a dialog alone while one is open, else the page. */
async function reached(phone: Phone): Promise<Locator> {
  const dialog = activePage(phone.page).getByRole('dialog')
  return (await dialog.count()) > 0 ? dialog.last() : activePage(phone.page).locator('body')
}

/** Presses what is called this, as a double tap of a screen reader does. */
async function press(phone: Phone, role: Role, name: string | RegExp): Promise<void> {
  const found = (await reached(phone)).getByRole(role, { name }).first()
  await found.click({ timeout: PATIENCE })
}

/** What is read out from top to bottom: a line for each thing, with its role, name and state. */
const read = async (phone: Phone): Promise<string> => (await reached(phone)).ariaSnapshot()

async function hears(phone: Phone, words: RegExp): Promise<string> {
  return until(
    async () => {
      const all = await read(phone)
      return words.test(all) && all
    },
    async () => `nobody says ${String(words)} in\n${await read(phone)}`,
  )
}

/** What is said by itself, without being looked for. */
async function isSaid(phone: Phone, words: RegExp): Promise<void> {
  const live = activePage(phone.page).locator('[aria-live],[role="status"],[role="alert"]')
  const said = () =>
    live.evaluateAll((all) => all.map((each) => `${each.getAttribute('aria-label') ?? ''} ${each.textContent ?? ''}`))
  await until(
    async () => (await said()).some((text) => words.test(text)),
    async () => `not said by itself: ${String(words)} in\n${await read(phone)}`,
  )
}

const wardId = wardIdOf(personIdOf(openidOf('梁文娟')), '婆婆')
const together = (text: string) => text.replace(/\s/g, '')

test('a card is heard from what it is about to what can be done, answered, and says by itself what came of it', async () => {
  const { items } = await app.call<{ items: { id: string; title: string }[] }>('梁文娟', 'activity.list', {
    communityId: null,
    from: Date.parse('2026-11-28T00:00:00+08:00'),
    search: '插花',
  })
  const { id = '', title = '' } = items[0] ?? {}
  const { token } = await app.call<{ token: string }>('梁文娟', 'card.make', { id, wardId, as: '儿媳' })
  const elder = await app.phone('何玉珍', { path: `/packages/elder/pages/card/index?t=${token}`, font: 1.4 })
  const heard = together(await hears(elder, /button "我去/))
  const places = ['请您去', title, '9点', '我去', '这次不去', '念', '电话', '怎么走'].map((words) =>
    heard.indexOf(together(words)),
  )
  expect(places.filter((place) => place < 0)).toEqual([])
  expect([...places].sort((a, b) => a - b)).toEqual(places)
  await press(elder, 'button', /^我去/)
  await isSaid(elder, /留了座/)
})

test('an elder signs up from the home page in care mode, and what came of it is said by itself', async () => {
  const elder = await app.phone('何玉珍', { path: '/packages/me/pages/settings/index' })
  await press(elder, 'switch', /^大字模式，关着/)
  await hears(elder, /switch "大字模式，开着" \[checked\]/)
  await elder.restart({ path: '/pages/home/index' })
  await hears(elder, /button "我去，/)
  await press(elder, 'button', /^我去，/)
  await hears(elder, /dialog "谁去/)
  await press(elder, 'radio', /^来吃饺子/)
  await hears(elder, /radio "来吃饺子，[^"]*" \[checked\]/)
  await press(elder, 'button', '报名')
  await isSaid(elder, /报上了/)
  await press(elder, 'button', '好了')
  await isSaid(elder, /座位给您留着/)
})

test('an elder steps back from what she signed up for, found in her list, and hears that she did', async () => {
  const elder = await app.phone('何玉珍', { path: '/packages/activity/pages/mine/index', font: 1.4 })
  await press(elder, 'button', /手机慢慢学/)
  await isSaid(elder, /座位给您留着/)
  await press(elder, 'button', '来不了')
  await elder.modal('退掉')
  await isSaid(elder, /退掉了/)
})
