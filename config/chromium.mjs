// Finds a Chromium for the tests; on Debian as root it installs one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './find-chromium.cjs'
import { giveUp } from './install.mjs'

/** Path of a Chromium; installs Debian's when there is none and we may, else ends with one sentence. */
export function provideChromium() {
  const found = findChromium()
  if (found) return found
  const root = typeof process.getuid === 'function' && process.getuid() === 0
  if (root && existsSync('/usr/bin/apt-get')) {
    console.log('Installing chromium and a Chinese font (apt-get) …')
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options)
  }
  return (
    findChromium() ||
    giveUp('No Chromium found: please install Chrome, Edge or Chromium, or set CHROMIUM to its path, and try again.')
  )
}
