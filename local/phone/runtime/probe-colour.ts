/** Red, green, blue from 0 to 255 and opacity from 0 to 1. */
type Colour = [number, number, number, number]

function read(css: string): Colour {
  const parts = (css.match(/[\d.]+/g) ?? []).map(Number)
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, parts[3] ?? 1]
}

const over = (upper: Colour, lower: Colour): Colour => {
  const mix = (place: 0 | 1 | 2) => upper[place] * upper[3] + lower[place] * (1 - upper[3])
  return [mix(0), mix(1), mix(2), 1]
}

const styleOf = (element: Element) => (element.ownerDocument.defaultView as Window).getComputedStyle(element)

/** The colour behind an element; undefined when a picture or gradient lies there, which cannot be judged. */
export function paper(element: Element): Colour | undefined {
  const layers: Colour[] = []
  for (let current: Element | null = element; current; current = current.parentElement) {
    const style = styleOf(current)
    if (style.backgroundImage !== 'none') return undefined
    const colour = read(style.backgroundColor)
    if (style.backgroundColor !== 'transparent' && colour[3] > 0) layers.push(colour)
    if (colour[3] === 1 && style.backgroundColor !== 'transparent') break
  }
  return layers.reduceRight((lower, upper) => over(upper, lower), [255, 255, 255, 1] as Colour)
}

/** The colour of an element's text as it is seen on its paper, opacity counted in. */
export function seenColour(element: Element, behind: Colour): Colour {
  const [red, green, blue, own] = read(styleOf(element).color)
  let opacity = own
  for (let current: Element | null = element; current; current = current.parentElement) {
    opacity *= Number(styleOf(current).opacity)
  }
  return over([red, green, blue, opacity], behind)
}

function luminance([red, green, blue]: Colour): number {
  const linear = [red, green, blue].map((value) => {
    const part = value / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
