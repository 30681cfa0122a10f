import { refusedInSinglePage } from '../single-page'
import { flag, placedAt, placedUnder, type Tag, type TagDefinition, text } from './tag'

const FIELDS = 'wx-input,wx-textarea,wx-switch,wx-slider,wx-picker,wx-radio-group,wx-checkbox-group'
const LABELLED = 'wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea,wx-button,wx-picker'

function namedFields(tag: Tag) {
  return placedUnder(tag.host, FIELDS).filter((field) => field.tag.data.name)
}

/** `form` and `label`. */
export const formTags: Record<string, TagDefinition> = {
  form: {
    properties: { reportSubmit: flag(), reportSubmitTimeout: text() },
    attach(tag) {
      const submit = (button: Tag) => {
        const value: Record<string, unknown> = {}
        for (const field of namedFields(tag)) value[String(field.tag.data.name)] = field.behaviour.value?.()
        const target = { id: button.host.id, dataset: { ...button.node.dataset }, offsetLeft: 0, offsetTop: 0 }
        if (!refusedInSinglePage()) tag.fire('submit', { value, target })
      }
      const reset = () => {
        for (const field of namedFields(tag)) field.behaviour.reset?.()
        tag.fire('reset', {})
      }
      return {
        tell(what, detail) {
          if (what === 'submit') submit(detail as Tag)
          if (what === 'reset') reset()
        },
      }
    },
  },
  label: {
    properties: { for: text() },
    attach(tag) {
      tag.listen('tap', (event) => {
        const wanted = String(tag.data.for ?? '')
        const target = wanted ? tag.doc.getElementById(wanted) : tag.host.querySelector(LABELLED)
        const touched = (event.getOriginalEvent() as Event | undefined)?.target as Node | null | undefined
        if (!target || target.contains(touched ?? null)) return
        placedAt(target)?.behaviour.activate?.()
      })
      return undefined
    },
  },
}
