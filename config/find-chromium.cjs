// Where a Chromium may be on this machine; CommonJS, because the tests' runner loads it too.
const { existsSync } = require('node:fs')
const path = require('node:path')

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
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
function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const candidates = [process.env.CHROMIUM ?? '', ...onPath, ...mac, ...windows]
  return candidates.find((file) => file !== '' && existsSync(file)) ?? ''
}

module.exports = { findChromium }
