import type * as glassEasel from 'glass-easel'

export type Data = Record<string, unknown>
type PropertyType = typeof String | typeof Number | typeof Boolean | null

/** One property of a built-in tag. */
export interface Property {
  type: PropertyType
  value: unknown
}

/** What a built-in tag can do to the page. */
export interface Tag {
  host: HTMLElement
  doc: Document
  /** The element in the mini-program's tree. */
  node: glassEasel.GeneralComponent
  /** The properties' current values. */
  data: Data
  /** Sends an event to the mini-program; it does not bubble unless asked to. */
  fire(name: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): void
  /** Changes own properties, as the native control does when a person uses it. */
  set(values: Data): void
  listen(name: string, react: (event: glassEasel.ShadowedEvent<unknown>) => void, capture?: boolean): void
}

/** How a built-in tag behaves once it stands on the page. */
export interface Behaviour {
  /** A property has changed. */
  changed?(name: string): void
  /** A label that belongs to this tag was tapped. */
  activate?(): void
  /** Its value in a submitted form. */
  value?(): unknown
  reset?(): void
  /** A call from another tag, as a radio from its group. */
  tell?(what: string, detail: unknown): void
}

/** A built-in tag: its properties and what happens when it appears. */
export interface TagDefinition {
  properties?: Record<string, Property>
  virtualHost?: boolean
  attach?(tag: Tag): Behaviour | undefined
}

interface Placed {
  tag: Tag
  behaviour: Behaviour
}

const placed = new WeakMap<Element, Placed>()

/** Remembers which behaviour stands behind an element of the page. */
export function place(host: HTMLElement, tag: Tag, behaviour: Behaviour): void {
  placed.set(host, { tag, behaviour })
}

/** The built-in tag behind an element of the page, if there is one. */
export function placedAt(host: Element | null | undefined): Placed | undefined {
  return host ? placed.get(host) : undefined
}

/** The built-in tags under an element that match a selector, in page order. */
export function placedUnder(host: Element, selector: string): Placed[] {
  return Array.from(host.querySelectorAll(selector)).flatMap((element) => placed.get(element) ?? [])
}

export const text = (value = ''): Property => ({ type: String, value })
export const number = (value = 0): Property => ({ type: Number, value })
export const flag = (value = false): Property => ({ type: Boolean, value })
export const anything = (value: unknown = null): Property => ({ type: null, value })

/** The properties of a tag that shows a class while a finger is on it. */
export const hoverProperties = (name: string, start: number, stay: number): Record<string, Property> => ({
  hoverClass: text(name),
  hoverStopPropagation: flag(),
  hoverStartTime: number(start),
  hoverStayTime: number(stay),
})

/** Shows `hover-class` while a finger is on the tag. */
export function hover(tag: Tag): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const names = () => {
    const wanted = String(tag.data.hoverClass ?? '')
    return wanted && wanted !== 'none' ? wanted.split(/\s+/).filter(Boolean) : []
  }
  const release = () => {
    clearTimeout(timer)
    const list = names()
    if (list.length) setTimeout(() => tag.host.classList.remove(...list), Number(tag.data.hoverStayTime))
  }
  tag.listen('touchstart', () => {
    const list = names()
    if (!list.length || tag.data.disabled) return
    timer = setTimeout(() => tag.host.classList.add(...list), Number(tag.data.hoverStartTime))
  })
  tag.listen('touchend', release)
  tag.listen('touchcancel', release)
}

/** Writes values as attributes of the host; false, null and '' take the attribute away. */
export function reflect(tag: Tag, values: Data): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === false || value === null || value === undefined || value === '') tag.host.removeAttribute(name)
    else tag.host.setAttribute(name, value === true ? '' : String(value))
  }
}
