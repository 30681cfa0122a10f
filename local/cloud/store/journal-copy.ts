import { writeAll, type Disk } from './disk'
import { Chain, FRAME, HEADER, linesOf } from './journal-lines'
import { type Mark } from './recovery'

const SLICE = 256 * 1024
const STEP = 1024 * 1024

/** A journal being written anew beside the one in use. */
export class JournalCopy {
  isGivenUp = false
  private fd: number
  private readonly chain = new Chain(0)

  constructor(
    private readonly disk: Disk,
    readonly file: string,
  ) {
    this.fd = disk.open(file, 'w')
    this.chain.add(HEADER)
  }

  /** Where the copy ends. */
  get mark(): Mark {
    return { bytes: this.chain.bytes, seed: this.chain.seed, isChained: true }
  }

  /** Takes a line's body; true when it is time to flush. */
  add(body: Buffer): boolean {
    return this.chain.add(body).size >= SLICE
  }

  /** Takes the lines of another journal between two positions, some megabyte at a time; answers how far it came. */
  follow(from: number, start: number, end: number): number {
    const read = (into: Buffer, position: number) =>
      position < end ? this.disk.read(from, into.subarray(0, end - position), position) : 0
    let reached = start
    for (const { at, bytes, isEnded } of linesOf(read, start, STEP)) {
      if (!isEnded) throw new Error(`the journal cannot be read at byte ${at}`)
      this.chain.add(Buffer.from(bytes.subarray(FRAME - 1)))
      reached = at + bytes.length + 1
      if (reached - start >= STEP) break
    }
    if (reached === start) throw new Error(`the journal cannot be read at byte ${start}`)
    return reached
  }

  async flush(): Promise<void> {
    if (this.chain.size) await writeAll(this.disk, this.fd, this.chain.take())
  }

  /** Resolves when all of it would outlive a power cut. */
  async sync(): Promise<void> {
    await this.flush()
    await this.disk.sync(this.fd)
  }

  close(): void {
    if (this.fd >= 0) this.disk.close(this.fd)
    this.fd = -1
  }

  /** Gives the space back at once; the file stays open, as a write may be under way. */
  giveUp(): void {
    this.isGivenUp = true
    if (this.fd >= 0) this.disk.truncate(this.fd, 0)
  }

  /** Closes and removes the file. */
  discard(): void {
    this.close()
    try {
      this.disk.remove(this.file)
    } catch {
      // The next start removes it.
    }
  }
}
