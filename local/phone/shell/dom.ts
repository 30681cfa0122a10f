interface Properties {
  class?: string
  id?: string
  text?: string
  role?: string
  label?: string
  /** aria-checked of a radio button or a switch. */
  pressed?: boolean
  press?: () => void
}

/** Makes an element; children may be text, and what is false is left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: (Node | string | false | undefined)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (properties.class) element.className = properties.class
  if (properties.id) element.id = properties.id
  if (properties.text !== undefined) element.textContent = properties.text
  if (properties.role) element.setAttribute('role', properties.role)
  if (properties.label) element.setAttribute('aria-label', properties.label)
  if (properties.pressed !== undefined) element.setAttribute('aria-checked', String(properties.pressed))
  if (properties.press) element.onclick = properties.press
  element.append(...children.filter((child): child is Node | string => Boolean(child)))
  return element
}

/** An element of the page by its id; it must exist. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`no element "${id}"`)
  return element
}

/** The round picture of a person: the last letter of her name. */
export function face(name: string): HTMLElement {
  return el('i', { class: 'face', text: name.slice(-1) })
}
