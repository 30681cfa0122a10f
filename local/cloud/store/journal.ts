import { dirname, join } from 'node:path'
import { type Disk, diskFault, realDisk, writeAll } from './disk'
import { requestFailed } from './faults'
import { bodyOf, Chain, FRAME, type Change } from './journal-lines'
import { JournalCopy } from './journal-copy'
import { type Replaying } from './journal-scan'
import { recover, type Mark, type Recovery } from './recovery'

export { type Change } from './journal-lines'
export { type Recovery } from './recovery'

/** Who must know what became of appended commits. */
export interface JournalOwner {
  /** The next `count` appends, in their order, are safe. */
  safe(count: number): void
  /** Nothing appended since what is safe has been kept; called before anybody who waits hears of it. */
  lost(): void
}

/** How a journal treats its file. */
export interface JournalOptions {
  folder: string
  /** False counts as safe what the system has, though a power cut could still take it. */
  fsync: boolean
  owner: JournalOwner
  disk?: Disk
}

interface Waiting {
  body: Buffer
  done: () => void
  failed: (error: Error) => void
}

const MOST_AT_ONCE = 32 * 1024 * 1024
const SMALL = 64 * 1024
const CLOSED = 'the local cloud has been closed'

/**
 * An append-only file of commits, one line each: checksum, space, JSON. Appends made while the disk is busy are
 * written and synced together. After a failed write the file is cut back to its last safe byte, and the next append
 * tries again.
 */
export class Journal {
  syncs = 0
  /** Rewritings that came to their end, and the reason of the last one that did not. */
  readonly rewritings: { done: number; failed?: string } = { done: 0 }
  private fd = -1
  private isSound = true
  private waiting: Waiting[] = []
  private waitingBytes = 0
  private draining?: Promise<void>
  private isHeld = false
  private isClosing = false
  /** Goes up with every loss; a rewriting that began before is worth nothing. */
  private losses = 0
  private last?: Promise<void>
  private copy?: JournalCopy
  private rewriting?: Promise<void>

  private constructor(
    private readonly file: string,
    private readonly disk: Disk,
    private readonly options: JournalOptions,
    private mark: Mark,
  ) {}

  /** Reads every commit into `replay`, mends the file, and is then ready to append. */
  static open(options: JournalOptions, replay: Replaying): [Journal, Recovery] {
    const { folder, disk = realDisk } = options
    const file = join(folder, 'journal.ndjson')
    const [mark, recovery] = recover(disk, file, replay)
    const journal = new Journal(file, disk, options, mark)
    journal.fd = disk.open(file, 'a+')
    return [journal, recovery]
  }

  /** Bytes in the file, waiting ones included. */
  get bytes(): number {
    return this.mark.bytes + this.waitingBytes
  }

  /** True for a journal of an earlier version, which the next rewriting brings up to date. */
  get isOutdated(): boolean {
    return !this.mark.isChained
  }

  /**
   * Resolves once the changes are on disk (or written, when fsync is off); order of calls is order in the file. Throws
   * when they are more than one line can hold, and once the journal is being closed: the file may be somebody else's.
   */
  append(changes: Change[]): Promise<void> {
    if (this.isClosing) throw requestFailed(`[FailedOperation] ${CLOSED}; nothing of this write was saved.`)
    const body = bodyOf(changes)
    const saved = new Promise<void>((done, failed) => {
      this.waitingBytes += body.length + FRAME
      this.waiting.push({ body, done, failed })
      this.drain()
    })
    this.last = saved
    saved.catch(() => undefined)
    return saved
  }

  /** Resolves once everything appended so far is safe, rejects when it is lost. */
  async settled(): Promise<void> {
    await this.last
  }

  /**
   * Replaces the file by the given changes, which say all that was appended so far, and whatever is appended
   * meanwhile. Appending goes on, but for a moment at the end. Rejects, and leaves everything as it was, when the
   * disk does not take it.
   */
  rewrite(changes: Iterable<Change>): Promise<void> {
    if (this.isClosing) return Promise.reject(new Error(CLOSED))
    this.rewriting ??= this.replace(changes)
      .then(() => void this.rewritings.done++)
      .catch((error: unknown) => {
        this.rewritings.failed = error instanceof Error ? error.message : String(error)
        throw error
      })
      .finally(() => (this.rewriting = undefined))
    return this.rewriting
  }

  /** Resolves when everything appended has been written; gives up a rewriting under way. */
  async close(): Promise<void> {
    this.isClosing = true
    await this.rewriting?.catch(() => undefined)
    while (this.draining) await this.draining
    if (this.fd >= 0) this.disk.close(this.fd)
    this.fd = -1
  }

