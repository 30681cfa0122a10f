import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { AppError, ShareCard } from '../../local/phone/runtime/instruments'
import type { Probe, ProbeOptions } from '../../local/phone/runtime/probe'
import type { PhoneSurface } from '../../local/phone/runtime/surface'
import type { Message } from '../../local/phone/post/message'
import { launchBrowser, newContext } from './chromium'
import { addressOf, type Budget, type PhoneOpening } from './opening'
import { findField, findVisible, matches, PATIENCE, until, type View } from './find'
import { chooseInWheels, dragDown, tapPopup } from './gestures'

export { launchBrowser } from './chromium'
export type { Budget, PhoneOpening } from './opening'

declare const __phone: PhoneSurface

/** A phone in a test: everything a person can do, and what the phone has written down. */
export class Phone {
  constructor(
    readonly page: Page,
    private opening: PhoneOpening,
    private readonly context: BrowserContext,
    private readonly ownBrowser: Browser | undefined,
    /** Where the phone itself is: the page, or a frame of the table. */
    private readonly view: View = page,
  ) {}

  /** Touches the visible element with this text, aria-label or CSS selector on the page on top. */
  async tap(target: string): Promise<void> {
    const element = await until(
      () => findVisible(this.view, target),
      () => this.explain(`nothing to tap called "${target}"`),
    )
    await element.tap({ timeout: PATIENCE })
  }

  /** Holds a finger on an element. */
  async longPress(target: string): Promise<void> {
    const element = await until(
      () => findVisible(this.view, target),
      () => this.explain(`nothing called "${target}"`),
    )
    await element.click({ delay: 500, timeout: PATIENCE })
  }

  /** Writes into a field found by selector, placeholder or label; what stood there is replaced. */
  async type(target: string, text: string): Promise<void> {
    const field = await until(
      () => findField(this.view, target),
      () => this.explain(`no field "${target}"`),
    )
    await field.fill(text, { timeout: PATIENCE })
  }

  /** Leaves the field that has the keyboard. */
  async leaveField(): Promise<void> {
    await this.view.evaluate(() => {
      const frame = document.querySelector('.page[data-active] > iframe') as HTMLIFrameElement
      ;(frame.contentDocument?.activeElement as HTMLElement | null)?.blur()
    })
  }

  /** Waits until a text can be read on the phone. */
  async see(text: string | RegExp, patience = PATIENCE): Promise<void> {
    await until(
      async () => matches(await this.text(), text),
      () => this.explain(`cannot see ${String(text)}`),
      patience,
    )
  }

  /** Waits until a text can no longer be read on the phone. */
  async notSee(text: string | RegExp, patience = PATIENCE): Promise<void> {
    await until(
      async () => !matches(await this.text(), text),
      () => this.explain(`still see ${String(text)}`),
      patience,
    )
  }

  /** Everything that can be read now: title, page, fields, toasts and dialogs; one line per block. */
  text(): Promise<string> {
    return this.view.evaluate(() => __phone.text())
  }

  /** Waits until every call of the cloud has been answered and drawn. */
  async settled(): Promise<void> {
    let quietSince = Date.now()
    await until(
      async () => {
        if ((await this.view.evaluate(() => __phone.pending())) > 0) quietSince = Date.now()
        return Date.now() - quietSince > 120
      },
      () => this.explain('the cloud does not answer'),
      PATIENCE * 2,
    )
  }

  /** Goes back by the arrow, or as a swipe from the edge does where a page draws its own bar. */
  async back(): Promise<void> {
    const arrow = this.view.locator('.page[data-active] #back')
    if (await arrow.isVisible()) await arrow.tap()
    else await this.view.evaluate(() => __phone.back())
  }

  /** Taps a tab by its name. */
  async tab(name: string): Promise<void> {
    await this.view.locator('#tabs').getByRole('tab', { name, exact: false }).tap({ timeout: PATIENCE })
  }

  /** Pulls the page down with a finger. */
  async pull(): Promise<void> {
    await dragDown(this.page, this.view)
  }

  /** Scrolls the page to its end. */
  async scrollToBottom(): Promise<void> {
    await this.view.evaluate(() => {
      const frame = document.querySelector('.page[data-active] > iframe') as HTMLIFrameElement
      const view = frame.contentWindow as Window
      view.scrollTo({ top: view.document.documentElement.scrollHeight, behavior: 'instant' })
    })
  }

  /** Presses a button of the dialog, after writing into its field if a text is given. */
  async modal(button: string, text?: string): Promise<void> {
    if (text !== undefined) await this.view.locator('.modal-field').fill(text, { timeout: PATIENCE })
    await tapPopup(this.view, '.modal', button, () => this.explain(`no dialog with "${button}"`))
  }

  /** Chooses from the action sheet. */
  async sheet(item: string): Promise<void> {
    await tapPopup(this.view, '.sheet', item, () => this.explain(`no sheet with "${item}"`))
  }

  /** Answers WeChat's question for a permission or for messages. */
  async consent(button: '允许' | '拒绝' | '不允许'): Promise<void> {
    await tapPopup(this.view, '.consent', button, () => this.explain(`no question with "${button}"`))
  }

  /**
   * Opens a picker and chooses: a row's text, one text per column, a date (`2026-12-05`) or a time (`16:30`).
   */
  async pick(target: string, choice: string | string[]): Promise<void> {
    await this.tap(target)
    await chooseInWheels(this.view, choice, () => this.explain(`cannot pick ${String(choice)}`))
  }

  /** Shares by the menu of the capsule and sends; answers the card. */
  async share(to?: string): Promise<ShareCard> {
    await this.view.locator('#dots').tap()
    await this.sheet('转发给朋友')
    return this.sendCard(to)
  }

