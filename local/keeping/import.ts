// A kept environment into an empty one: files first, since their ids change, then every document, then all read back.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { collectionNames, type Doc, type Environment } from './environment'
import { linesFile, readLines } from './export'
import { docOf, lineOf, pathOf, withFiles } from './lines'
import { readJson, readManifest, sumOf, writeJson, type Manifest } from './manifest'

/** Documents written, and read back, together. */
const pageSize = 100

/** How far an import into one environment has come; kept beside the manifest. */
interface Progress {
  /** New ids of files by old ones. */
  files: Record<string, string>
  /** Lines written of each collection. */
  lines: Record<string, number>
}

/**
 * Imports a finished export, or goes on with an import that was broken off. Refuses, before anything is written, a folder
 * that is damaged and an environment that holds something; throws when what is read back differs.
 */
export async function importAll(folder: string, into: Environment, say: (line: string) => void): Promise<void> {
  const manifest = readManifest(folder)
  if (!manifest?.finishedAt) throw new Error(`${folder} holds no finished export.`)
  refuseDamaged(folder, manifest)
  const state = `import-${into.name}.json`
  const before = readJson<Progress>(folder, state)
  const names = collectionNames.filter((name) => manifest.collections[name])
  for (const name of collectionNames) await into.make(name)
  if (!before) await refuseFilled(into)
  const progress = before ?? { files: {}, lines: {} }
  const keep = () => writeJson(folder, state, progress)
  keep()
  await importFiles(folder, manifest, into, progress, keep)
  say(`files: ${Object.keys(progress.files).length}`)
  for (const name of names) {
    await importCollection(folder, name, into, progress, keep)
    await compare(folder, name, into, progress)
    say(`${name}: ${progress.lines[name] ?? 0}, read back`)
  }
}

function refuseDamaged(folder: string, manifest: Manifest): void {
  const wrong = [
    ...Object.entries(manifest.collections)
      .filter(([name, { sha256 }]) => sumOf(readFileSync(linesFile(folder, name))) !== sha256)
      .map(([name]) => `${name}.ndjson`),
    ...Object.values(manifest.files)
      .filter((file) => sumOf(readFileSync(path.join(folder, file.path))) !== file.sha256)
      .map((file) => file.path),
  ]
  if (wrong.length > 0) throw new Error(`Damaged since it was exported: ${wrong.slice(0, 5).join(', ')}.`)
}

async function refuseFilled(into: Environment): Promise<void> {
  for (const name of collectionNames) {
    const [first] = await into.page(name, '', 1)
    if (first)
      throw new Error(`${into.name} is not empty: ${name} holds documents. Import goes into an empty environment.`)
  }
}

async function importFiles(
  folder: string,
  manifest: Manifest,
  into: Environment,
  progress: Progress,
  keep: () => void,
): Promise<void> {
  for (const [id, file] of Object.entries(manifest.files)) {
    if (progress.files[id]) continue
    progress.files[id] = await into.upload(pathOf(id), readFileSync(path.join(folder, file.path)))
    keep()
  }
}

const newDoc = (line: string, { files }: Progress) => withFiles(docOf(line), (id) => files[id]) as Doc

async function importCollection(
  folder: string,
  name: string,
  into: Environment,
  progress: Progress,
  keep: () => void,
): Promise<void> {
  const lines = readLines(folder, name)
  const start = progress.lines[name] ?? 0
  for (let from = start; from < lines.length; from += pageSize) {
    const docs = lines.slice(from, from + pageSize).map((line) => newDoc(line, progress))
    // The page that was under way when an import broke off may be there in part.
    if (from === start) for (const doc of docs) await into.put(name, doc)
    else await into.add(name, docs)
    progress.lines[name] = Math.min(from + pageSize, lines.length)
    keep()
  }
}

/** Reads a collection back; one sentence names the first document that is not as it was kept. */
async function compare(folder: string, name: string, into: Environment, progress: Progress): Promise<void> {
  const lines = readLines(folder, name)
  let after = ''
  for (let from = 0; from < lines.length; from += pageSize) {
    const there = await into.page(name, after, pageSize)
    lines.slice(from, from + pageSize).forEach((line, at) => {
      const found = there[at]
      const wanted = newDoc(line, progress)
      if (!found || lineOf(found) !== lineOf(wanted)) throw new Error(`${name}/${wanted._id} is not as it was kept.`)
    })
    after = there.at(-1)?._id ?? after
  }
}
