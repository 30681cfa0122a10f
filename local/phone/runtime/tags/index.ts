import { buttonTags } from './button'
import { choiceTags } from './choice'
import { formTags } from './form'
import { imageTags } from './image'
import { mediaTags } from './media'
import { pickerTags } from './picker'
import { plainTags } from './plain'
import { scrollTags } from './scroll'
import type { TagDefinition } from './tag'
import { textFieldTags } from './text-field'

/** Every built-in tag of the phone. */
export const tags: Record<string, TagDefinition> = {
  ...plainTags,
  ...buttonTags,
  ...formTags,
  ...textFieldTags,
  ...choiceTags,
  ...pickerTags,
  ...imageTags,
  ...scrollTags,
  ...mediaTags,
}
