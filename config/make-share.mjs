// Draws the 5:4 pictures of share cards, one a colour: WeChat takes PNG there and no SVG.
// Run after changing a cover: node config/make-share.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { cover, svg, teams } from './draw.mjs'

const width = 500
const height = 400
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'src/packages/activity/share')

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage({ viewport: { width, height } })
  for (const { k } of teams) {
    await page.setContent(`<body style="margin:0">${svg(width, height, cover(k, width, height))}</body>`)
    writeFileSync(path.join(folder, `${k}.png`), await page.screenshot())
  }
} finally {
  await browser.close()
}
