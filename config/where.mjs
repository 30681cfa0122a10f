// Says which line of the sources a place in a function's log is: node config/where.mjs api 1:23456 …
import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { maps } from './build-functions.mjs'
import { root } from './install.mjs'

/** `cloudfunctions/core/…:line` of a place (`line:column`, counted from 1) in the bundle of a function. */
export function whereIs(name, place) {
  const map = new SourceMap(JSON.parse(readFileSync(path.join(maps, `${name}.json`), 'utf8')))
  const [line, column] = place.split(':').map(Number)
  const found = map.findEntry(line - 1, column - 1)
  if (found.originalSource === undefined) return place
  const file = path.resolve(path.join(root, 'dist/cloudfunctions', name), found.originalSource)
  return `${path.relative(root, file)}:${found.originalLine + 1}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, ...places] = process.argv.slice(2)
  for (const place of places) console.log(`${place}  ${whereIs(name, place)}`)
}
