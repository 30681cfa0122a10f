import type { App } from './app'
import type { Phone } from './harness'

/** What of an opening changes from page to page. */
interface Look {
  path: string
  font?: number
  dark?: boolean
}

/**
 * One phone for each person, kept from page to page: whatever its settings need is done once, and the mini-program then
 * starts afresh at each page, as when a card is tapped.
 */
export class KeptPhones {
  private readonly phones = new Map<string, Phone>()

  constructor(
    private readonly app: () => App,
    /** Where each phone is opened first, and what is done there. */
    private readonly first: Look,
    private readonly prepare: (phone: Phone) => Promise<void> = async () => {},
  ) {}

  /** The phone of somebody of the cast, started afresh at a page. */
  async at(as: string, look: Look): Promise<Phone> {
    const known = this.phones.get(as)
    const phone = known ?? (await this.app().phone(as, this.first))
    if (!known) {
      await this.prepare(phone)
      this.phones.set(as, phone)
    }
    await phone.restart({ font: 1, dark: false, ...look })
    return phone
  }
}
