// Compiles the mini-program to dist/weapp. Taro exits 0 on an invalid config, so the result is looked at.
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale } from './fresh.mjs'
import { root } from './install.mjs'

const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
const inputs = [
  'src',
  'cloudfunctions/core',
  'config',
  'babel.config.js',
  'tsconfig.json',
  'package-lock.json',
  'project.config.json',
]

function runTaro(args, { quiet }) {
  const child = spawn(process.execPath, [taro, 'build', '--type', 'weapp', ...args], {
    cwd: root,
    env: { ...process.env, TARO_ENV: 'weapp', FORCE_COLOR: '0' },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return { child, done: new Promise((resolve) => child.on('close', (code) => resolve({ code, output }))) }
}

/** Builds dist/weapp when its sources changed; throws with Taro's own words when it did not work. */
export function buildWeapp() {
  return buildIfStale('weapp', inputs, async () => {
    rmSync(path.join(root, 'dist/weapp'), { recursive: true, force: true })
    const { code, output } = await runTaro([], { quiet: true }).done
    if (code !== 0 || !existsSync(path.join(root, 'dist/weapp/app.json')) || /✖|ERROR in/.test(output))
      throw new Error(`The mini-program did not compile:\n${output.slice(-4000)}`)
  })
}

/** Starts Taro's watching build; returns its process. */
export function watchWeapp() {
  rmSync(path.join(root, 'dist/.weapp'), { force: true })
  return runTaro(['--watch'], { quiet: false }).child
}
