/** Heights of the phone's own parts, in px; those of a phone with a notch. */
export const STATUS = 47
export const NAVIGATION = 44
export const TABS = 50
export const HOME_INDICATOR = 34
/** The bar under a single page in Moments. */
export const SINGLE_BAR = 56

/** The capsule at the top right. */
export const CAPSULE = { width: 87, height: 32, top: STATUS + 6, right: 7 }

/** An element of the phone's own document by its id; it must exist. */
export function part(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the phone has no part "${id}"`)
  return element
}

/** Makes an element of the phone's own document. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: { class?: string; id?: string; text?: string; role?: string; label?: string; type?: string } = {},
  ...children: (Node | undefined | false)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (properties.class) element.className = properties.class
  if (properties.id) element.id = properties.id
  if (properties.text !== undefined) element.textContent = properties.text
  if (properties.role) element.setAttribute('role', properties.role)
  if (properties.label) element.setAttribute('aria-label', properties.label)
  if (properties.type) element.setAttribute('type', properties.type)
  for (const child of children) if (child) element.appendChild(child)
  return element
}

/** How long things move, in ms; nothing when the person asked for less motion. */
export function motion(milliseconds: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds
}
