import { dirname } from 'node:path'
import { type Disk, reasonOf, writeAllNow } from './disk'
import { Chain, FIRST_SEED, HEADER, OLD_HEADER } from './journal-lines'
import { scan, type Replaying, type Scanned } from './journal-scan'

/** What opening a journal found. */
export interface Recovery {
  /** Commits taken in. */
  commits: number
  /** Bytes that were not taken in, 0 when the file was whole. */
  droppedBytes: number
  /** The first damaged line, counted from 1. */
  line?: number
  /** Commits behind the damage that can be read; they may rest on what was lost, so they were not taken in. */
  readableAfter: number
  /** The file that keeps what was dropped. */
  putAside?: string
  /** All of this in one sentence. */
  sentence?: string
}

/** Where the good part of a journal ends, and how its checksums go on. */
export interface Mark {
  bytes: number
  seed: number
  /** False in a journal of 0.4 and before, where each line is checked by itself. */
  isChained: boolean
}

/** Takes in every commit before the first damage, puts the rest aside, and leaves a journal that is whole. */
export function recover(disk: Disk, file: string, replay: Replaying): [Mark, Recovery] {
  const fresh = `${file}.new`
  disk.remove(fresh)
  const scanned = disk.exists(file) ? read(disk, file, replay) : undefined
  if (!scanned?.size) {
    replace(disk, file, undefined)
    return [markOf(undefined), { commits: 0, droppedBytes: 0, readableAfter: 0 }]
  }
  const { commits, size, from, end, line, readableAfter, lacksBreak } = scanned
  const isWhole = from === 0 && end === size
  try {
    const putAside = isWhole ? undefined : copyAside(disk, file, from > 0 ? 0 : end, size)
    if (from > 0) replace(disk, file, scanned)
    else if (end < size) cut(disk, file, end)
    else if (lacksBreak) endLine(disk, file)
    if (isWhole) return [markOf(scanned), { commits, droppedBytes: 0, readableAfter }]
    const recovery = { commits, droppedBytes: from + size - end, line, readableAfter, putAside }
    return [markOf(scanned), { ...recovery, sentence: sentenceOf(file, recovery, scanned.isTorn) }]
  } catch (error) {
    throw new Error(`The data file ${file} is damaged at line ${line} and cannot be mended: ${reasonOf(error)}.`)
  }
}

function read(disk: Disk, file: string, replay: Replaying): Scanned {
  const fd = disk.open(file, 'r')
  try {
    const scanned = scan((into, position) => disk.read(fd, into, position), disk.size(fd), replay)
    const { isNewer, isOurs, size } = scanned
    if (isNewer) throw new Error(`The data file ${file} was written by a newer version of the local cloud.`)
    if (size && !isOurs) throw new Error(`The file ${file} is not a journal of the local cloud.`)
    return scanned
  } finally {
    disk.close(fd)
  }
}

function markOf(scanned: Scanned | undefined): Mark {
  if (!scanned?.isFound) return { bytes: emptyJournal().length, seed: FIRST_SEED, isChained: true }
  const { seed, isChained, from, end, hasHeader, lacksBreak } = scanned
  const header = hasHeader ? 0 : emptyJournal().length
  return { bytes: header + end - from + Number(lacksBreak), seed, isChained }
}

/** The bytes of a journal without any commit. */
const emptyJournal = (isChained = true): Buffer => new Chain(0).add(isChained ? HEADER : OLD_HEADER).take()

const CHUNK = 1 << 20

function copy(disk: Disk, from: number, to: number, start: number, end: number): void {
  const chunk = Buffer.allocUnsafe(Math.min(CHUNK, end - start))
  for (let at = start; at < end;) {
    const count = disk.read(from, chunk.subarray(0, end - at), at)
    if (!count) return
    writeAllNow(disk, to, chunk.subarray(0, count))
    at += count
  }
}

// Writes a whole new file and gives it the name in one step: at no moment is there half a journal of that name.
function replace(disk: Disk, file: string, good: Scanned | undefined): void {
  const fresh = `${file}.new`
  const to = disk.open(fresh, 'w')
  try {
    if (!good?.isFound || !good.hasHeader) writeAllNow(disk, to, emptyJournal(good?.isFound ? good.isChained : true))
    if (good?.isFound) {
      const from = disk.open(file, 'r')
      try {
        copy(disk, from, to, good.from, good.end)
      } finally {
        disk.close(from)
      }
      if (good.lacksBreak) writeAllNow(disk, to, Buffer.from('\n'))
    }
    disk.syncNow(to)
  } finally {
    disk.close(to)
  }
  disk.rename(fresh, file)
  disk.syncFolder(dirname(file))
}

// Safe under its own name before anything is taken away from the journal.
function copyAside(disk: Disk, file: string, start: number, end: number): string {
  const base = file.replace(/\.ndjson$/, '')
  let n = 1
  while (disk.exists(`${base}.damaged-${n}`)) n++
  const aside = `${base}.damaged-${n}`
  const from = disk.open(file, 'r')
  try {
    const to = disk.open(aside, 'wx')
    try {
      copy(disk, from, to, start, end)
      disk.syncNow(to)
    } catch (error) {
      disk.remove(aside)
      throw error
    } finally {
      disk.close(to)
    }
  } finally {
    disk.close(from)
  }
  disk.syncFolder(dirname(file))
  return aside
}

function cut(disk: Disk, file: string, end: number): void {
  const fd = disk.open(file, 'a+')
  try {
    disk.truncate(fd, end)
    disk.syncNow(fd)
  } finally {
    disk.close(fd)
  }
}

function endLine(disk: Disk, file: string): void {
  const fd = disk.open(file, 'a+')
  try {
    writeAllNow(disk, fd, Buffer.from('\n'))
    disk.syncNow(fd)
  } finally {
    disk.close(fd)
  }
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

function sentenceOf(file: string, recovery: Recovery, isTorn: boolean): string {
  const { commits, droppedBytes, line, readableAfter, putAside } = recovery
  const where = isTorn ? 'ends with a line that was only half written' : `is damaged from line ${line} on`
  const kept = `${counted(commits, 'commit')} before it ${commits === 1 ? 'is' : 'are'} kept`
  const after = readableAfter ? ` with ${counted(readableAfter, 'readable commit')}` : ''
  return (
    `The data file ${file} ${where}: ${kept}, ` +
    `${counted(droppedBytes, 'byte')}${after} ${droppedBytes === 1 ? 'was' : 'were'} put aside in ${putAside}.`
  )
}
