import { openPicker, type PickerRequest } from '../ui/picker'
import { actAs } from './spoken'
import { anything, flag, number, type TagDefinition, text } from './tag'

/** `picker` (selector, multiSelector, time, date) and `slider`. */
export const pickerTags: Record<string, TagDefinition> = {
  picker: {
    properties: {
      mode: text('selector'),
      disabled: flag(),
      range: anything([]),
      rangeKey: text(),
      value: anything(),
      start: text(),
      end: text(),
      fields: text('day'),
      name: text(),
      headerText: text(),
    },
    attach(tag) {
      let chosen: unknown
      const open = async () => {
        if (tag.data.disabled) return
        const request: PickerRequest = {
          mode: String(tag.data.mode || 'selector') as PickerRequest['mode'],
          range: tag.data.range,
          rangeKey: String(tag.data.rangeKey ?? ''),
          value: tag.data.value,
          start: String(tag.data.start ?? ''),
          end: String(tag.data.end ?? ''),
          fields: String(tag.data.fields || 'day') as PickerRequest['fields'],
          title: String(tag.data.headerText ?? ''),
          rangeNow: () => tag.data.range,
          columnChanged: (column, value) => tag.fire('columnchange', { column, value }),
        }
        const answer = await openPicker(request)
        if (answer === undefined) {
          tag.fire('cancel', {})
          return
        }
        chosen = answer
        tag.fire('change', { value: answer })
      }
      actAs(tag, 'button')
      tag.listen('tap', () => void open())
      return {
        activate: () => void open(),
        value: () => chosen ?? tag.data.value,
        reset() {
          chosen = undefined
        },
      }
    },
  },
  slider: {
    properties: {
      min: number(0),
      max: number(100),
      step: number(1),
      disabled: flag(),
      value: number(0),
      showValue: flag(),
      name: text(),
    },
    attach(tag) {
      const range = tag.doc.createElement('input')
      range.type = 'range'
      tag.host.appendChild(range)
      const configure = () => {
        range.min = String(tag.data.min)
        range.max = String(tag.data.max)
        range.step = String(tag.data.step)
        range.disabled = Boolean(tag.data.disabled)
        range.value = String(tag.data.value)
      }
      configure()
      range.addEventListener('input', () => tag.fire('changing', { value: Number(range.value) }))
      range.addEventListener('change', () => {
        tag.set({ value: Number(range.value) })
        tag.fire('change', { value: Number(range.value) })
      })
      return { changed: configure, value: () => Number(range.value) }
    },
  },
}
