import type * as glassEasel from 'glass-easel'

interface Margins {
  left?: number
  top?: number
  right?: number
  bottom?: number
}

interface Options {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

interface Crossing {
  id: string
  dataset: Record<string, unknown>
  intersectionRatio: number
  intersectionRect: unknown
  boundingClientRect: unknown
  relativeRect: unknown
  time: number
}

/** What `createIntersectionObserver` takes: a page or component instance. */
export interface Observed {
  _$: glassEasel.GeneralComponent
}

/**
 * WeChat's IntersectionObserver over the browser's.
 * The adapter's own prints "undefinedpx" for partial margins and drops the first callback.
 */
export function createObserver(component: Observed, options: Options = {}) {
  const thresholds = options.thresholds ?? [0]
  const running: IntersectionObserver[] = []
  let relative: { selector: string | null; margins: Margins } = { selector: null, margins: {} }

  const watch = (element: glassEasel.Element, root: Element | null, told: (crossing: Crossing) => void) => {
    const node = element.getBackendElement() as unknown as HTMLElement | null
    // The page was closed meanwhile.
    if (!node) return
    const view = node.ownerDocument.defaultView as Window & typeof globalThis
    let last = options.initialRatio ?? 0
    const { top = 0, right = 0, bottom = 0, left = 0 } = relative.margins
    const observer = new view.IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const now = entry.intersectionRatio
          const crossed = thresholds.some((line) => last <= line !== now <= line || last < line !== now < line)
          last = now
          if (!crossed) continue
          told({
            id: element.id,
            dataset: { ...(element.dataset ?? {}) },
            intersectionRatio: now,
            intersectionRect: entry.intersectionRect.toJSON(),
            boundingClientRect: entry.boundingClientRect.toJSON(),
            relativeRect: (entry.rootBounds ?? node.getBoundingClientRect()).toJSON(),
            time: Date.now(),
          })
        }
      },
      {
        root: root ?? node.ownerDocument,
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
        threshold: Array.from(new Set([0, ...thresholds])).sort(),
      },
    )
    observer.observe(node)
    running.push(observer)
  }

  const observer = {
    relativeTo(selector: string, margins: Margins = {}) {
      relative = { selector, margins }
      return observer
    },
    relativeToViewport(margins: Margins = {}) {
      relative = { selector: null, margins }
      return observer
    },
    observe(selector: string, told: (crossing: Crossing) => void) {
      const shadow = component._$.getShadowRoot()
      if (!shadow) return
      const found = options.observeAll ? shadow.querySelectorAll(selector) : [shadow.querySelector(selector)]
      const root = relative.selector ? shadow.querySelector(relative.selector) : null
      const rootNode = root ? (root.getBackendElement() as unknown as Element) : null
      for (const element of found) if (element) watch(element, rootNode, told)
    },
    disconnect() {
      for (const one of running) one.disconnect()
      running.length = 0
    },
  }
  return observer
}
