import { type Dirent, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const EVERY = 500

/** Names, times and sizes of all files below a folder; '' while it is not there or changing under us. */
function fingerprint(folder: string): string {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry: Dirent) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath ?? entry.path, entry.name)
        const { mtimeMs, size } = statSync(file)
        return `${file} ${mtimeMs} ${size}`
      })
      .join('\n')
  } catch {
    return ''
  }
}

/**
 * Calls back once a folder has changed and then stayed the same for a moment; answers how to stop.
 * It looks instead of listening: a folder that a build empties breaks the listeners of the file system.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  let told = fingerprint(folder)
  let last = told
  const timer = setInterval(() => {
    const now = fingerprint(folder)
    if (now !== '' && now === last && now !== told) {
      told = now
      changed()
    }
    last = now
  }, EVERY)
  return () => clearInterval(timer)
}
