// Compiles the mini-program to dist/weapp. Taro exits 0 on an invalid config, so the result is looked at.
import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale } from './fresh.mjs'
import { root } from './install.mjs'
import { listServices } from './list-services.mjs'

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

function runTaro(args, { quiet, output: folder = 'dist/weapp' }) {
  const child = spawn(process.execPath, [taro, 'build', '--type', 'weapp', ...args], {
    cwd: root,
    env: { ...process.env, TARO_ENV: 'weapp', WEAPP_OUTPUT: folder, FORCE_COLOR: '0' },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return { child, done: new Promise((resolve) => child.on('close', (code) => resolve({ code, output }))) }
}

/** Builds dist/weapp when its sources changed; throws with Taro's own words when it did not work. */
export function buildWeapp() {
  const build = async () => {
    const building = `dist/.weapp-${process.pid}`
    const built = path.join(root, building)
    const { code, output } = await runTaro([], { quiet: true, output: building }).done
    if (code !== 0 || !existsSync(path.join(built, 'app.json')) || /✖|ERROR in/.test(output)) {
      rmSync(built, { recursive: true, force: true })
      throw new Error(`The mini-program did not compile:\n${output.slice(-4000)}`)
    }
    rmSync(path.join(root, 'dist/weapp'), { recursive: true, force: true })
    renameSync(built, path.join(root, 'dist/weapp'))
  }
  listServices()
  // What app.config.ts reads from the environment.
  return buildIfStale('weapp', inputs, build, `speech ${process.env.SPEECH ?? ''}`)
}

/** Starts Taro's watching build; answers how to stop it, which also happens when this process ends. */
export function watchWeapp() {
  listServices()
  rmSync(path.join(root, 'dist/.weapp'), { force: true })
  const { child } = runTaro(['--watch'], { quiet: false })
  // Taro does not end on a polite signal.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  return { kill }
}
