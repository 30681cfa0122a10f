// How text is broken on a picture, where nothing wraps by itself.

/** No line begins with one of these. */
const neverFirst = '，。、：；？！）」』》·…'

/**
 * Breaks text into at most `most` lines no wider than `width`, by a measure of its own; what does not fit ends in ….
 * A break behind a mark in the last third of a line is kept: 用蔬菜｜做一束花 reads better than 用蔬菜做一束｜花.
 */
export function linesOf(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let rest = text.replace(/\s+/g, ' ').trim()
  while (rest && lines.length < most) {
    const isLast = lines.length === most - 1
    let end = fitting(rest, width, measure)
    if (end < rest.length && isLast) {
      lines.push(`${rest.slice(0, fitting(rest, width - measure('…'), measure))}…`)
      return lines
    }
    if (end < rest.length) end = breakAt(rest, end)
    lines.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return lines
}

/** How many characters from the front fit; at least one, so that it always goes on. */
function fitting(text: string, width: number, measure: (text: string) => number): number {
  let end = text.length
  while (end > 1 && measure(text.slice(0, end)) > width) end -= 1
  return end
}

function breakAt(text: string, end: number): number {
  let at = end
  while (at > 1 && neverFirst.includes(text[at] ?? '')) at -= 1
  const mark = Math.max(...[...neverFirst].map((each) => text.lastIndexOf(each, at - 1))) + 1
  return mark > at * 0.5 ? mark : at
}
