// Bundles each cloud function into its own folder: ours in index.js, the genuine SDK beside it in wx-server-sdk.js.
// One file each halves the cold start against node_modules (docs/bench.md); the folder is uploaded as it is. The writer of
// spreadsheets lies beside too: it is loaded by the one call that makes one, and costs the others nothing.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './fresh.mjs'
import { root } from './install.mjs'
import { listServices } from './list-services.mjs'

const source = path.join(root, 'cloudfunctions')
const output = path.join(root, 'dist/cloudfunctions')
/** Where each function's source map lies: `<name>.json`. */
export const maps = path.join(root, 'dist/maps')
const inputs = ['cloudfunctions', 'config/build-functions.mjs', 'config/droppable.cjs', 'package-lock.json']

/** Parts of the SDK that no function of ours calls and that cost half of its load time. */
const leftOut = /^(@cloudbase\/ai|@cloudbase\/wx-cloud-client-sdk)$/

const leaveOutUnused = {
  name: 'leave-out-unused',
  setup(build) {
    build.onResolve({ filter: leftOut }, (args) => ({ path: args.path, namespace: 'left-out' }))
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, (args) => ({
      contents: `module.exports = new Proxy({}, { get(_, key) { if (key === '__esModule') return true; return function () { throw new Error('${args.path} is left out of this bundle') } } })`,
    }))
  },
}

/** What lies in a file of its own beside index.js, and which functions need it. */
const beside = {
  'wx-server-sdk': { file: 'wx-server-sdk.js', entry: 'wx-server-sdk/index.js', isFor: () => true },
  'write-excel-file/node': {
    file: 'write-excel-file.js',
    entry: 'write-excel-file/node/index.js',
    isFor: (name) => name === 'jobs',
  },
}

/** Each function carries the actions that it answers, and their part of the contract. */
const droppable = {
  name: 'droppable',
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/](actions|contract|domain)[\\/][\w-]+\.ts$/ }, async ({ path: file }) => {
      // Loaded only when there is something to build.
      const { transformFileAsync } = await import('@babel/core')
      const { code } = await transformFileAsync(file, {
        configFile: false,
        parserOpts: { plugins: ['typescript'] },
        plugins: [path.join(root, 'config/droppable.cjs')],
        sourceFileName: path.basename(file),
        sourceMaps: 'inline',
      })
      return { contents: code, loader: 'ts' }
    })
  },
}

const leftBeside = {
  name: 'left-beside',
  setup(build) {
    build.onResolve({ filter: /^(wx-server-sdk|write-excel-file\/node)$/ }, ({ path }) => ({
      path: `./${beside[path].file}`,
      external: true,
    }))
  },
}

/** Names of the functions: folders of cloudfunctions with an index.ts. */
export const functionNames = () => readdirSync(source).filter((name) => existsSync(path.join(source, name, 'index.ts')))

async function bundle() {
  const esbuild = await import('esbuild')
  const shared = {
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    minifySyntax: true,
    minifyWhitespace: true,
  }
  // As with the mini-program, nobody ever runs half of a build.
  const building = path.join(root, `dist/.cloudfunctions-${process.pid}`)
  mkdirSync(maps, { recursive: true })
  const shelf = path.join(building, '.beside')
  for (const { file, entry } of Object.values(beside)) {
    await esbuild.build({
      ...shared,
      entryPoints: [path.join(root, 'node_modules', entry)],
      outfile: path.join(shelf, file),
      plugins: [leaveOutUnused],
    })
  }
  for (const name of functionNames()) {
    const folder = path.join(building, name)
    mkdirSync(folder, { recursive: true })
    await esbuild.build({
      ...shared,
      entryPoints: [path.join(source, name, 'index.ts')],
      outfile: path.join(folder, 'index.js'),
      plugins: [droppable, leftBeside],
      minifyIdentifiers: true,
      // What is loaded later is required as everything else is.
      supported: { 'dynamic-import': false },
      // What a stack in the log points at is found by config/where.mjs; names in the bundle would cost 12 KB of it.
      sourcemap: 'external',
      sourcesContent: false,
      tsconfig: path.join(root, 'tsconfig.json'),
    })
    for (const { file, isFor } of Object.values(beside)) {
      if (isFor(name)) copyFileSync(path.join(shelf, file), path.join(folder, file))
    }
    // Beside the folders, since these are uploaded whole.
    renameSync(path.join(folder, 'index.js.map'), path.join(maps, `${name}.json`))
    for (const file of ['config.json', 'package.json'])
      copyFileSync(path.join(source, name, file), path.join(folder, file))
  }
  rmSync(shelf, { recursive: true })
  rmSync(output, { recursive: true, force: true })
  renameSync(building, output)
}

/** Bundles the functions when their sources changed; says whether it did. */
export function buildFunctions() {
  listServices()
  return buildIfStale('cloudfunctions', inputs, bundle)
}

/** Bundles again whenever a source changes; instances started afterwards run the new code. Answers how to stop. */
export function watchFunctions() {
  let isBuilding = false
  const timer = setInterval(() => {
    if (isBuilding) return
    isBuilding = true
    buildFunctions()
      .catch((error) => console.error(error.message))
      .finally(() => (isBuilding = false))
  }, 1000)
  return { kill: () => clearInterval(timer) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void buildFunctions()
