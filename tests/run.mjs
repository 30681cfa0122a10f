// `npm test`: installs what is missing, builds what is stale, and runs everything. Ends with "N passed, N failed".
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { install, root } from '../config/install.mjs'

process.chdir(root)
install()
const { provideChromium } = await import('../config/chromium.mjs')
const chromium = provideChromium()

const { buildFunctions } = await import('../config/build-functions.mjs')
const { buildLocalCloud } = await import('../config/build-local-cloud.mjs')
const { buildWeapp } = await import('../config/build-weapp.mjs')

let passed = 0
let failed = 0

/** Runs one step and says how long it took; a failing step does not keep the others from running. */
async function step(name, work) {
  const from = Date.now()
  let sentence
  try {
    sentence = await work()
  } catch (error) {
    sentence = error instanceof Error ? error.message : String(error)
  }
  const seconds = ((Date.now() - from) / 1000).toFixed(0)
  console.log(`${name} … ${sentence ? `failed (${seconds} s)\n${sentence}` : `ok (${seconds} s)`}`)
  if (sentence) failed++
  else passed++
  return !sentence
}

/** A program of node_modules as a step: its output is the sentence when it fails. */
function program(file, ...args) {
  const how = { cwd: root, maxBuffer: 1 << 26 }
  return new Promise((done) => {
    execFile(process.execPath, [path.join(root, 'node_modules', file), ...args], how, (error, stdout, stderr) =>
      done(error ? `${stdout}${stderr}` || String(error) : ''),
    )
  })
}

const only = process.argv.slice(2)
console.log('building …')
await step('build the functions', async () => void (await buildFunctions()))
await step('build the local cloud', async () => void (await buildLocalCloud()))
await step('build the mini-program', async () => void (await buildWeapp()))
if (only.length === 0) {
  console.log('checking types, lint and format …')
  await Promise.all([
    step('types', () => program('typescript/bin/tsc', '--noEmit')),
    step('lint', () => program('eslint/bin/eslint.js', '--max-warnings', '0', '.')),
    step('format', () => program('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')),
  ])
}

const folder = mkdtempSync(path.join(tmpdir(), 'dandelion-tests-'))
const report = path.join(folder, 'report.json')
const jest = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/jest/bin/jest.js'), '--json', '--outputFile', report, '--maxWorkers=2', ...only],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROMIUM: chromium } },
)
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites
} catch {
  failed++
}
if (jest.status !== 0 && failed === 0) failed++
rmSync(folder, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
