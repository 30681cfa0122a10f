import path from 'node:path'
import postcss, { type Root } from 'postcss'

const NATIVE = /(^|[\s,>+~(])([a-z][a-z-]*)(?=$|[\s,>+~.:#[)])/gi

/** Turns one WXSS selector into CSS: `page` becomes `body`, `view` becomes `wx-view`. */
export function cssSelector(selector: string): string {
  return selector.replace(NATIVE, (_all, before: string, tag: string) => {
    if (tag === 'page') return `${before}body`
    return tag.startsWith('wx-') ? before + tag : `${before}wx-${tag}`
  })
}

/** Rewrites the units and functions a browser page has not: `rpx` to vw, `env(safe-area-inset-*)` to a custom property. */
export function cssValue(value: string): string {
  return value
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_all, size: string) => `${Number(((Number(size) * 100) / 750).toFixed(5))}vw`)
    .replace(/\b(?:env|constant)\(\s*safe-area-inset-(\w+)/g, 'var(--safe-area-inset-$1')
}

/**
 * Compiles one WXSS file to CSS with its imports inlined.
 * `read` gives the text of another file of the same dist, or undefined when there is none.
 */
export function wxssToCss(file: string, text: string, read: (file: string) => string | undefined): string {
  const root = postcss.parse(text, { from: file })
  inlineImports(file, root, read, new Set([file]))
  root.walkDecls((declaration) => {
    declaration.value = cssValue(declaration.value)
  })
  root.walkRules((rule) => {
    const parent = rule.parent
    const isKeyframe = parent?.type === 'atrule' && 'name' in parent && String(parent.name).endsWith('keyframes')
    if (!isKeyframe) rule.selector = cssSelector(rule.selector)
  })
  return root.toString()
}

function inlineImports(file: string, root: Root, read: (file: string) => string | undefined, seen: Set<string>): void {
  root.walkAtRules('import', (rule) => {
    const wanted = /["']([^"']+)["']/.exec(rule.params)?.[1]
    const target = wanted && path.posix.join(wanted.startsWith('/') ? '' : path.posix.dirname(file), wanted)
    const text = target && !seen.has(target) ? read(target) : undefined
    if (!target || text === undefined) {
      rule.remove()
      return
    }
    seen.add(target)
    const imported = postcss.parse(text, { from: target })
    inlineImports(target, imported, read, seen)
    rule.replaceWith(imported.nodes)
  })
}
