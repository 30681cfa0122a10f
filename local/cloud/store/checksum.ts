import * as zlib from 'node:zlib'

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function slowCrc32(bytes: Uint8Array, seed = 0): number {
  let value = ~seed
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return ~value >>> 0
}

// Node has had its own since 20.15.
const native = (zlib as { crc32?: typeof slowCrc32 }).crc32

/** CRC-32 of bytes, going on from `seed`, the CRC-32 of what came before them. */
export const crc32: (bytes: Uint8Array, seed?: number) => number = native ?? slowCrc32

/** A CRC-32 as eight hex digits. */
export const crcText = (value: number): string => value.toString(16).padStart(8, '0')

/** CRC-32 of bytes, as eight hex digits. */
export const checksum = (bytes: Uint8Array): string => crcText(crc32(bytes))
