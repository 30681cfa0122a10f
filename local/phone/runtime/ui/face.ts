import { FAMILY, MOMENTS, NOTICES } from '../../post/card'
import { make } from '../screen'

const KINDS: Record<string, string> = {
  [FAMILY]: 'family',
  [MOMENTS]: 'moments',
  [NOTICES]: 'notice',
  app: 'app',
  scan: 'scan',
}

/** The picture of a chat: a sign of its own, or the last letter of a person's name. */
export function faceOf(chat: string, name: string): HTMLElement {
  const kind = KINDS[chat]
  return make('i', { class: `chat-face chat-${kind ?? 'person'}`, text: kind ? '' : name.slice(-1) })
}
