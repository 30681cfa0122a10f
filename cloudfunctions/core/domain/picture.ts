import { Buffer } from 'node:buffer'

/** A picture as a PDF can hold it: its size in pixels, one or three colours a pixel, its bytes still compressed. */
export interface Picture {
  width: number
  height: number
  colours: 1 | 3
  filter: 'jpeg' | 'png'
  bytes: Buffer
}

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Reads a JPEG, or a plain PNG (eight bits, grey or colour, not see-through); null for any other. */
export function pictureIn(file: Buffer | null): Picture | null {
  if (!file) return null
  if (file.subarray(0, 8).equals(pngHead)) return pngIn(file)
  return file[0] === 0xff && file[1] === 0xd8 ? jpegIn(file) : null
}

function pngIn(file: Buffer): Picture | null {
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  const [depth, colour, , , interlaced] = file.subarray(24, 29)
  if (depth !== 8 || interlaced !== 0 || (colour !== 0 && colour !== 2)) return null
  const parts: Buffer[] = []
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const body = file.subarray(at + 8, at + 8 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(body)
  }
  return { width, height, colours: colour === 0 ? 1 : 3, filter: 'png', bytes: Buffer.concat(parts) }
}

/** Markers that begin a frame of a JPEG and tell its size. */
const frames = [0xc0, 0xc1, 0xc2]

function jpegIn(file: Buffer): Picture | null {
  for (let at = 2; at + 9 < file.length && file[at] === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
    if (!frames.includes(file[at + 1] ?? 0)) continue
    const colours = file[at + 9]
    if (colours !== 1 && colours !== 3) return null
    return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5), colours, filter: 'jpeg', bytes: file }
  }
  return null
}
