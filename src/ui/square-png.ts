/** Rows of equal square cells, true for dark. */
export type Cells = readonly (readonly boolean[])[]

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A black and white PNG in base64 with `scale` pixels to a cell. Small: each row of cells is packed once. */
export function squarePng(cells: Cells, scale: number): string {
  const side = cells.length * scale
  const header = [...int32(side), ...int32(side), 1, 0, 0, 0, 0]
  const rows = cells.map((row) => pixelRow(row, scale))
  const body = [0x78, 0x01, ...packRows(rows, scale), ...int32(adler32(rows, scale))]
  return base64([...signature, ...chunk('IHDR', header), ...chunk('IDAT', body), ...chunk('IEND', [])])
}

// The leading 0 says that the row is not filtered; a bit of 1 is white.
function pixelRow(row: readonly boolean[], scale: number): number[] {
  const bytes = new Array<number>(Math.ceil((row.length * scale) / 8) + 1).fill(0)
  for (let x = 0; x < row.length * scale; x += 1) {
    if (!row[Math.floor(x / scale)]) bytes[1 + (x >> 3)] = (bytes[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  }
  return bytes
}

/** Deflate with its fixed codes: a row in plain, then "the row before once more" as often as needed. */
function packRows(rows: readonly number[][], scale: number): number[] {
  const out: number[] = []
  let held = 0
  let count = 0
  const bits = (value: number, length: number) => {
    for (let at = 0; at < length; at += 1) {
      held |= ((value >> at) & 1) << count
      count += 1
      if (count === 8) {
        out.push(held)
        held = 0
        count = 0
      }
    }
  }
  // Codes are written from their highest bit, everything else from its lowest.
  const code = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at -= 1) bits((value >> at) & 1, 1)
  }
  const plain = (byte: number) => (byte < 144 ? code(0x30 + byte, 8) : code(0x190 + byte - 144, 9))
  const before = (distance: number) => {
    const extra = Math.floor(Math.log2(distance - 1)) - 1
    code(2 * (extra + 1) + (((distance - 1) >> extra) & 1), 5)
    bits((distance - 1) & ((1 << extra) - 1), extra)
  }
  bits(0b011, 3)
  for (const row of rows) {
    row.forEach(plain)
    let left = row.length * (scale - 1)
    for (; left >= 258; left -= 258) {
      code(0xc5, 8)
      before(row.length)
    }
    // Lengths of 3 to 10 have codes without further bits.
    for (; left >= 3; left -= Math.min(left, 10)) {
      code(Math.min(left, 10) - 2, 7)
      before(row.length)
    }
    row.slice(row.length - left).forEach(plain)
  }
  code(0, 7)
  if (count > 0) out.push(held)
  return out
}

function adler32(rows: readonly number[][], scale: number): number {
  let a = 1
  let b = 0
  for (const row of rows) {
    for (let copy = 0; copy < scale; copy += 1) {
      for (const byte of row) {
        a = (a + byte) % 65521
        b = (b + a) % 65521
      }
    }
  }
  return b * 65536 + a
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...Array.from(type, (letter) => letter.charCodeAt(0)), ...data]
  return [...int32(data.length), ...body, ...int32(crc32(body))]
}

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

const int32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const left = bytes.length - at
    for (let place = 0; place < 4; place += 1) {
      text += place > left ? '=' : (letters[(three >> (18 - 6 * place)) & 63] ?? '')
    }
  }
  return text
}
