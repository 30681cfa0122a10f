import { anything, flag, number, type Property, type Tag, type TagDefinition, text } from './tag'

const properties: Record<string, Property> = {
  value: text(),
  type: text('text'),
  password: flag(),
  placeholder: text(),
  placeholderStyle: text(),
  placeholderClass: text(),
  disabled: flag(),
  maxlength: number(140),
  focus: flag(),
  autoFocus: flag(),
  confirmType: text('done'),
  confirmHold: flag(),
  cursor: anything(-1),
  selectionStart: anything(-1),
  selectionEnd: anything(-1),
  adjustPosition: flag(true),
  holdKeyboard: flag(),
  name: text(),
  autoHeight: flag(),
  fixed: flag(),
  showConfirmBar: flag(true),
}

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel', idcard: 'text' }

type Native = HTMLInputElement | HTMLTextAreaElement

function nativeField(tag: Tag, multiline: boolean): Native {
  const field = tag.doc.createElement(multiline ? 'textarea' : 'input')
  field.className = 'wx-native'
  field.setAttribute('autocomplete', 'off')
  tag.host.appendChild(field)
  return field
}

function configure(tag: Tag, field: Native): void {
  const { type, password, placeholder, disabled, maxlength, placeholderStyle, confirmType } = tag.data
  if (field.tagName === 'INPUT') (field as HTMLInputElement).type = password ? 'password' : 'text'
  field.inputMode = KEYBOARDS[String(type)] ?? 'text'
  field.enterKeyHint = String(confirmType)
  field.placeholder = String(placeholder ?? '')
  field.disabled = Boolean(disabled)
  const limit = Number(maxlength)
  if (limit >= 0) field.maxLength = limit
  else field.removeAttribute('maxlength')
  const colour = /color\s*:\s*([^;]+)/.exec(String(placeholderStyle ?? ''))?.[1]
  if (colour) field.style.setProperty('--placeholder', colour)
  const label = tag.data.ariaLabel
  if (label) field.setAttribute('aria-label', String(label))
  else field.removeAttribute('aria-label')
}

function attachField(multiline: boolean): TagDefinition['attach'] {
  return (tag) => {
    const field = nativeField(tag, multiline)
    const grow = () => {
      if (!multiline || !tag.data.autoHeight) return
      tag.host.classList.add('wx-auto-height')
      field.style.height = 'auto'
      field.style.height = `${field.scrollHeight}px`
    }
    const caret = () => field.selectionStart ?? field.value.length
    configure(tag, field)
    field.value = String(tag.data.value ?? '')
    const initial = field.value
    requestAnimationFrame(grow)
    field.addEventListener('input', (event) => {
      event.stopPropagation()
      // WeChat's control owns its value: an app that answers with a shorter one must be seen as a change.
      tag.set({ value: field.value })
      grow()
      const typed = (event as InputEvent).data
      tag.fire('input', {
        value: field.value,
        cursor: caret(),
        keyCode: typed ? typed.charCodeAt(typed.length - 1) : 8,
      })
    })
    field.addEventListener('change', (event) => event.stopPropagation())
    field.addEventListener('focus', () => tag.fire('focus', { value: field.value, height: 0 }))
    field.addEventListener('blur', () => tag.fire('blur', { value: field.value, cursor: caret() }))
    field.addEventListener('keydown', (event) => {
      const pressed = event as KeyboardEvent
      if (pressed.key !== 'Enter' || pressed.isComposing || (multiline && tag.data.confirmType === 'return')) return
      if (multiline && !['send', 'search', 'next', 'go', 'done'].includes(String(tag.data.confirmType))) return
      if (multiline && tag.data.confirmType === 'done') return
      tag.fire('confirm', { value: field.value })
      if (!tag.data.confirmHold) field.blur()
    })
    if (tag.data.focus || tag.data.autoFocus) setTimeout(() => field.focus(), 0)
    return {
      changed(name) {
        if (name === 'value') {
          const value = String(tag.data.value ?? '')
          if (field.value !== value) field.value = value
          grow()
        } else if (name === 'focus') {
          if (tag.data.focus) field.focus()
          else field.blur()
        } else {
          configure(tag, field)
        }
      },
      activate: () => field.focus(),
      value: () => field.value,
      reset() {
        field.value = initial
        tag.set({ value: initial })
      },
    }
  }
}

/** `input` and `textarea`, with a real field of the browser inside. */
export const textFieldTags: Record<string, TagDefinition> = {
  input: { properties, attach: attachField(false) },
  textarea: { properties, attach: attachField(true) },
}
