import path from 'node:path'
import type { Browser } from 'playwright-core'
import { type RunningPhone, startPhone } from '../../local/phone/server'
import { launchBrowser, openPhone, type Phone, type PhoneOpening } from './harness'
import { type StandInCloud, startStandInCloud } from './stand-in-cloud'

/** The local phone with the fixture mini-program, held by anna, over a cloud that echoes. */
export interface Fixture {
  server: RunningPhone
  cloud: StandInCloud
  open(opening?: Partial<PhoneOpening>): Promise<Phone>
}

/** Starts the fixture for the tests of a file; every phone opened is closed after its test. */
export function useFixture(): Fixture {
  const fixture = {} as Fixture
  const phones: Phone[] = []
  let browser: Browser
  beforeAll(async () => {
    fixture.cloud = await startStandInCloud()
    const dist = path.join(__dirname, 'fixtures/weapp')
    const people = [
      { openid: 'anna', name: '安娜' },
      { openid: 'berta', name: '贝塔' },
    ]
    fixture.server = await startPhone({ dist, cloud: { url: fixture.cloud.url }, people })
    browser = await launchBrowser()
  })
  fixture.open = async (opening = {}) => {
    const phone = await openPhone({ url: fixture.server.url, as: 'anna', browser, ...opening })
    phones.push(phone)
    return phone
  }
  afterEach(async () => {
    for (const phone of phones.splice(0)) await phone.close()
  })
  afterAll(async () => {
    await browser?.close()
    await fixture.server?.close()
    await fixture.cloud?.close()
  })
  return fixture
}
