import {
  closeSync,
  existsSync,
  fdatasync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  write,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { checksum } from './checksum'

/** One change: a document put, a document removed, or a collection created. */
export type Change =
  { put: string; text: string } | { remove: string; id: string | number | boolean } | { create: string }

const HEADER = JSON.stringify({ format: 'local-cloud-journal', version: 1 })

/** What opening a journal found. */
export interface Recovery {
  commits: number
  /** Bytes of a half-written last commit that were dropped; no caller had been told it was saved. */
  tornBytes: number
}

/**
 * An append-only file of commits, one line each: checksum, space, JSON. Appends made while the disk is busy are
 * written and synced together.
 */
export class Journal {
  /** Bytes in the file, waiting ones included. */
  bytes = 0
  syncs = 0
  private fd = -1
  private waiting: { line: string; done: () => void; failed: (error: Error) => void }[] = []
  private busy = false
  private broken?: Error
  private idle: (() => void)[] = []

  private constructor(
    private readonly file: string,
    private readonly fsync: boolean,
  ) {}

  /** Reads every commit into `replay`, drops a torn tail and is then ready to append. */
  static open(folder: string, fsync: boolean, replay: (changes: unknown[][]) => void): [Journal, Recovery] {
    const journal = new Journal(join(folder, 'journal.ndjson'), fsync)
    const recovery = journal.read(replay)
    journal.fd = openSync(journal.file, 'a')
    return [journal, recovery]
  }

  /** Resolves once the changes are on disk (or written, when fsync is off); order of calls is order in the file. */
  append(changes: Change[]): Promise<void> {
    if (this.broken) return Promise.reject(this.broken)
    const line = lineOf(`[${changes.map(textOf).join(',')}]`)
    this.bytes += line.length
    return new Promise((done, failed) => {
      this.waiting.push({ line, done, failed })
      // Waiting for the end of this turn lets commits of the same turn share one sync.
      if (!this.busy && this.waiting.length === 1) setImmediate(() => this.flush())
    })
  }

  /** Replaces the file, in one rename, by the given changes. */
  rewrite(changes: Iterable<Change>): void {
    const fresh = `${this.file}.new`
    const fd = openSync(fresh, 'w')
    let chunk = lineOf(HEADER)
    this.bytes = 0
    const flush = () => {
      this.bytes += writeSync(fd, chunk)
      chunk = ''
    }
    for (const change of changes) {
      chunk += lineOf(`[${textOf(change)}]`)
      if (chunk.length > 1 << 20) flush()
    }
    flush()
    fsyncSync(fd)
    closeSync(fd)
    if (this.fd >= 0) closeSync(this.fd)
    renameSync(fresh, this.file)
    syncFolder(dirname(this.file))
    this.fd = openSync(this.file, 'a')
  }

  /** True while nothing waits for the disk, the moment when `rewrite` may be called. */
  get isQuiet(): boolean {
    return !this.busy
  }

  /** Resolves when everything appended has been written. */
  async close(): Promise<void> {
    if (this.busy || this.waiting.length) await new Promise<void>((done) => this.idle.push(done))
    if (this.fd >= 0) closeSync(this.fd)
    this.fd = -1
  }

  private flush(): void {
    if (this.busy || !this.waiting.length) return
    this.busy = true
    const batch = this.waiting
    this.waiting = []
    const finish = (error: Error | null) => {
      this.busy = false
      if (error) this.broken = error
      for (const { done, failed } of batch) {
        if (error) failed(error)
        else done()
      }
      if (this.waiting.length) this.flush()
      else this.idle.splice(0).forEach((done) => done())
    }
    this.writeAll(Buffer.from(batch.map(({ line }) => line).join('')), (error) => {
      if (error || !this.fsync) return finish(error)
      this.syncs++
      fdatasync(this.fd, finish)
    })
  }

  private writeAll(bytes: Buffer, done: (error: Error | null) => void): void {
    write(this.fd, bytes, (error, written) => {
      if (error || written === bytes.length) done(error)
      else this.writeAll(bytes.subarray(written), done)
    })
  }

  private read(replay: (changes: unknown[][]) => void): Recovery {
    rmSync(`${this.file}.new`, { force: true })
    if (!existsSync(this.file)) {
      this.rewrite([])
      return { commits: 0, tornBytes: 0 }
    }
    const bytes = readFileSync(this.file)
    let commits = 0
    let at = 0
    for (let line = 1; at < bytes.length; line++) {
      const end = bytes.indexOf(10, at)
      const text = end < 0 ? undefined : verified(bytes.subarray(at, end))
      if (text === undefined) {
        if (line === 1 && !couldBeHeader(bytes))
          throw new Error(`The file ${this.file} is not a journal of the local cloud.`)
        if (end >= 0 && anyVerified(bytes, end + 1)) throw damaged(this.file, line, 'its checksum does not match')
        break
      }
      if (line === 1) {
        if (text !== HEADER) throw damaged(this.file, line, 'it was written by something else or a newer version')
      } else {
        replay(JSON.parse(text) as unknown[][])
        commits++
      }
      at = end + 1
    }
    if (at < bytes.length) truncateSync(this.file, at)
    if (at === 0) this.rewrite([])
    this.bytes = at
    return { commits, tornBytes: bytes.length - at }
  }
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } catch (error) {
    // Windows cannot sync a folder; its rename is as durable as it gets.
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(fd)
  }
}

const damaged = (file: string, line: number, why: string) =>
  new Error(`The data file ${file} is damaged at line ${line}: ${why}. Restore it, or start afresh with --reset.`)

const lineOf = (text: string) => `${checksum(Buffer.from(text))} ${text}\n`

function textOf(change: Change): string {
  if ('put' in change) return `["put",${JSON.stringify(change.put)},${change.text}]`
  if ('remove' in change) return `["remove",${JSON.stringify(change.remove)},${JSON.stringify(change.id)}]`
  return `["create",${JSON.stringify(change.create)}]`
}

function verified(line: Buffer): string | undefined {
  if (line.length < 10 || line[8] !== 32) return undefined
  const body = line.subarray(9)
  return checksum(body) === line.toString('latin1', 0, 8) ? body.toString('utf8') : undefined
}

// A first line cut short is a header torn at the very first start; anything else is somebody's file.
const couldBeHeader = (bytes: Buffer) => Buffer.from(lineOf(HEADER)).subarray(0, bytes.length).equals(bytes)

function anyVerified(bytes: Buffer, from: number): boolean {
  for (let at = from; at < bytes.length;) {
    const end = bytes.indexOf(10, at)
    if (end < 0) return false
    if (verified(bytes.subarray(at, end)) !== undefined) return true
    at = end + 1
  }
  return false
}
