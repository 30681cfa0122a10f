import {
  Chain,
  claimOf,
  FIRST_SEED,
  FORMAT,
  FRAME,
  HEADER,
  isIntact,
  linesOf,
  type Line,
  OLD_HEADER,
} from './journal-lines'

/** What reading a journal's file from front to back found. */
export interface Scanned {
  size: number
  commits: number
  /** Where the good part begins (0 unless the header is damaged) and ends. */
  from: number
  end: number
  /** True when there is a good part, and whether it has the header. */
  isFound: boolean
  hasHeader: boolean
  /** How the checksums go on behind the good part. */
  seed: number
  isChained: boolean
  /** The last good line ends with the file instead of a line break. */
  lacksBreak: boolean
  /** The first damaged line, counted from 1, and commits behind it that can be read. */
  line?: number
  readableAfter: number
  /** The damage is one unfinished last line. */
  isTorn: boolean
  /** The file looks like a journal, or like one of a newer version. */
  isOurs: boolean
  isNewer: boolean
}

/** Takes a commit as JSON says it; `isPlain` when nothing in it needs a special form, such as a date. */
export type Replaying = (changes: unknown[][], isPlain: boolean) => void

const READ_AT_ONCE = 4 * 1024 * 1024

type Role = 'header' | 'commit' | 'newer' | 'damage'

/** Reads a journal's lines, giving commits to `replay` up to the first damage behind the header. */
export function scan(readAt: (into: Buffer, position: number) => number, size: number, replay: Replaying): Scanned {
  const found: Scanned = {
    ...{ size, commits: 0, from: 0, end: 0, isFound: false, hasHeader: false, seed: FIRST_SEED, isChained: true },
    ...{ lacksBreak: false, readableAfter: 0, isTorn: false, isOurs: false, isNewer: false },
  }
  let isOver = false
  let before = 0
  let number = 0
  for (const line of linesOf(readAt, 0, Math.min(size + 1, READ_AT_ONCE))) {
    const { at, bytes, isEnded } = line
    number++
    if (number === 1) found.isOurs = looksOurs(bytes)
    const claim = claimOf(bytes)
    const role = isOver ? 'damage' : roleOf(found, line, claim, number)
    if (role === 'newer') return { ...found, isNewer: true }
    if (role === 'damage') {
      found.isTorn = found.line === undefined && found.isFound && !isEnded
      found.line ??= number
      isOver = found.isFound
      const isReadable = isIntact(bytes, claim, before) || (!found.isChained && isIntact(bytes, claim, 0))
      if (isReadable) found.readableAfter++
    } else {
      if (role === 'commit') {
        const text = bytes.toString('utf8', FRAME - 1)
        replay(JSON.parse(text) as unknown[][], !text.includes('"$'))
        found.commits++
      } else found.hasHeader = true
      if (!found.isFound) found.from = at
      found.isFound = found.isOurs = true
      found.end = at + bytes.length + Number(isEnded)
      found.lacksBreak = !isEnded
      found.seed = role === 'header' ? FIRST_SEED : claim
    }
    if (claim >= 0) before = claim
  }
  if (found.readableAfter) found.isOurs = true
  if (!found.isFound) found.from = size
  return found.isFound ? found : { ...found, end: size }
}

// The first commit goes on from the header's checksum, so it is known for the first even when the header is damaged.
function roleOf(found: Scanned, { at, bytes: line }: Line, claim: number, number: number): Role {
  if (found.isFound) return isIntact(line, claim, found.isChained ? found.seed : 0) ? 'commit' : 'damage'
  const body = line.subarray(FRAME - 1)
  if (isIntact(line, claim, 0)) {
    if (body.equals(HEADER)) return 'header'
    if (body.equals(OLD_HEADER)) found.isChained = false
    if (!found.isChained) return 'header'
    if (number === 1 && body.toString('latin1', 0, FORMAT.length) === FORMAT) return 'newer'
    // Right behind a damaged header, in a journal whose lines are checked one by one.
    if (number !== 2 || at !== HEADER.length + FRAME) return 'damage'
    found.isChained = false
    return 'commit'
  }
  return isIntact(line, claim, FIRST_SEED) ? 'commit' : 'damage'
}

const HEADER_LINES = [HEADER, OLD_HEADER].map((header) => new Chain(0).add(header).take())

/** True for a damaged first line that can only have been ours: much of the header is there, or nothing but zeros. */
function looksOurs(line: Buffer): boolean {
  const start = line.subarray(0, 4096)
  if (!start.length) return false
  if (start.includes('local-cloud-journal')) return true
  let end = start.length
  while (end > 0 && start[end - 1] === 0) end--
  const written = start.subarray(0, end)
  return HEADER_LINES.some((header) => {
    const same = header.filter((byte, at) => byte === start[at]).length
    return header.subarray(0, end).equals(written) || same > header.length / 2
  })
}
