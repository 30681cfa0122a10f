import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { squarePng } from '../../src/ui/square-png'
import { encode } from 'uqr'

/** Reads the one-bit PNGs that we write: grey values, row by row. */
function pixelsOf(base64: string): { side: number; rgba: Uint8ClampedArray } {
  const png = Buffer.from(base64, 'base64')
  const side = png.readUInt32BE(16)
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const stride = Math.ceil(side / 8) + 1
  const rgba = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let place = 0; place < side * side; place += 1) {
    const [x, y] = [place % side, Math.floor(place / side)]
    const isWhite = ((rows[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
    if (!isWhite) rgba.fill(0, place * 4, place * 4 + 3)
  }
  return { side, rgba }
}

const texts = ['7C:P:a1b2c3:p4d5e6f7:0123456789abcdef', '七彩蒲公英', 'x'.repeat(400)]

describe('a square code', () => {
  it.each(texts)('is read back from its picture at any scale', (text) => {
    for (const scale of [1, 2, 3, 7, 12, 16]) {
      const { data, size } = encode(text, { border: 4, ecc: 'M' })
      const { side, rgba } = pixelsOf(squarePng(data, scale))
      expect(side).toBe(size * scale)
      if (scale > 1) expect(jsQR(rgba, side, side)?.data).toBe(text)
    }
  })

  it('is a small picture, since the whole of it crosses to the page', () => {
    const { data } = encode(texts[0] as string, { border: 4, ecc: 'M' })
    expect(squarePng(data, 16).length).toBeLessThan(8000)
  })
})
