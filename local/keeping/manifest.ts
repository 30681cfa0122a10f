// What a kept environment consists of, and how far keeping it has come; written after every page.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One collection in the folder: `<name>.ndjson`, so many lines, so many bytes, with this sum once it is done. */
export interface KeptCollection {
  lines: number
  bytes: number
  /** The last id in the file. */
  after: string
  isDone: boolean
  sha256: string
}

/** `manifest.json`. */
export interface Manifest {
  format: 'seven-colour-dandelion'
  version: 1
  environment: string
  startedAt: string
  finishedAt: string
  collections: Record<string, KeptCollection>
  /** Files by their id in that environment: where their bytes are in the folder, and their sum. */
  files: Record<string, { path: string; bytes: number; sha256: string }>
  /** Ids that documents name, but that are not there. */
  missingFiles: string[]
}

const fileName = 'manifest.json'

/** The sum by which bytes are known again. */
export const sumOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

/** Reads a JSON file of a folder; null when there is none. */
export function readJson<T>(folder: string, name: string): T | null {
  const file = path.join(folder, name)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null
}

/** Writes a JSON file whole or not at all, for the owner's eyes. */
export function writeJson(folder: string, name: string, value: unknown): void {
  const file = path.join(folder, name)
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

/** The manifest of a folder; null for one that has none, one sentence for one of something else. */
export function readManifest(folder: string): Manifest | null {
  const manifest = readJson<Manifest>(folder, fileName)
  if (manifest && manifest.format !== 'seven-colour-dandelion') throw new Error(`${folder} holds something else.`)
  if (manifest && manifest.version !== 1) throw new Error(`${folder} was written by a newer version of this program.`)
  return manifest
}

/** Keeps the manifest of a folder. */
export const writeManifest = (folder: string, manifest: Manifest): void => writeJson(folder, fileName, manifest)
