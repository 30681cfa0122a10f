// The standing budgets that can be read off dist/weapp and dist/cloudfunctions without running them.
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'acorn'

const root = path.resolve(__dirname, '../..')
const weapp = path.join(root, 'dist/weapp')
const KB = 1024

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? files(file) : [file]
  })
}
const all = files(weapp)
const name = (file: string) => path.relative(weapp, file)
const size = (list: string[]) => list.reduce((sum, file) => sum + statSync(file).size, 0)

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar: { list: { iconPath: string }[] }
}
const app = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as AppJson
const packages = app.subPackages ?? []
const inPackage = (file: string) => packages.find((each) => name(file).startsWith(`${each.root.replace(/\/$/, '')}/`))

describe('the compiled mini-program', () => {
  test('the main package is at most 700 KB', () => {
    expect(size(all.filter((file) => !inPackage(file)))).toBeLessThanOrEqual(700 * KB)
  })

  test.each(packages.map((each) => [each.root]))('sub-package %s is at most 400 KB', (folder) => {
    expect(size(all.filter((file) => inPackage(file)?.root === folder))).toBeLessThanOrEqual(400 * KB)
  })

  test('shapes stay in the cloud, but for the form that the desk checks before it asks', () => {
    const withShapes = all.filter(
      (file) => file.endsWith('.js') && readFileSync(file, 'utf8').includes('kind:"schema"'),
    )
    expect([...new Set(withShapes.map((file) => inPackage(file)?.root ?? 'main'))]).toEqual(['packages/desk'])
  })

  test('every page named in app.json has its four files', () => {
    const pages = [...app.pages, ...packages.flatMap((each) => each.pages.map((page) => path.join(each.root, page)))]
    const missing = pages.flatMap((page) =>
      ['.js', '.json', '.wxml']
        .filter((ending) => !all.includes(path.join(weapp, page + ending)))
        .map((ending) => page + ending),
    )
    expect(missing).toEqual([])
  })

  test('a slow finger taps: nothing waits for a long press', () => {
    const waits = all.filter((file) => file.endsWith('.wxml') && /bindlong(press|tap)/.test(readFileSync(file, 'utf8')))
    expect(waits.map(name)).toEqual([])
  })

  test('tab icons are at most 40 KB', () => {
    const icons = all.filter((file) => name(file).startsWith('assets/tabs/'))
    expect(icons.length).toBeGreaterThan(0)
    expect(icons.filter((file) => statSync(file).size > 40 * KB).map(name)).toEqual([])
  })

  test('scripts are ES2019 or older, and none makes code from text', () => {
    const scripts = all.filter((file) => file.endsWith('.js'))
    const modern = scripts.filter((file) => {
      try {
        parse(readFileSync(file, 'utf8'), { ecmaVersion: 2019 })
        return false
      } catch {
        return true
      }
    })
    expect(modern.map(name)).toEqual([])
    const evals = scripts.filter(
      (file) => name(file) !== 'runtime.js' && /\beval\(|new Function\(/.test(readFileSync(file, 'utf8')),
    )
    expect(evals.map(name)).toEqual([])
  })

  const onLinux = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip
  onLinux('the WXML and WXSS pass the compilers that WeChat ships', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'wcc-'))
    const tool = (which: string) => {
      const copy = path.join(folder, which)
      copyFileSync(path.join(root, 'node_modules/miniprogram-compiler/bin/linux', which), copy)
      chmodSync(copy, 0o755)
      return copy
    }
    try {
      const markup = all.filter((file) => /\.(wxml|wxs)$/.test(file)).map((file) => `./${name(file)}`)
      const quiet: ExecFileSyncOptions = { cwd: weapp, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 }
      execFileSync(tool('wcc'), ['-d', ...markup], quiet)
      const styles = all.filter((file) => file.endsWith('.wxss')).map((file) => `./${name(file)}`)
      execFileSync(tool('wcsc'), ['-lc', ...styles], quiet)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('the bundled functions', () => {
  const functions = path.join(root, 'dist/cloudfunctions')
  test.each(readdirSync(functions).map((each) => [each]))('%s is at most 200 KB without the SDK', (each) => {
    expect(statSync(path.join(functions, each, 'index.js')).size).toBeLessThanOrEqual(200 * KB)
  })

  test('each carries the actions that it answers', () => {
    const carried = (each: string) => {
      const code = readFileSync(path.join(functions, each, 'index.js'), 'utf8')
      return [...code.matchAll(/\("([a-z]+\.[a-zA-Z]+)",\{input:/g)].map(([, action]) => action)
    }
    expect(carried('timer')).toEqual([])
    expect(carried('api')).toContain('activity.join')
    expect(carried('api')).not.toContain('people.erase')
    expect(carried('jobs')).toContain('people.erase')
    expect(carried('jobs')).not.toContain('activity.list')
  })
})
