// Bundles the local cloud as a program for tests: each of them starts its own, which then needs no compiler (`npm start`
// runs the sources).
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale } from './fresh.mjs'
import { root } from './install.mjs'

const source = path.join(root, 'local/cloud')
const output = path.join(root, 'dist/local-cloud')
const inputs = ['local/cloud', 'config/build-local-cloud.mjs', 'package-lock.json']

async function bundle() {
  const esbuild = await import('esbuild')
  // As with the functions, nobody ever runs half of a build.
  const building = path.join(root, `dist/.local-cloud-${process.pid}`)
  mkdirSync(building, { recursive: true })
  await esbuild.build({
    entryPoints: [path.join(source, 'main.ts')],
    outfile: path.join(building, 'host/main.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    tsconfig: path.join(root, 'tsconfig.json'),
  })
  // What is found by where the program lies.
  for (const file of ['worker.cjs', 'compiled.cjs'])
    cpSync(path.join(source, 'host', file), path.join(building, 'host', file))
  cpSync(path.join(source, 'page'), path.join(building, 'page'), { recursive: true })
  rmSync(output, { recursive: true, force: true })
  renameSync(building, output)
}

/** Bundles the local cloud into dist/local-cloud/host/main.js when its sources changed; says whether it did. */
export const buildLocalCloud = () => buildIfStale('local-cloud', inputs, bundle)
