import { report } from './instruments'
import { shareFrom } from './share'
import { refusedInSinglePage } from './single-page'
import { askPhoneNumber, chooseAvatar } from './ui/personal'
import type { Tag } from './tags/tag'

/** Does what a button's `open-type` promises. */
export function pressOpenType(tag: Tag, type: string): void {
  if (refusedInSinglePage()) return
  const target = { id: tag.host.id, dataset: { ...(tag.node.dataset ?? {}) }, offsetLeft: 0, offsetTop: 0 }
  if (type === 'share') void shareFrom('button', target)
  else if (type === 'getPhoneNumber') void askPhoneNumber().then((detail) => tag.fire('getphonenumber', detail))
  else if (type === 'chooseAvatar') {
    void chooseAvatar().then((avatarUrl) => avatarUrl && tag.fire('chooseavatar', { avatarUrl }))
  } else if (type === 'agreePrivacyAuthorization') tag.fire('agreeprivacyauthorization', {})
  else if (type === 'openSetting') tag.fire('opensetting', { errMsg: 'openSetting:ok', authSetting: {} })
  else report('unsupported', `button open-type="${type}": fail local phone does not support`)
}
