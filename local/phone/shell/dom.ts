type Properties = { class?: string; text?: string; role?: string; label?: string; pressed?: boolean }

/** Makes an element; children may be text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (properties.class) element.className = properties.class
  if (properties.text !== undefined) element.textContent = properties.text
  if (properties.role) element.setAttribute('role', properties.role)
  if (properties.label) element.setAttribute('aria-label', properties.label)
  if (properties.pressed !== undefined) element.setAttribute('aria-checked', String(properties.pressed))
  element.append(...children)
  return element
}

/** An element of the page by its id; it must exist. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`no element "${id}"`)
  return element
}
