import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { format, resolveConfig } from 'prettier'
import { markdown, type Table } from './measured'

/** Where and when: `2026-01-31, Node v20.20.2, 2 cores (…), linux x64`. */
export function surroundings(): string {
  const cores = os.cpus()
  const model = cores[0]?.model.trim() ?? 'unknown'
  const date = new Date().toISOString().slice(0, 10)
  return `${date}, Node ${process.version}, ${cores.length} cores (${model}), ${process.platform} ${process.arch}`
}

/** Rewrites what stands between `<!-- bench:name -->` and `<!-- /bench:name -->` in a document. */
export async function rewriteDocument(file: string, parts: Readonly<Record<string, Table | string>>): Promise<void> {
  if (!existsSync(file)) throw new Error(`${file} is missing`)
  let text = readFileSync(file, 'utf8')
  for (const [name, part] of Object.entries(parts)) {
    const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
    const from = text.indexOf(open)
    const to = text.indexOf(close)
    if (from < 0 || to < from) throw new Error(`${file} has no place for "${name}"`)
    const inside = typeof part === 'string' ? part : markdown(part)
    text = `${text.slice(0, from + open.length)}\n\n${inside}\n\n${text.slice(to)}`
  }
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}
