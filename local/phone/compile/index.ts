import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { TmplGroup as TemplateGroup } from 'glass-easel-template-compiler'
import { tagTemplates } from '../runtime/tags/templates'
import { GIVEN, HIDDEN } from './scope'
import { wxNames } from './wx-names'
import { wxssToCss } from './wxss'

const load = createRequire(import.meta.url)

/** What the browser needs to run one compiled mini-program. */
export interface Compiled {
  /** A script that puts the payload on `window.__weapp`. */
  script: string
  /** WXML warnings of the template compiler, one readable line each. */
  warnings: string[]
  milliseconds: number
}

interface TemplateProblem {
  message: string
  startLine: number
  level: number
}

/** Compiles a `dist/weapp` folder to one script; throws when there is no app.json in it. */
export function compileDist(dist: string): Compiled {
  const started = performance.now()
  if (!existsSync(path.join(dist, 'app.json'))) throw new Error(`no app.json in ${dist}: build the mini-program first`)
  const files = listFiles(dist)
  const read = (file: string) => readFileSync(path.join(dist, file), 'utf8')
  const readIfThere = (file: string) => (existsSync(path.join(dist, file)) ? read(file) : undefined)
  const { templates, warnings } = compileTemplates(files, read)
  const json: Record<string, unknown> = {}
  const css: Record<string, string> = {}
  const modules: string[] = []
  const parameters = [...GIVEN, ...HIDDEN].join(',')
  for (const file of files) {
    const stem = file.replace(/\.\w+$/, '')
    if (file.endsWith('.json') && !/^(project|theme|sitemap)\b/.test(file)) json[stem] = JSON.parse(read(file))
    if (file.endsWith('.wxss')) css[stem] = wxssToCss(file, read(file), readIfThere)
    if (file.endsWith('.js')) modules.push(`${JSON.stringify(file)}:function(${parameters}){${read(file)}\n}`)
  }
  const theme: unknown = JSON.parse(readIfThere('theme.json') ?? '{}')
  const script = `window.__weapp={modules:{${modules.join(',\n')}},
hidden:${JSON.stringify(HIDDEN)},json:${JSON.stringify(json)},css:${JSON.stringify(css)},theme:${JSON.stringify(theme)},
wxNames:${JSON.stringify(wxNames())},warnings:${JSON.stringify(warnings)},templates:${templates},tags:${compileTags()}}`
  return { script, warnings, milliseconds: performance.now() - started }
}

function newGroup(): TemplateGroup {
  // The package is WebAssembly in CommonJS; loading it late keeps a server start without a build quick.
  const { TmplGroup } = load('glass-easel-template-compiler') as { TmplGroup: new () => TemplateGroup }
  return new TmplGroup()
}

function compileTemplates(files: string[], read: (file: string) => string): { templates: string; warnings: string[] } {
  const group = newGroup()
  const warnings: string[] = []
  for (const file of files) {
    if (file.endsWith('.wxml')) {
      const problems = (group.addTmpl(file.slice(0, -5), read(file)) ?? []) as TemplateProblem[]
      for (const problem of problems) warnings.push(`${file}:${problem.startLine + 1} ${problem.message}`)
    }
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -4), read(file))
  }
  const templates = group.getTmplGenObjectGroups()
  group.free()
  return { templates, warnings }
}

function compileTags(): string {
  const group = newGroup()
  for (const [tag, template] of Object.entries(tagTemplates)) group.addTmpl(`tag/${tag}`, template)
  const compiled = group.getTmplGenObjectGroups()
  group.free()
  return compiled
}

function listFiles(folder: string, base = folder): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const full = path.join(folder, entry.name)
      return entry.isDirectory() ? listFiles(full, base) : [path.relative(base, full).split(path.sep).join('/')]
    })
    .sort()
}
