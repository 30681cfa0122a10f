import { existsSync, type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

const QUIET = 400

/** Calls back once a folder has changed and then stayed quiet for a moment; answers how to stop. */
export function watchFolder(folder: string, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const watchers: FSWatcher[] = []
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
  }
  const parent = path.dirname(folder)
  const target = existsSync(folder) ? folder : parent
  try {
    watchers.push(watch(target, { recursive: true }, soon))
  } catch {
    // Some file systems cannot watch: the page is then reloaded by hand.
  }
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
