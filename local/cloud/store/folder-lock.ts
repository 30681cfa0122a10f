import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const heldHere = new Set<string>()

/** Claims a data folder for this process and returns the release; throws one sentence when another one has it. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock')
  const mine = `${process.pid} ${startOf(process.pid)}`
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 1) throw error
      refuseLiving(folder, file)
      rmSync(file, { force: true })
    }
  }
  heldHere.add(file)
  return () => {
    heldHere.delete(file)
    rmSync(file, { force: true })
  }
}

function refuseLiving(folder: string, file: string): void {
  const [pid = 0, start = ''] = readFileSync(file, 'utf8')
    .split(' ')
    .map((part, i) => (i ? part : Number(part)))
  const isHere = pid === process.pid
  if (isHere ? heldHere.has(file) : isAlive(Number(pid)) && startOf(Number(pid)) === start) {
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
