import { crc32, crcText } from './checksum'

/** One change: a document put, a document removed, or a collection created. */
export type Change =
  { put: string; text: string } | { remove: string; id: string | number | boolean } | { create: string }

/** How the first line of a journal begins, of whatever version. */
export const FORMAT = '{"format":"local-cloud-journal"'

const headerOf = (version: number) => Buffer.from(JSON.stringify({ format: 'local-cloud-journal', version }))

/** The first line of a journal in which each checksum goes on from the one before it. */
export const HEADER = headerOf(2)

/** The first line of a journal of 0.4 and before, in which each line is checked by itself. */
export const OLD_HEADER = headerOf(1)

/** Where a journal's chain of checksums begins. */
export const FIRST_SEED = crc32(HEADER)

/** Bytes of a line besides its body: checksum, space and line break. */
export const FRAME = 10

const BREAK = 10
const SPACE = 32

/** The body of the line that says these changes. */
export const bodyOf = (changes: Change[]): Buffer => Buffer.from(`[${changes.map(textOf).join(',')}]`)

function textOf(change: Change): string {
  if ('put' in change) return `["put",${JSON.stringify(change.put)},${change.text}]`
  if ('remove' in change) return `["remove",${JSON.stringify(change.remove)},${JSON.stringify(change.id)}]`
  return `["create",${JSON.stringify(change.create)}]`
}

/** Makes lines out of bodies, each checksum going on from the one before. */
export class Chain {
  /** Bytes of all lines made so far. */
  bytes = 0
  private parts: Buffer[] = []
  private held = 0

  constructor(
    public seed: number,
    private readonly isChained = true,
  ) {}

  /** Bytes waiting to be taken. */
  get size(): number {
    return this.held
  }

  add(body: Buffer): this {
    this.seed = crc32(body, this.isChained ? this.seed : 0)
    this.parts.push(Buffer.from(`${crcText(this.seed)} `), body, LINE_BREAK)
    this.held += body.length + FRAME
    this.bytes += body.length + FRAME
    return this
  }

  /** The lines added since the last time, as they go into the file. */
  take(): Buffer {
    const bytes = Buffer.concat(this.parts, this.held)
    this.parts = []
    this.held = 0
    return bytes
  }
}

const LINE_BREAK = Buffer.from('\n')

/** The checksum a line claims to have, or -1 when it is not written like a line. */
export function claimOf(line: Buffer): number {
  // Without a body every seed would be its own checksum.
  if (line.length < FRAME || line[8] !== SPACE) return -1
  let value = 0
  for (let at = 0; at < 8; at++) {
    const byte = line[at] ?? 0
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : byte >= 97 && byte <= 102 ? byte - 87 : -1
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

/** True when the line's body fits its checksum, going on from `seed`. */
export const isIntact = (line: Buffer, claim: number, seed: number): boolean =>
  claim >= 0 && crc32(line.subarray(FRAME - 1), seed) === claim

/** A line of a file without its line break; the bytes are only good until the next one is asked for. */
export interface Line {
  at: number
  bytes: Buffer
  /** False for a last line without a line break. */
  isEnded: boolean
}

/** Every line of what `read` gives from a position on, however long the file is. */
export function* linesOf(
  read: (into: Buffer, position: number) => number,
  from: number,
  step: number,
): Generator<Line> {
  let buffer = Buffer.allocUnsafe(step)
  let held = 0
  let position = from
  for (;;) {
    const count = read(buffer.subarray(held), position + held)
    const filled = held + count
    let start = 0
    // What was held had no line break, so the search goes on behind it.
    for (let end = buffer.indexOf(BREAK, held); end >= 0 && end < filled; end = buffer.indexOf(BREAK, start)) {
      yield { at: position + start, bytes: buffer.subarray(start, end), isEnded: true }
      start = end + 1
    }
    if (!count) {
      if (filled > start) yield { at: position + start, bytes: buffer.subarray(start, filled), isEnded: false }
      return
    }
    held = filled - start
    position += start
    if (start) buffer.copyWithin(0, start, filled)
    else if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2)
  }
}
