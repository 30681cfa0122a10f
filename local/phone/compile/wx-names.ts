import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** Lists every method of `wx` that the installed WeChat typings declare, sorted. */
export function wxNames(): string[] {
  const text = readFileSync(load.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'), 'utf8')
  const start = text.indexOf('interface Wx {')
  if (start < 0) throw new Error('miniprogram-api-typings no longer declares "interface Wx"')
  const names = new Set<string>()
  for (const match of text.slice(start).matchAll(/^ {8}([a-zA-Z]+)[(<]/gm)) names.add(match[1] as string)
  return Array.from(names).sort()
}
