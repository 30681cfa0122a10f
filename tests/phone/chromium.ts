import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { findChromium } from '../../config/find-chromium.cjs'

/** Starts the browser without a window; throws one clear sentence when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error('No Chromium found: install chromium, Chrome or Edge, or set CHROMIUM to its path.')
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A browser as somebody in the county has it: touched, in Chinese, with nothing moving. */
export function newContext(
  browser: Browser,
  viewport: { width: number; height: number },
  deviceScaleFactor = 1,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport,
    deviceScaleFactor,
    hasTouch: true,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
}
