import { actAs } from './spoken'
import { flag, placedAt, placedUnder, reflect, type Tag, type TagDefinition, text } from './tag'

function showChecked(tag: Tag): void {
  const { checked, disabled, color } = tag.data
  reflect(tag, { checked, disabled })
  tag.host.setAttribute('aria-checked', checked ? 'true' : 'false')
  if (color) tag.host.style.setProperty('--choice', String(color))
}

const checkable = { checked: flag(), disabled: flag(), color: text(), name: text() }

/** `switch`, `radio`, `checkbox` and their groups. */
export const choiceTags: Record<string, TagDefinition> = {
  switch: {
    properties: { ...checkable, type: text('switch') },
    attach(tag) {
      const initial = Boolean(tag.data.checked)
      const toggle = () => {
        if (tag.data.disabled) return
        tag.set({ checked: !tag.data.checked })
        tag.fire('change', { value: tag.data.checked })
      }
      actAs(tag, 'switch')
      showChecked(tag)
      tag.listen('tap', toggle)
      return {
        changed: () => showChecked(tag),
        activate: toggle,
        value: () => tag.data.checked,
        reset: () => tag.set({ checked: initial }),
      }
    },
  },
  radio: {
    properties: { ...checkable, value: text() },
    attach(tag) {
      const choose = () => {
        if (tag.data.disabled || tag.data.checked) return
        const group = placedAt(tag.host.closest('wx-radio-group'))
        const others = group ? placedUnder(group.tag.host, 'wx-radio') : []
        for (const other of others) if (other.tag !== tag && other.tag.data.checked) other.tag.set({ checked: false })
        tag.set({ checked: true })
        group?.tag.fire('change', { value: tag.data.value })
      }
      actAs(tag, 'radio')
      showChecked(tag)
      tag.listen('tap', choose)
      return { changed: () => showChecked(tag), activate: choose }
    },
  },
  'radio-group': {
    properties: { name: text() },
    attach(tag) {
      tag.host.setAttribute('role', 'radiogroup')
      const radios = () => placedUnder(tag.host, 'wx-radio')
      return {
        value: () => radios().find((radio) => radio.tag.data.checked)?.tag.data.value ?? '',
        reset: () => radios().forEach((radio) => radio.tag.set({ checked: false })),
      }
    },
  },
  checkbox: {
    properties: { ...checkable, value: text() },
    attach(tag) {
      const toggle = () => {
        if (tag.data.disabled) return
        tag.set({ checked: !tag.data.checked })
        const group = placedAt(tag.host.closest('wx-checkbox-group'))
        group?.tag.fire('change', { value: group.behaviour.value?.() })
      }
      actAs(tag, 'checkbox')
      showChecked(tag)
      tag.listen('tap', toggle)
      return { changed: () => showChecked(tag), activate: toggle }
    },
  },
  'checkbox-group': {
    properties: { name: text() },
    attach(tag) {
      const boxes = () => placedUnder(tag.host, 'wx-checkbox')
      return {
        value: () => boxes().flatMap((box) => (box.tag.data.checked ? [box.tag.data.value] : [])),
        reset: () => boxes().forEach((box) => box.tag.set({ checked: false })),
      }
    },
  },
}
