import { pressOpenType } from '../open-type'
import { actAs } from './spoken'
import { flag, hover, hoverProperties, placedAt, reflect, type TagDefinition, text } from './tag'

/** `button`, with `form-type` and `open-type`. */
export const buttonTags: Record<string, TagDefinition> = {
  button: {
    properties: {
      size: text('default'),
      type: text('default'),
      plain: flag(),
      disabled: flag(),
      loading: flag(),
      formType: text(),
      openType: text(),
      name: text(),
      appParameter: text(),
      lang: text('en'),
      ...hoverProperties('button-hover', 20, 70),
    },
    attach(tag) {
      const look = () => {
        const { size, type, plain, disabled, loading } = tag.data
        reflect(tag, { size, type, plain, disabled, loading, 'aria-disabled': disabled ? 'true' : '' })
      }
      actAs(tag, 'button')
      look()
      hover(tag)
      tag.listen(
        'tap',
        (event) => {
          if (tag.data.disabled) event.stopPropagation()
        },
        true,
      )
      tag.listen('tap', () => {
        if (tag.data.disabled) return
        const form = tag.data.formType ? placedAt(tag.host.closest('wx-form')) : undefined
        if (form) form.behaviour.tell?.(String(tag.data.formType), tag)
        if (tag.data.openType) pressOpenType(tag, String(tag.data.openType))
      })
      return { changed: look }
    },
  },
}
