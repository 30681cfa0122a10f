// What stands where on a sheet of paper. Lengths in points (1/72 inch), from the top left corner.

/** A4, upright. */
export const a4 = { width: 595, height: 842 } as const
/** A5, upright. */
export const a5 = { width: 420, height: 595 } as const

/** One thing on a page; the baseline of words is at `y`. */
export type Mark =
  | { kind: 'words'; x: number; y: number; size: number; words: string; isBold?: boolean; isGrey?: boolean }
  | { kind: 'line'; x: number; y: number; toX: number; toY: number; width: number }
  | { kind: 'box'; x: number; y: number; width: number; height: number; line: number }
  /** A box of black. */
  | { kind: 'fill'; x: number; y: number; width: number; height: number }
  /** A picture by its name. */
  | { kind: 'picture'; x: number; y: number; width: number; height: number; picture: string }

/** Whether a character is half as wide as it is high, as Latin letters and digits are printed. */
const isNarrow = (character: string) => character >= ' ' && character <= '~'

/** How wide words are when printed at a size. */
export function widthOf(words: string, size: number): number {
  let ems = 0
  for (const character of words) ems += isNarrow(character) ? 0.5 : 1
  return ems * size
}

/** Words cut to a width, with an ellipsis where something is missing. */
export function cut(words: string, size: number, width: number): string {
  if (widthOf(words, size) <= width) return words
  const kept = [...words]
  while (kept.length > 0 && widthOf(`${kept.join('')}…`, size) > width) kept.pop()
  return `${kept.join('')}…`
}

/** Words in lines no wider than `width`; what does not fit into `most` lines is cut. */
export function lines(words: string, size: number, width: number, most: number): string[] {
  const found: string[] = []
  let rest = words
  while (rest && found.length < most - 1) {
    const line = headOf(rest, size, width)
    found.push(line)
    rest = rest.slice(line.length)
  }
  return rest ? [...found, cut(rest, size, width)] : found
}

/** As many characters as fit, one at least. */
function headOf(words: string, size: number, width: number): string {
  let head = ''
  for (const character of words) {
    if (head && widthOf(head + character, size) > width) break
    head += character
  }
  return head
}

type Words = Extract<Mark, { kind: 'words' }>
type Place = Omit<Words, 'kind' | 'x'>

/** Words that begin at `x`. */
export const leftAt = (x: number, place: Place): Words => ({ kind: 'words', x, ...place })

/** Words around the middle `x`. */
export const middleAt = (x: number, place: Place): Words => leftAt(x - widthOf(place.words, place.size) / 2, place)

/** Words that end at `x`. */
export const rightAt = (x: number, place: Place): Words => leftAt(x - widthOf(place.words, place.size), place)
