import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  write,
  writeSync,
} from 'node:fs'
import { CloudFault } from './faults'

/** What the journal asks of a file system; tests give one that fills up, fails or loses power. */
export interface Disk {
  open(file: string, flags: 'r' | 'w' | 'wx' | 'a+'): number
  close(fd: number): void
  size(fd: number): number
  exists(file: string): boolean
  /** Bytes read from a position on, 0 at the end. */
  read(fd: number, into: Buffer, position: number): number
  /** Bytes written, perhaps fewer than given. */
  write(fd: number, bytes: Buffer): Promise<number>
  writeNow(fd: number, bytes: Buffer): number
  /** Resolves when the file's bytes would outlive a power cut. */
  sync(fd: number): Promise<void>
  syncNow(fd: number): void
  truncate(fd: number, length: number): void
  rename(from: string, to: string): void
  remove(file: string): void
  /** Makes new, renamed and removed names of a folder outlive a power cut. */
  syncFolder(folder: string): void
}

/** The file system of this machine. */
export const realDisk: Disk = {
  open: (file, flags) => openSync(file, flags),
  close: (fd) => closeSync(fd),
  size: (fd) => fstatSync(fd).size,
  exists: (file) => existsSync(file),
  read: (fd, into, position) => readSync(fd, into, 0, into.length, position),
  write: (fd, bytes) =>
    new Promise((done, failed) => write(fd, bytes, (error, written) => (error ? failed(error) : done(written)))),
  writeNow: (fd, bytes) => writeSync(fd, bytes),
  sync: (fd) => new Promise((done, failed) => fdatasync(fd, (error) => (error ? failed(error) : done()))),
  syncNow: (fd) => fsyncSync(fd),
  truncate: (fd, length) => ftruncateSync(fd, length),
  rename: (from, to) => renameSync(from, to),
  remove: (file) => rmSync(file, { force: true }),
  syncFolder: (folder) => {
    // Windows cannot sync a folder; its rename is as durable as it gets.
    if (process.platform === 'win32') return
    const fd = openSync(folder, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  },
}

/** Writes all of it, however often the disk takes only a part. */
export async function writeAll(disk: Disk, fd: number, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await disk.write(fd, at ? bytes.subarray(at) : bytes)
}

/** The same at once, for the start. */
export function writeAllNow(disk: Disk, fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += disk.writeNow(fd, at ? bytes.subarray(at) : bytes)
}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file may not grow any further',
  EROFS: 'the disk can only be read',
}

/** What stopped a write, in a few words with the system's code. */
export function reasonOf(error: unknown): string {
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  return code ? `${REASONS[code] ?? 'the disk failed'} (${code})` : message
}

/** A write that the disk did not take; `isUndone` is false when even that is not certain. */
export function diskFault(error: unknown, file: string, isUndone: boolean): CloudFault {
  const outcome = isUndone ? 'nothing of this write was saved' : 'whether this write was saved is not certain'
  return new CloudFault(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] local cloud cannot write ${file}: ${reasonOf(error)}; ${outcome}.`,
  )
}
