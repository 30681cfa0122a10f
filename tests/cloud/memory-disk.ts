import { basename } from 'node:path'
import { type Disk } from '../../local/cloud/store/disk'

interface Entry {
  data: Buffer
  /** What a power cut would leave of it. */
  safe: Buffer
}

/** An error as the system gives it. */
export const systemError = (code: string) => Object.assign(new Error(`${code}: made by the test`), { code })

/** A disk in memory, all in one folder, that can fill up, fail, stop at any step, and lose what was not synced. */
export class MemoryDisk implements Disk {
  /** Steps taken so far that change something. */
  steps = 0
  /** Bytes of all files together that there is room for. */
  room = Infinity
  /** Called before each step; throwing is how a test makes it fail. */
  onStep: (step: string) => void = () => undefined
  private names: Map<string, Entry>
  private safeNames: Map<string, Entry>
  private handles = new Map<number, Entry>()
  private nextFd = 3

  constructor(files: Record<string, Buffer> = {}) {
    this.names = new Map(Object.entries(files).map(([name, data]) => [basename(name), { data, safe: data }]))
    this.safeNames = new Map(this.names)
  }

  /** Files as a killed process leaves them, or as a power cut does. */
  left(how: 'kill' | 'power cut'): MemoryDisk {
    const names = how === 'kill' ? this.names : this.safeNames
    const files = [...names].map(([name, { data, safe }]): [string, Buffer] => [name, how === 'kill' ? data : safe])
    return new MemoryDisk(Object.fromEntries(files))
  }

  content(name: string): Buffer | undefined {
    return this.names.get(basename(name))?.data
  }

  list(): string[] {
    return [...this.names.keys()]
  }

  open(file: string, flags: 'r' | 'w' | 'wx' | 'a+'): number {
    const name = basename(file)
    const known = this.names.get(name)
    if (flags === 'r' && !known) throw systemError('ENOENT')
    if (flags === 'wx' && known) throw systemError('EEXIST')
    if (flags !== 'r' && (!known || flags === 'w')) this.step(`open ${flags}`)
    const entry = known ?? { data: Buffer.alloc(0), safe: Buffer.alloc(0) }
    if (flags === 'w') entry.data = Buffer.alloc(0)
    this.names.set(name, entry)
    this.handles.set(this.nextFd, entry)
    return this.nextFd++
  }

  close(fd: number): void {
    this.handles.delete(fd)
  }

  size(fd: number): number {
    return this.entry(fd).data.length
  }

  exists(file: string): boolean {
    return this.names.has(basename(file))
  }

  read(fd: number, into: Buffer, position: number): number {
    return this.entry(fd).data.copy(into, 0, position)
  }

  async write(fd: number, bytes: Buffer): Promise<number> {
    await Promise.resolve()
    return this.writeNow(fd, bytes)
  }

  writeNow(fd: number, bytes: Buffer): number {
    const entry = this.entry(fd)
    const half = bytes.subarray(0, bytes.length >> 1)
    try {
      this.step('write')
    } catch (error) {
      entry.data = Buffer.concat([entry.data, half])
      throw error
    }
    const used = [...this.names.values()].reduce((sum, { data }) => sum + data.length, 0)
    const fitting = bytes.subarray(0, Math.max(0, this.room - used))
    if (bytes.length && !fitting.length) throw systemError('ENOSPC')
    entry.data = Buffer.concat([entry.data, fitting])
    return fitting.length
  }

  async sync(fd: number): Promise<void> {
    await Promise.resolve()
    this.syncNow(fd)
  }

  syncNow(fd: number): void {
    this.step('sync')
    const entry = this.entry(fd)
    entry.safe = entry.data
  }

  truncate(fd: number, length: number): void {
    this.step('truncate')
    const entry = this.entry(fd)
    entry.data = entry.data.subarray(0, length)
  }

  rename(from: string, to: string): void {
    this.step('rename')
    const entry = this.names.get(basename(from))
    if (!entry) throw systemError('ENOENT')
    this.names.delete(basename(from))
    this.names.set(basename(to), entry)
  }

  remove(file: string): void {
    if (!this.exists(file)) return
    this.step('remove')
    this.names.delete(basename(file))
  }

  syncFolder(): void {
    this.step('syncFolder')
    this.safeNames = new Map(this.names)
  }

  private step(what: string): void {
    this.steps++
    this.onStep(what)
  }

  private entry(fd: number): Entry {
    const entry = this.handles.get(fd)
    if (!entry) throw systemError('EBADF')
    return entry
  }
}
