import { anything, type Property, type Tag } from './tag'

const NAMES = [
  'role',
  'label',
  'hidden',
  'checked',
  'selected',
  'busy',
  'live',
  'disabled',
  'modal',
  'expanded',
  'level',
  'pressed',
  'valuenow',
  'valuemin',
  'valuemax',
  'describedby',
  'labelledby',
]

const propertyOf = (name: string) => `aria${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** The aria-* properties that every tag takes. */
export const spokenProperties: Record<string, Property> = Object.fromEntries(
  NAMES.map((name) => [propertyOf(name), anything()]),
)

const attributeOf = new Map(NAMES.map((name) => [propertyOf(name), name === 'role' ? 'role' : `aria-${name}`]))

/** Puts one aria-* property onto the host, so that the browser's accessibility tree says what WeChat would say. */
export function speak(tag: Tag, property: string): void {
  const attribute = attributeOf.get(property)
  if (!attribute) return
  const value = tag.data[property]
  if (value === null || value === undefined || value === '') {
    const standing = tag.host.dataset.ownRole
    if (attribute === 'role' && standing) tag.host.setAttribute('role', standing)
    else if (attribute !== 'aria-checked' && attribute !== 'aria-disabled') tag.host.removeAttribute(attribute)
    return
  }
  tag.host.setAttribute(attribute, String(value))
}

/** Gives a native control the role it has in WeChat and lets the keyboard reach it. */
export function actAs(tag: Tag, role: string): void {
  tag.host.dataset.ownRole = role
  if (!tag.host.hasAttribute('role')) tag.host.setAttribute('role', role)
  tag.host.tabIndex = 0
}