  /** Sends the card that is being shown, to the family's chat or to somebody by name; answers the card. */
  async sendCard(to?: string): Promise<ShareCard> {
    if (to) await this.view.locator('.share').getByRole('radio', { name: to }).tap({ timeout: PATIENCE })
    await tapPopup(this.view, '.share', '发送', () => this.explain('no share card'))
    const cards = await this.view.evaluate(() => __phone.shares)
    const last = cards[cards.length - 1]
    if (!last) throw new Error('no share card was written down')
    return last
  }

  /** Saves a picture of the screen; folders are made. */
  async screenshot(file: string): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true })
    await this.page.screenshot({ path: file })
  }

  /** What went wrong so far; a flow ends by expecting none. */
  errors(): Promise<AppError[]> {
    return this.view.evaluate(() => __phone.errors)
  }

  /** The route of the page on top, without a leading slash. */
  route(): Promise<string> {
    return this.view.evaluate(() => __phone.route())
  }

  /** The query of the page on top. */
  query(): Promise<Record<string, string>> {
    return this.view.evaluate(() => __phone.query())
  }

  /** Waits until a page is on top. */
  async at(route: string): Promise<void> {
    await until(
      async () => (await this.route()) === route.replace(/^\//, ''),
      async () => this.explain(`not at ${route} but at ${await this.route()}`),
    )
  }

  /** The service notifications that who holds the phone has received, oldest first. */
  async messages(): Promise<Message[]> {
    const openid = await this.view.evaluate(() => __phone.opening.openid)
    const address = new URL(`cloud/wechat/messages?openid=${encodeURIComponent(openid)}`, this.opening.url)
    const answer = (await (await fetch(address)).json()) as Message[] | { messages?: Message[] }
    return Array.isArray(answer) ? answer : (answer.messages ?? [])
  }

  /** Hands the phone to somebody else, which starts the mini-program afresh. */
  async switchTo(openid: string, at?: string): Promise<void> {
    await this.start({ ...this.opening, as: openid, path: at })
  }

  /** Starts the mini-program afresh as it was opened, or at another page. */
  async restart(change: Partial<PhoneOpening> = {}): Promise<void> {
    await this.start({ ...this.opening, ...change })
  }

  /** Makes this a new phone: nothing stored, nothing written down, opened as told. Cheaper than another one. */
  async renew(opening: PhoneOpening): Promise<void> {
    this.opening = opening
    await this.view.evaluate(() => localStorage.clear())
    await this.start(opening)
  }

  /** Changes a setting while the mini-program runs. */
  async set(change: { dark?: boolean; offline?: boolean }): Promise<void> {
    await this.view.evaluate((next) => __phone.change(next), change)
  }

  /** Sends the mini-program to the background, or brings it back. */
  async background(hidden: boolean): Promise<void> {
    await this.view.evaluate((isHidden) => __phone.background(isHidden), hidden)
  }

  /** What the page on top costs. */
  async budget(): Promise<Budget> {
    return this.view.evaluate(() => {
      const route = __phone.route()
      const setData = __phone.setData.filter((one) => one.page === route || !one.page.includes('pages/'))
      const first = __phone.setData.find((one) => one.page === route && one.first)
      return { route, ...__phone.measure(), firstBytes: first?.bytes ?? 0, setData, marks: __phone.marks }
    })
  }

  /** Who can use the page on top: every target with role, name and size, and what stands in the way. */
  probe(options: ProbeOptions = {}): Promise<Probe> {
    return this.view.evaluate((given) => __phone.probe(given), options)
  }

  /** Calls of the `wx` API so far, by name if one is given. */
  calls(api?: string): Promise<{ api: string; args: unknown }[]> {
    return this.view.evaluate((name) => __phone.calls.filter((call) => !name || call.api === name), api ?? '')
  }

  /** Opens the address for an opening and waits for the first page. */
  async start(opening: PhoneOpening): Promise<void> {
    await this.view.goto(addressOf(opening), { waitUntil: 'domcontentloaded' })
    await this.ready()
  }

  /** Waits for the first page of a mini-program that was just entered. */
  async ready(): Promise<void> {
    await until(
      () => this.view.evaluate(() => typeof __phone === 'object' && __phone.marks.ready !== undefined),
      () => this.explain('the first page did not come'),
      PATIENCE * 2,
    )
  }

  async close(): Promise<void> {
    await this.context.close()
    await this.ownBrowser?.close()
  }

  private async explain(problem: string): Promise<string> {
    const state = await this.view
      .evaluate(() => ({ route: __phone.route(), text: __phone.text(), errors: __phone.errors }))
      .catch(() => ({ route: '(no page)', text: '', errors: [] as AppError[] }))
    const errors = state.errors.map((error) => `${error.kind}: ${error.message.slice(0, 600)}`)
    return [problem, `at ${state.route}:`, state.text.slice(0, 1500), ...errors].join('\n')
  }
}

/** Opens a phone and waits for its first page. */
export async function openPhone(opening: PhoneOpening): Promise<Phone> {
  const own = opening.browser ? undefined : await launchBrowser()
  const browser = opening.browser ?? (own as Browser)
  const context = await newContext(browser, opening.size ?? { width: 390, height: 844 }, 2)
  if (opening.now !== undefined) await context.clock.setFixedTime(opening.now)
  const page = await context.newPage()
  if (opening.now !== undefined) await page.clock.install({ time: opening.now })
  const phone = new Phone(page, opening, context, own)
  try {
    await phone.start(opening)
  } catch (problem) {
    await phone.close()
    throw problem
  }
  return phone
}
