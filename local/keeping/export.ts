// A whole environment into a folder: every collection page by page, then every file that documents name.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { collectionNames, type Environment } from './environment'
import { docOf, filesIn, lineOf, pathOf } from './lines'
import { linesFile, linesOf, sumOfFile } from './line-files'
import { readManifest, sumOf, writeManifest, type Manifest } from './manifest'

/** Documents read together. */
const pageSize = 200

const nothing = { lines: 0, bytes: 0, after: '', isDone: false, sha256: '' }

/**
 * Exports into a folder, or goes on with what was broken off there; `say` hears of each collection. What is written in the
 * environment meanwhile may be in it or not: the consistency check finds and mends what does not fit.
 */
export async function exportAll(from: Environment, folder: string, say: (line: string) => void): Promise<Manifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const manifest = readManifest(folder) ?? begun(from.name)
  if (manifest.environment !== from.name) throw new Error(`${folder} holds an export of ${manifest.environment}.`)
  if (manifest.finishedAt) throw new Error(`${folder} holds a finished export; choose an empty folder.`)
  for (const name of collectionNames) await exportCollection(from, folder, name, manifest, say)
  await exportFiles(from, folder, manifest, say)
  manifest.finishedAt = new Date().toISOString()
  writeManifest(folder, manifest)
  return manifest
}

const begun = (environment: string): Manifest => ({
  ...{ format: 'seven-colour-dandelion', version: 1, environment },
  ...{ startedAt: new Date().toISOString(), finishedAt: '', collections: {}, files: {}, missingFiles: [] },
})

async function exportCollection(
  from: Environment,
  folder: string,
  name: string,
  manifest: Manifest,
  say: (line: string) => void,
): Promise<void> {
  const kept = (manifest.collections[name] ??= { ...nothing })
  if (kept.isDone) return
  const file = linesFile(folder, name)
  if (kept.bytes > 0 && !isLongEnough(file, kept.bytes)) throw new Error(`${file} lost what was in it; begin again.`)
  const handle = openSync(file, existsSync(file) ? 'r+' : 'w+', 0o600)
  // A page that was written, but not noted any more, is read once again.
  truncateSync(file, kept.bytes)
  try {
    for (let isMore = true; isMore;) {
      const docs = await from.page(name, kept.after, pageSize)
      const lines = Buffer.from(docs.map((doc) => `${lineOf(doc)}\n`).join(''))
      for (let at = 0; at < lines.length;) at += writeSync(handle, lines, at, lines.length - at, kept.bytes + at)
      fsyncSync(handle)
      kept.lines += docs.length
      kept.bytes += lines.length
      kept.after = docs.at(-1)?._id ?? kept.after
      isMore = docs.length === pageSize
      writeManifest(folder, manifest)
    }
  } finally {
    closeSync(handle)
  }
  kept.sha256 = sumOfFile(file)
  kept.isDone = true
  writeManifest(folder, manifest)
  const now = await from.count(name)
  say(`${name}: ${kept.lines}${now === kept.lines ? '' : `, and the environment counts ${now} by now`}`)
}

async function exportFiles(from: Environment, folder: string, manifest: Manifest, say: (line: string) => void) {
  // What was not there the last time may have come, or the network was not.
  manifest.missingFiles = []
  const wanted = new Set(collectionNames.flatMap((name) => namedIn(folder, name)))
  let fetched = 0
  for (const id of wanted) {
    if (manifest.files[id]) continue
    const bytes = await from.download(id)
    if (!bytes) manifest.missingFiles.push(id)
    else {
      const place = path.join('files', `${sumOf(id).slice(0, 24)}${path.extname(pathOf(id))}`)
      mkdirSync(path.join(folder, 'files'), { recursive: true, mode: 0o700 })
      writeFileSync(path.join(folder, place), bytes, { mode: 0o600 })
      manifest.files[id] = { path: place, bytes: bytes.length, sha256: sumOf(bytes) }
    }
    if (++fetched % 20 === 0) writeManifest(folder, manifest)
  }
  writeManifest(folder, manifest)
  const { files, missingFiles } = manifest
  say(`files: ${Object.keys(files).length}${missingFiles.length ? `, ${missingFiles.length} named but gone` : ''}`)
}

/** Ids of files that the documents of a collection name. */
function namedIn(folder: string, name: string): string[] {
  const found: string[] = []
  for (const line of linesOf(folder, name)) if (line.includes('cloud://')) found.push(...filesIn(docOf(line)))
  return found
}

const isLongEnough = (file: string, bytes: number) => existsSync(file) && statSync(file).size >= bytes
