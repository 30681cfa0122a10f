// Small pictures that cases of the county show: painted here, since nothing in it may be a photograph of a real place.
import { crc32, deflateSync } from 'node:zlib'
import type { PictureName } from './story'
import { pictureNames } from './story'

type Colour = readonly [red: number, green: number, blue: number]
type Paint = (x: number, y: number) => Colour

const width = 320
const height = 240

const mix = (from: Colour, to: Colour, share: number): Colour => {
  const at = Math.min(1, Math.max(0, share))
  const one = (n: 0 | 1 | 2) => Math.round(from[n] + (to[n] - from[n]) * at)
  return [one(0), one(1), one(2)]
}
const night: Colour = [24, 30, 46]
const glow: Colour = [255, 224, 150]
const wall: Colour = [208, 196, 180]
const floor: Colour = [150, 144, 136]

/** A lane between two walls; `lamps` light it. */
const lane =
  (lamps: readonly number[]): Paint =>
  (x, y) => {
    const isSky = y < height * 0.35
    const base = isSky ? night : mix([40, 44, 56], [54, 54, 60], y / height)
    const near = lamps.map((at) => 1 - Math.hypot(x - at, y - 70) / 90)
    return mix(base, glow, Math.max(0, ...near))
  }
/** A wall over a floor, with a bar where something was put. */
const yard =
  (bar: Colour | null): Paint =>
  (x, y) => {
    const isBar = bar !== null && x > 90 && x < 230 && y > 110 && y < 124
    const isPost = bar !== null && (Math.abs(x - 100) < 5 || Math.abs(x - 220) < 5) && y >= 124 && y < 190
    if (isBar || isPost) return bar
    return y < 170 ? mix(wall, [232, 224, 210], y / 170) : mix(floor, [120, 116, 110], (y - 170) / 70)
  }
/** Something round on the ground. */
const round =
  (inside: Colour): Paint =>
  (x, y) => {
    const away = Math.hypot((x - 160) / 1.4, y - 130)
    return away < 52 ? inside : away < 58 ? [70, 70, 74] : mix(floor, [176, 170, 160], y / height)
  }
/** A slip of paper with lines. */
const slip: Paint = (x, y) => {
  const isPaper = x > 90 && x < 230 && y > 20 && y < 220
  const isLine = isPaper && x > 104 && x < 216 && y % 20 < 4 && y > 40 && y < 200
  return isLine ? [96, 96, 104] : isPaper ? [250, 248, 242] : [186, 170, 148]
}

const painted: Record<PictureName, Paint> = {
  'lane-dark': lane([]),
  'lane-lit': lane([40, 100, 160, 220, 280]),
  'rail-before': yard(null),
  'rail-after': yard([196, 84, 60]),
  'lid-before': round([36, 36, 40]),
  'lid-after': round([118, 122, 128]),
  'wall-before': yard([92, 84, 74]),
  'wall-after': yard([84, 140, 108]),
  receipt: slip,
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

const ready = new Map<PictureName, Buffer>()

/** One of the pictures as a PNG of 320 by 240. */
export function paint(name: PictureName): Buffer {
  const made = ready.get(name) ?? draw(name)
  ready.set(name, made)
  return made
}

function draw(name: PictureName): Buffer {
  const colourOf = painted[name]
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colourOf(x, y), y * (1 + width * 3) + 1 + x * 3)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const bucket = 'cloud://local-env.local-bucket/'

/** The file of a picture in the folder of whoever brought it. */
export const pictureFileId = (personId: string, name: PictureName) => `${bucket}cases/${personId}/${name}.png`

/** Which picture a file of the county is, and where it lies in the storage; null for one that the county does not bring. */
export function pictureAt(fileId: string): { path: string; name: PictureName } | null {
  const path = fileId.startsWith(bucket) ? fileId.slice(bucket.length) : ''
  const name = pictureNames.find((each) => path.endsWith(`/${each}.png`))
  return name ? { path, name } : null
}
