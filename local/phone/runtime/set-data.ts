import { mark, record, report, textOf } from './instruments'

/** What a page or component instance of the mini-program looks like to the phone. */
export interface Instance {
  setData(data: Record<string, unknown>, done?: () => void): void
}

const seen = new Set<string>()
let countNodes: () => number = () => 0

/** Tells how to count the elements of the page on top. */
export function countNodesWith(count: () => number): void {
  countNodes = count
}

/** Makes an instance's setData copy its data as WeChat does, and writes down what crossed. */
export function watchSetData(instance: Instance, page: string): void {
  const original = instance.setData
  const isPage = 'route' in instance || page.includes('pages/')
  instance.setData = function (this: unknown, data, done) {
    const started = performance.now()
    const undefinedKeys = Object.keys(data).filter((key) => data[key] === undefined)
    if (undefinedKeys.length) record.warnings.push(`setData(undefined) in ${page}: ${undefinedKeys.join(', ')}`)
    let text: string
    try {
      text = JSON.stringify(data)
    } catch (problem) {
      report('setData', `${page}: ${textOf(problem)}`)
      throw problem
    }
    mark('firstSetData')
    try {
      original.call(this, JSON.parse(text) as Record<string, unknown>, done)
    } catch (problem) {
      report('setData', `${page}: ${textOf(problem)}`)
      throw problem
    }
    const first = isPage && !seen.has(page)
    seen.add(page)
    record.setData.push({
      page,
      bytes: new TextEncoder().encode(text).length,
      keys: Object.keys(data).slice(0, 8),
      nodes: countNodes(),
      first,
      milliseconds: Math.round((performance.now() - started) * 100) / 100,
    })
    if (record.marks.firstPaint === undefined) requestAnimationFrame(() => setTimeout(() => mark('firstPaint'), 0))
  }
}
