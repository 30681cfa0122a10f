// A kept environment into an empty one: files first, since their ids change, then every document, then all read back.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { collectionNames, type Doc, type Environment } from './environment'
import { linesFile, linesOf, sumOfFile } from './line-files'
import { docOf, lineOf, pathOf, withFiles } from './lines'
import { readJson, readManifest, writeJson, type Manifest } from './manifest'

/** Documents written, and read back, together. */
const pageSize = 100

/** How far an import has come; kept beside the manifest until it is done. */
interface Progress {
  /** Stands in the environment, too, so that no other is taken for it. */
  mark: string
  /** New ids of files by old ones. */
  files: Record<string, string>
  /** Lines written of each collection. */
  lines: Record<string, number>
}

const progressFile = 'import.json'
/** The document in `marks` that says which import is under way; it goes when that is done. */
const markId = '~import'

/**
 * Imports a finished export, or goes on with an import that was broken off. Refuses, before anything is written, a folder
 * that is damaged and an environment that holds something; throws when what is read back differs.
 */
export async function importAll(folder: string, into: Environment, say: (line: string) => void): Promise<void> {
  const manifest = readManifest(folder)
  if (!manifest?.finishedAt) throw new Error(`${folder} holds no finished export.`)
  refuseUnknown(manifest)
  refuseDamaged(folder, manifest)
  const progress = await begun(folder, into)
  const keep = () => writeJson(folder, progressFile, progress)
  await importFiles(folder, manifest, into, progress, keep)
  say(`files: ${Object.keys(progress.files).length}`)
  for (const name of Object.keys(manifest.collections)) {
    await importCollection(folder, name, into, progress, keep)
    await compare(folder, name, into, progress)
    say(`${name}: ${progress.lines[name] ?? 0}, read back`)
  }
  await into.remove('marks', markId)
  rmSync(path.join(folder, progressFile))
}

function refuseUnknown({ collections }: Manifest): void {
  const unknown = Object.keys(collections).filter((name) => !collectionNames.includes(name))
  if (unknown.length > 0) throw new Error(`This version has no collection ${unknown.join(', ')}.`)
}

function refuseDamaged(folder: string, { collections, files }: Manifest): void {
  const sums = [
    ...Object.entries(collections).map(([name, { sha256 }]) => [linesFile(folder, name), sha256] as const),
    ...Object.values(files).map((file) => [path.join(folder, file.path), file.sha256] as const),
  ]
  const wrong = sums.filter(([file, sum]) => !existsSync(file) || sumOfFile(file) !== sum)
  const named = wrong.map(([file]) => path.relative(folder, file))
  if (wrong.length > 0) throw new Error(`Damaged since it was exported: ${named.slice(0, 5).join(', ')}.`)
}

/** The import that is under way in this environment from this folder, or a new one into an empty environment. */
async function begun(folder: string, into: Environment): Promise<Progress> {
  const before = readJson<Progress>(folder, progressFile)
  const there = await markIn(into)
  if (before && there === before.mark) return before
  for (const name of collectionNames) await refuseFilled(into, name)
  for (const name of collectionNames) await into.make(name)
  const progress: Progress = { mark: randomUUID(), files: {}, lines: {} }
  writeJson(folder, progressFile, progress)
  await into.put('marks', { _id: markId, at: Date.now(), mark: progress.mark })
  return progress
}

const isMissing = (error: unknown) => /-502005|not exist/.test(String(error))

async function markIn(into: Environment): Promise<unknown> {
  const marks = await into.page('marks', '', 1000).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return marks.find(({ _id }) => _id === markId)?.mark
}

async function refuseFilled(into: Environment, name: string): Promise<void> {
  const [first] = await into.page(name, '', 1).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  if (first)
    throw new Error(`${into.name} is not empty: ${name} holds documents. Import goes into an empty environment.`)
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

/** The lines of a collection in pages, each with the number of lines before it. */
function* pagesOf(folder: string, name: string): Generator<[number, string[]]> {
  let page: string[] = []
  let before = 0
  for (const line of linesOf(folder, name)) {
    page.push(line)
    if (page.length < pageSize) continue
    yield [before, page]
    before += page.length
    page = []
  }
  if (page.length > 0) yield [before, page]
}

async function importCollection(
  folder: string,
  name: string,
  into: Environment,
  progress: Progress,
  keep: () => void,
): Promise<void> {
  const start = progress.lines[name] ?? 0
  for (const [before, lines] of pagesOf(folder, name)) {
    if (before < start) continue
    const docs = lines.map((line) => newDoc(line, progress))
    // The page that was under way when an import broke off may be there in part.
    if (before === start) for (const doc of docs) await into.put(name, doc)
    else await into.add(name, docs)
    progress.lines[name] = before + lines.length
    keep()
  }
}

/** Reads a collection back; one sentence names the first document that is not as it was kept. */
async function compare(folder: string, name: string, into: Environment, progress: Progress): Promise<void> {
  let after = ''
  for (const [, lines] of pagesOf(folder, name)) {
    const there = (await into.page(name, after, pageSize + 1)).filter(({ _id }) => _id !== markId).slice(0, pageSize)
    lines.forEach((line, at) => {
      const wanted = newDoc(line, progress)
      const found = there[at]
      if (!found || lineOf(found) !== lineOf(wanted)) throw new Error(`${name}/${wanted._id} is not as it was kept.`)
    })
    after = there[lines.length - 1]?._id ?? after
  }
  const more = (await into.page(name, after, 2)).filter(({ _id }) => _id !== markId)
  if (more.length > 0) throw new Error(`${name} holds more than was kept: ${String(more[0]?._id)}.`)
}
