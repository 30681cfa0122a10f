// Finds a Chromium for the tests; on Debian as root it installs one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { giveUp } from './install.mjs'

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
  .flatMap((name) => (process.env[name] ? [process.env[name]] : []))
  .flatMap((base) => [
    path.join(base, 'Google/Chrome/Application/chrome.exe'),
    path.join(base, 'Microsoft/Edge/Application/msedge.exe'),
  ])
const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

/** Path of a Chromium, Chrome or Edge on this machine, CHROMIUM first; empty when there is none. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = [
    process.env.CHROMIUM ?? '',
    ...onPath.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...mac,
    ...windows,
  ]
  return candidates.find((file) => file !== '' && existsSync(file)) ?? ''
}

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
