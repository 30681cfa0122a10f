// Pre-step of every command, in Node alone: right version, packages as the lock file says.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Ends the process with one sentence that a newcomer can act on. */
export function giveUp(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

/** Stops with one sentence when this Node is older than package.json asks. */
function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20)
    giveUp(
      `Node ${process.versions.node} is too old: please install Node 20 or newer (https://nodejs.org) and try again.`,
    )
}

/** Runs `npm ci` when node_modules is absent or made from another lock file. */
export function install() {
  checkNode()
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(root, 'node_modules', '.installed-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing packages (npm ci), about a minute the first time …')
  const npm = process.env.npm_execpath
  try {
    const options = { cwd: root, stdio: 'inherit', shell: !npm && process.platform === 'win32' }
    if (npm) execFileSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'], options)
    else execFileSync('npm', ['ci', '--no-audit', '--no-fund'], options)
  } catch {
    giveUp('npm ci failed: the lines above say why. Is the npm registry reachable?')
  }
  writeFileSync(stamp, lock)
}
