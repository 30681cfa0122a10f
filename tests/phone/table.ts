import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { plain, type PhoneSettings, toWord } from '../../local/phone/shell/settings'
import { newContext } from './chromium'
import { PATIENCE, until } from './find'
import { Phone } from './harness'

/** How to open the table. */
export interface TableOpening {
  /** Address of the running local phone. */
  url: string
  people: { name: string; openid: string }[]
  browser: Browser
  /** Ms since 1970 that the phones show; the machine's clock unless told. */
  now?: number
  /** How phones are set, by the name of who holds them. */
  set?: Record<string, Partial<PhoneSettings>>
  /** Pixels of the window; wide enough for three phones unless told. */
  size?: { width: number; height: number }
}

/** The table in a test: the page around the phones, and each phone as if it were alone. */
export class TableOfPhones {
  constructor(
    readonly page: Page,
    readonly phones: Phone[],
    private readonly names: string[],
    private readonly frames: Frame[],
  ) {}

  /** The phone of somebody, by name. */
  phone(name: string): Phone {
    const phone = this.phones[this.names.indexOf(name)]
    if (!phone) throw new Error(`no phone of ${name} on the table`)
    return phone
  }

  /** The place of somebody's phone with what stands around it. */
  place(name: string): Locator {
    return placeOf(this.page, name)
  }

  /** Taps a button of the phone itself, outside its pages. */
  async tapOver(name: string, button: string): Promise<void> {
    await this.screen(name).getByRole('button', { name: button }).tap({ timeout: PATIENCE })
  }

  /** Taps what has just dropped down on somebody's phone. */
  async tapBanner(name: string, text: string): Promise<void> {
    const banner = this.screen(name).locator('.banner', { hasText: text })
    await banner.tap({ timeout: PATIENCE })
  }

  /** Taps the last card in the chat that is open on somebody's phone; the mini-program is entered anew. */
  async tapCard(name: string, title: string): Promise<void> {
    const card = this.screen(name).locator('.bubble-card', { hasText: title }).last()
    await this.entering(name, () => card.tap({ timeout: PATIENCE }))
  }

  /** Does what enters the mini-program anew on somebody's phone, and waits until it is there. */
  async entering(name: string, act: () => Promise<void>): Promise<void> {
    const frame = this.frames[this.names.indexOf(name)]
    await frame?.evaluate(() => document.documentElement.setAttribute('data-before', ''))
    await act()
    await frame?.waitForFunction(() => document.documentElement.getAttribute('data-before') === null)
    await this.phone(name).ready()
  }

  private screen(name: string) {
    return this.place(name).frameLocator('.screen')
  }
}

// By its label, not its role: where one phone is shown at a time the others have none.
const placeOf = (page: Page, name: string) => page.locator(`section[aria-label="${name}的手机"]`)

async function frameOf(page: Page, name: string): Promise<Frame> {
  return until(
    async () => {
      const element = await placeOf(page, name).locator('.screen').elementHandle()
      return (await element?.contentFrame()) ?? undefined
    },
    () => Promise.resolve(`no phone of ${name} on the table`),
  )
}

/** Opens the table with a phone for each of these people, and waits for their first pages. */
export async function openTable(opening: TableOpening): Promise<TableOfPhones> {
  const { url, people, browser, now, set = {}, size = { width: 1560, height: 960 } } = opening
  const context = await newContext(browser, size)
  if (now !== undefined) await context.clock.install({ time: now })
  const page = await context.newPage()
  const words = people.map(({ name, openid }) => ['p', toWord({ ...plain(openid), ...set[name] })])
  await page.goto(`${url}?${new URLSearchParams(words)}`)
  const names = people.map(({ name }) => name)
  const frames = await Promise.all(names.map((name) => frameOf(page, name)))
  const phones = people.map(
    ({ openid }, place) => new Phone(page, { url, as: openid }, context, undefined, frames[place]),
  )
  for (const phone of phones) await phone.ready()
  return new TableOfPhones(page, phones, names, frames)
}
