import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { realDisk } from './disk'

const heldHere = new Set<string>()

/** Makes a folder, with those above it, so that it outlives a power cut. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) realDisk.syncFolder(dirname(made))
}

/** Claims a data folder for this process and returns the release, which frees it once; throws one sentence when another one has it. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock')
  const mine = `${process.pid} ${startOf(process.pid)}`
  for (let attempt = 0; !place(file, mine); attempt++) {
    if (attempt > 9)
      throw new Error(`The data folder ${folder} cannot be locked; is somebody else just starting on it?`)
    takeAway(folder, file)
  }
  heldHere.add(file)
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    heldHere.delete(file)
    if (textOf(file) === mine) rmSync(file, { force: true })
  }
}

// Linked to its name with its content, so that nobody ever sees a lock that says nothing.
function place(file: string, text: string): boolean {
  const draft = `${file}-${process.pid}`
  writeFileSync(draft, text)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (existsSync(file)) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

// Moved before it is removed: should a third process have replaced it meanwhile, its lock is put back.
function takeAway(folder: string, file: string): void {
  const stale = textOf(file)
  if (stale === undefined) return
  refuseLiving(folder, file, stale)
  const moved = `${file}-stale-${process.pid}`
  try {
    renameSync(file, moved)
    if (textOf(moved) !== stale) linkSync(moved, file)
  } catch {
    // Somebody else was faster; the next attempt sees what there is now.
  } finally {
    rmSync(moved, { force: true })
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function refuseLiving(folder: string, file: string, text: string): void {
  const [first = '', start = ''] = text.split(' ')
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 0) return
  const isHeld = pid === process.pid ? heldHere.has(file) : isAlive(pid) && startOf(pid) === start
  if (isHeld) {
    throw new Error(`The data folder ${folder} is in use by process ${pid}; stop it first or choose another folder.`)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// A process id may have been given to somebody else since; on Linux its start time tells the two apart.
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
