// Skips a build whose inputs have not changed: a hash over their contents, kept beside the output.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './install.mjs'

function filesUnder(entry) {
  const full = path.join(root, entry)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [entry]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}

/** Hash of the contents of the given files and folders, paths relative to the repository. */
export function hashOf(entries) {
  const hash = createHash('sha256')
  for (const file of entries.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/**
 * Runs `build` unless the output named by `stamp` was built from the same inputs; says whether it ran. `told` is what
 * the build is told beside its inputs.
 */
export async function buildIfStale(stamp, entries, build, told = '') {
  const file = path.join(root, 'dist', `.${stamp}`)
  const now = `${hashOf(entries)} ${told}`.trim()
  if (existsSync(file) && readFileSync(file, 'utf8') === now) return false
  await build()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, now)
  return true
}
