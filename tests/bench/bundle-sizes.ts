import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { budgets } from './budgets'
import { kilobytes, verdict, type Measured } from './measured'
import type { Workshop } from './workshop'

interface AppJson {
  subPackages?: { root: string }[]
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0)
const zippedSizeOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)

/** Bytes of what is uploaded: each package of the mini-program, each function, and the SDK beside it. */
export function measureSizes({ weapp, functions }: Workshop): Measured {
  const app = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as AppJson
  const all = filesUnder(weapp)
  const roots = (app.subPackages ?? []).map((each) => each.root.replace(/\/$/, ''))
  const inside = (folder: string) => all.filter((file) => path.relative(weapp, file).startsWith(`${folder}${path.sep}`))
  const main = all.filter((file) => !roots.some((folder) => inside(folder).includes(file)))
  const names = readdirSync(functions).filter((name) => name !== 'bare')
  const parts = [
    { name: 'main package', files: main, budget: budgets.mainPackageBytes },
    ...roots.map((folder) => ({
      name: `sub-package ${folder}`,
      files: inside(folder),
      budget: budgets.subPackageBytes,
    })),
    ...names.map((name) => {
      return {
        name: `function ${name}`,
        files: [path.join(functions, name, 'index.js')],
        budget: budgets.functionBytes,
      }
    }),
    { name: 'wx-server-sdk.js beside each', files: [path.join(functions, 'api/wx-server-sdk.js')], budget: null },
  ]
  const figures = parts.map(({ name, files, budget }) => {
    return { name, bytes: sizeOf(files), zipped: zippedSizeOf(files), budget }
  })
  const rows = figures.map(({ name, bytes, zipped, budget }) => {
    const limit = budget === null ? '' : `${kilobytes(budget)} ${verdict(bytes <= budget)}`
    return [name, kilobytes(bytes), kilobytes(zipped), limit]
  })
  const broken = figures.flatMap(({ name, bytes, budget }) =>
    budget !== null && bytes > budget ? [`${name} has ${kilobytes(bytes)}, more than ${kilobytes(budget)}`] : [],
  )
  return { table: [['', 'size', 'gzip, file by file', 'budget'], ...rows], figures, broken }
}