  private drain(): void {
    if (this.draining || this.isHeld || !this.waiting.length) return
    this.draining = this.writeWaiting().finally(() => {
      this.draining = undefined
      this.drain()
    })
  }

  private async writeWaiting(): Promise<void> {
    // Waiting for the end of this turn lets commits of the same turn share one sync.
    await new Promise((go) => setImmediate(go))
    while (this.waiting.length && !this.isHeld) await this.writeBatch()
  }

  private async writeBatch(): Promise<void> {
    const chain = new Chain(this.mark.seed, this.mark.isChained)
    let count = 0
    for (const { body } of this.waiting) {
      if (count && chain.size + body.length > MOST_AT_ONCE) break
      chain.add(body)
      count++
    }
    const batch = this.waiting.splice(0, count)
    try {
      await this.writeOrMakeRoom(chain.take())
    } catch (error) {
      return this.lose(batch, error)
    }
    this.mark = { ...this.mark, bytes: this.mark.bytes + chain.bytes, seed: chain.seed }
    this.waitingBytes -= chain.bytes
    this.options.owner.safe(count)
    for (const { done } of batch) done()
  }

  // A rewriting under way may be what filled the disk: commits matter more.
  private async writeOrMakeRoom(bytes: Buffer): Promise<void> {
    try {
      await this.write(bytes)
    } catch (error) {
      if (!this.copy) throw error
      this.copy.giveUp()
      await this.write(bytes)
    }
  }

  private async write(bytes: Buffer): Promise<void> {
    if (!this.isSound) this.mend()
    this.isSound = false
    await writeAll(this.disk, this.fd, bytes)
    if (this.options.fsync) {
      this.syncs++
      await this.disk.sync(this.fd)
    }
    this.isSound = true
  }

  // Everything that waits was decided on top of what is lost, so it goes too.
  private lose(batch: Waiting[], error: unknown): void {
    const lost = [...batch, ...this.waiting.splice(0)]
    this.waitingBytes = 0
    this.last = undefined
    this.losses++
    this.options.owner.lost()
    let isUndone = true
    try {
      this.mend()
    } catch {
      isUndone = false
    }
    const fault = diskFault(error, this.file, isUndone)
    for (const { failed } of lost) failed(fault)
  }

  // A failed sync is never repeated: systems forget what they could not write. What is not safe is cut off instead.
  private mend(): void {
    if (this.fd < 0) this.fd = this.disk.open(this.file, 'a+')
    this.disk.truncate(this.fd, this.mark.bytes)
    this.disk.syncNow(this.fd)
    this.disk.syncFolder(dirname(this.file))
    this.isSound = true
  }

  private async replace(changes: Iterable<Change>): Promise<void> {
    const { losses, last } = this
    let from = this.bytes
    const goOn = () => {
      if (this.isClosing) throw new Error(CLOSED)
      if (copy.isGivenUp) throw new Error('the disk has no room for a second journal')
      if (this.losses !== losses) throw new Error('the disk did not take a commit meanwhile')
    }
    const copy = new JournalCopy(this.disk, `${this.file}.new`)
    this.copy = copy
    try {
      for (const change of changes) if (copy.add(bodyOf([change]))) await copy.flush().then(goOn)
      // The changes say what was still waiting when they were asked for: should it be lost, they are worth nothing.
      await last
      while (this.mark.bytes - from > SMALL) {
        from = copy.follow(this.fd, from, this.mark.bytes)
        await copy.flush().then(goOn)
      }
      // The bulk is synced while commits go on, so that little is left for the moment when they are held.
      await copy.sync().then(goOn)
      this.isHeld = true
      await this.draining
      goOn()
      while (from < this.mark.bytes) {
        from = copy.follow(this.fd, from, this.mark.bytes)
        await copy.flush()
      }
      await copy.sync()
      this.take(copy)
    } catch (error) {
      copy.discard()
      throw error
    } finally {
      this.copy = undefined
      this.isHeld = false
      this.drain()
    }
  }

  private take(copy: JournalCopy): void {
    const { mark } = copy
    copy.close()
    // Closed before it is replaced: some systems do not rename onto an open file.
    if (this.fd >= 0) this.disk.close(this.fd)
    this.fd = -1
    this.isSound = false
    this.disk.rename(copy.file, this.file)
    this.mark = mark
    try {
      this.mend()
    } catch {
      // The next append mends, or says that it cannot.
    }
  }
}
