import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

const QUIET = 400

/**
 * Calls back once a folder has changed and then stayed quiet for a moment; answers how to stop.
 * Its parent is what is watched: a build may take the folder away and make it anew.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  const name = path.basename(folder)
  let timer: ReturnType<typeof setTimeout> | undefined
  let watcher: FSWatcher | undefined
  try {
    watcher = watch(path.dirname(path.resolve(folder)), { recursive: true }, (_event, file) => {
      if (file && file.split(path.sep)[0] !== name) return
      clearTimeout(timer)
      timer = setTimeout(changed, QUIET)
    })
  } catch {
    // Some file systems cannot be watched: the page is then reloaded by hand.
  }
  return () => {
    clearTimeout(timer)
    watcher?.close()
  }
}
