interface Box {
  element: Element
  layer: Element | null
  left: number
  right: number
  top: number
  bottom: number
}

/** Lines of text may touch; more than this, in px, is lying over one another. */
const TOUCH = 3

const viewOf = (element: Element) => element.ownerDocument.defaultView as Window

/** What floats over the page, such as a bar or a sheet, lies over its text by intent. */
function layerOf(element: Element): Element | null {
  const view = viewOf(element)
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (/fixed|sticky/.test(view.getComputedStyle(each).position)) return each
  }
  return null
}

/** The lines of an element's own text as they are seen: what scrolls out of a box around it is cut. */
function boxesOf(element: Element): Box[] {
  const view = viewOf(element)
  const range = element.ownerDocument.createRange()
  const lines = Array.from(element.childNodes).flatMap((child) => {
    if (child.nodeType !== 3 || !(child.textContent ?? '').trim()) return []
    range.selectNodeContents(child)
    return Array.from(range.getClientRects())
  })
  const layer = layerOf(element)
  let [left, right, top, bottom] = [-Infinity, Infinity, -Infinity, Infinity]
  for (let each = element.parentElement; each && each !== element.ownerDocument.body; each = each.parentElement) {
    const style = view.getComputedStyle(each)
    if (!/auto|scroll|hidden|clip/.test(style.overflowX + style.overflowY)) continue
    const box = each.getBoundingClientRect()
    left = Math.max(left, box.left)
    right = Math.min(right, box.right)
    top = Math.max(top, box.top)
    bottom = Math.min(bottom, box.bottom)
  }
  // A line is as high as its letters, not as the space between lines.
  const letters = parseFloat(view.getComputedStyle(element).fontSize)
  return lines.flatMap((line) => {
    const spare = Math.max(0, (line.height - letters) / 2)
    const box = {
      element,
      layer,
      left: Math.max(left, line.left),
      right: Math.min(right, line.right),
      top: Math.max(top, line.top + spare),
      bottom: Math.min(bottom, line.bottom - spare),
    }
    return box.right - box.left > TOUCH && box.bottom - box.top > TOUCH ? [box] : []
  })
}

/** Pairs of texts that lie over one another on the same layer of a page. */
export function overlaps(texts: readonly Element[]): [Element, Element][] {
  const boxes = texts.flatMap(boxesOf).sort((a, b) => a.top - b.top)
  const found: [Element, Element][] = []
  let open: Box[] = []
  for (const box of boxes) {
    open = open.filter((each) => each.bottom - TOUCH > box.top)
    for (const each of open) {
      const isApart = each.right - TOUCH <= box.left || box.right - TOUCH <= each.left
      if (!isApart && each.layer === box.layer && each.element !== box.element) found.push([each.element, box.element])
    }
    open.push(box)
  }
  return found
}
