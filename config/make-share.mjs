// Draws the 5:4 pictures of share cards, one a colour: WeChat takes PNG there and no SVG.
// Run after changing a cover: node config/make-share.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { findChromium } from './find-chromium.cjs'
import { cover, svg, teams } from './draw.mjs'

const width = 500
const height = 400
/** Few, at four bits a pixel: these drawings are flat, and every KB here weighs on the main package. */
const mostColours = 9
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'src/parts/share')

/** The picture's pixels as 0xRRGGBB, row by row; runs in the browser. */
async function pixelsOf([source, w, h]) {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, w, h)
  return Array.from({ length: w * h }, (_, n) => (data[n * 4] << 16) | (data[n * 4 + 1] << 8) | data[n * 4 + 2])
}

/** The commonest colours, and for every pixel the nearest of them. */
function reduce(pixels) {
  const counts = new Map()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const palette = []
  const apart = (a, b) =>
    Math.abs((a >> 16) - (b >> 16)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255))
  const nearest = (pixel) =>
    palette.reduce((best, each, n) => (apart(each, pixel) < apart(palette[best], pixel) ? n : best), 0)
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([pixel]) => pixel)
  for (const pixel of byCount) {
    if (palette.length === mostColours) break
    if (palette.every((each) => apart(each, pixel) > 12)) palette.push(pixel)
  }
  const indexOf = new Map(byCount.map((pixel) => [pixel, nearest(pixel)]))
  return { palette, indices: pixels.map((pixel) => indexOf.get(pixel)) }
}

function chunk(type, body) {
  const head = Buffer.from(type, 'latin1')
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(Buffer.concat([head, body])))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, head, body, sum])
}

/** A PNG with a palette: a third of the size of true colour, and these drawings have few colours. */
function png({ palette, indices }) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 3, 0, 0, 0], 8)
  const line = width / 2 + 1
  const rows = Buffer.alloc(line * height)
  indices.forEach((index, n) => {
    const x = n % width
    rows[Math.floor(n / width) * line + 1 + (x >> 1)] |= x % 2 === 0 ? index << 4 : index
  })
  const colours = Buffer.from(palette.flatMap((each) => [each >> 16, (each >> 8) & 255, each & 255]))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage()
  for (const { k } of teams) {
    const pixels = await page.evaluate(pixelsOf, [svg(width, height, cover(k, width, height)), width, height])
    writeFileSync(path.join(folder, `${k}.png`), png(reduce(pixels)))
  }
} finally {
  await browser.close()
}
