import path from 'node:path'
import type { Browser } from 'playwright-core'
import { type RunningPhone, startPhone } from '../../local/phone/server'
import { launchBrowser, openPhone, type Phone, type PhoneOpening } from './harness'
import { type StandInCloud, startStandInCloud } from './stand-in-cloud'

/** The local phone with the fixture mini-program, held by anna, over a cloud that echoes. */
export interface Fixture {
  server: RunningPhone
  cloud: StandInCloud
  browser: Browser
  open(opening?: Partial<PhoneOpening>): Promise<Phone>
}

/** Starts the fixture for the tests of a file; they share one phone, made new for each. */
export function useFixture(): Fixture {
  const fixture = {} as Fixture
  let shared: Phone | undefined
  beforeAll(async () => {
    fixture.cloud = await startStandInCloud()
    const dist = path.join(__dirname, 'fixtures/weapp')
    const people = [
      { openid: 'anna', name: '安娜' },
      { openid: 'berta', name: '贝塔' },
    ]
    fixture.server = await startPhone({ dist, cloud: { url: fixture.cloud.url }, people })
    fixture.browser = await launchBrowser()
  })
  fixture.open = async (asked = {}) => {
    const opening = { url: fixture.server.url, as: 'anna', browser: fixture.browser, ...asked }
    if (shared && opening.now === undefined) {
      await shared.renew(opening)
    } else {
      await shared?.close()
      shared = await openPhone(opening)
    }
    return shared
  }
  afterAll(async () => {
    await shared?.close()
    await fixture.browser?.close()
    await fixture.server?.close()
    await fixture.cloud?.close()
  })
  return fixture
}
