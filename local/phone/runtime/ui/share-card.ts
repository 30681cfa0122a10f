import { FAMILY } from '../../post/card'
import { addressOf } from '../file-store'
import type { ShareCard } from '../instruments'
import { chatName, others } from '../mail'
import { appConfig } from '../payload'
import { make } from '../screen'
import { faceOf } from './face'
import { openPopup, popupButton } from './popup'

/** Draws a share card as it stands in a chat; `address` is where the browser finds its picture. */
export function cardElement(title: string, address: string | undefined): HTMLElement {
  const picture = address ? make('img', { class: 'card-picture' }) : make('div', { class: 'card-picture card-shot' })
  if (picture instanceof HTMLImageElement && address) {
    picture.src = address
    picture.alt = ''
  }
  return make(
    'div',
    { class: 'card' },
    make('p', { class: 'card-app', text: appConfig.window?.navigationBarTitleText ?? '小程序' }),
    make('p', { class: 'card-title', text: title }),
    picture,
    make('p', { class: 'card-foot', text: '小程序' }),
  )
}

interface Chooser {
  box: HTMLElement
  /** Whom the card goes to. */
  chosen: () => string
}

/** The chats a card can go to; the family's is chosen until another is. */
function chooser(): Chooser {
  let chosen = FAMILY
  const box = make('div', { class: 'share-to', role: 'radiogroup', label: '发送给' })
  const option = (chat: string, name: string) => {
    const button = make('button', { class: 'share-chat', role: 'radio', type: 'button' }, faceOf(chat, name))
    button.append(make('span', { text: name }))
    button.setAttribute('aria-checked', String(chat === chosen))
    button.onclick = () => {
      chosen = chat
      for (const other of Array.from(box.children)) other.setAttribute('aria-checked', String(other === button))
    }
    return button
  }
  box.append(option(FAMILY, chatName(FAMILY, [])))
  void others().then((people) => box.append(...people.map(({ openid, name }) => option(openid, name))))
  return { box, chosen: () => chosen }
}

/** Shows the card and asks whom it goes to; answers the chat, or undefined once the person has turned away. */
export function showShareCard(card: ShareCard): Promise<string | undefined> {
  return new Promise((resolve) => {
    const finish = (chat?: string) => {
      popup.close()
      resolve(chat)
    }
    const to = chooser()
    const box = make(
      'div',
      { class: 'share', label: '转发给朋友' },
      make('h2', { text: '发送给' }),
      to.box,
      cardElement(card.title, card.imageUrl && addressOf(card.imageUrl)),
      make(
        'div',
        { class: 'modal-buttons' },
        popupButton('modal-cancel', '取消', () => finish()),
        popupButton('modal-confirm', '发送', () => finish(to.chosen())),
      ),
    )
    const popup = openPopup('dialog', box, () => finish())
  })
}
