// Takes a picture of one page on the local phone. With --dist it serves that build itself, else it uses --url.
//   node --import tsx tests/phone/shoot.ts --dist dist/weapp --path /pages/home/index --out home.png
//   node --import tsx tests/phone/shoot.ts --url http://127.0.0.1:8520 --as OPENID --path … --out … [--font 1.4] [--dark] [--full] [--desk]
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { launchBrowser } from './chromium'
import type { PhoneSurface } from '../../local/phone/runtime/surface'
import { startPhone } from '../../local/phone/server'

declare const __phone: PhoneSurface

const WIDTH = 390
const HEIGHT = 844
const SETTLE = 400

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    dist: { type: 'string' },
    cloud: { type: 'string', default: 'http://127.0.0.1:1' },
    as: { type: 'string', default: '' },
    path: { type: 'string', default: '' },
    scene: { type: 'string', default: '' },
    out: { type: 'string', default: 'phone.png' },
    font: { type: 'string', default: '' },
    width: { type: 'string', default: String(WIDTH) },
    wait: { type: 'string', default: String(SETTLE) },
    tap: { type: 'string', multiple: true },
    dark: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    /** The whole desk: the phone in its frame and what stands beside it. */
    desk: { type: 'boolean', default: false },
  },
})

async function contentHeight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const frame = document.querySelector('.page[data-active] iframe') as HTMLIFrameElement
    const root = frame.contentDocument?.documentElement
    return (root?.scrollHeight ?? 0) - frame.clientHeight
  })
}

/** Waits until the cloud has answered everything, and the page has drawn it. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(150)
  await page.waitForFunction(() => __phone.pending() === 0, undefined, { timeout: 10_000 }).catch(() => undefined)
  await page.waitForTimeout(Number(values.wait))
}

async function shoot(base: string): Promise<void> {
  const search = new URLSearchParams()
  for (const name of ['as', 'path', 'scene', 'font'] as const) if (values[name]) search.set(name, values[name])
  if (values.dark) search.set('dark', '1')
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({
      viewport: values.desk ? { width: 1180, height: 940 } : { width: Number(values.width), height: HEIGHT },
      deviceScaleFactor: values.desk ? 1 : 2,
      hasTouch: !values.desk,
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    await page.goto(new URL(`${values.desk ? '' : 'phone'}?${search}`, base).href)
    await page.waitForFunction(() => typeof __phone === 'object' && __phone?.marks.ready !== undefined, undefined, {
      timeout: 8000,
    })
    await settle(page)
    for (const text of values.tap ?? []) {
      await page.frameLocator('.page[data-active] iframe').getByText(text).first().tap()
      await settle(page)
    }
    if (values.full) {
      const extra = await contentHeight(page)
      if (extra > 0) await page.setViewportSize({ width: Number(values.width), height: HEIGHT + extra })
      await page.waitForTimeout(300)
    }
    await page.screenshot({ path: values.out })
    const errors = await page.evaluate(() => __phone.errors)
    for (const error of errors) console.error(`${error.kind}: ${error.message}`)
    console.log(`${values.out} ${errors.length ? `(${errors.length} errors)` : ''}`)
  } finally {
    await browser.close()
  }
}

async function main(): Promise<void> {
  if (values.url) return shoot(values.url)
  const phone = await startPhone({ dist: values.dist ?? 'dist/weapp', cloud: { url: values.cloud } })
  for (const warning of phone.warnings) console.error(warning)
  try {
    await shoot(phone.url)
  } finally {
    await phone.close()
  }
}

main().catch((problem: unknown) => {
  console.error(problem)
  process.exitCode = 1
})
