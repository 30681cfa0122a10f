import { addressOf } from '../file-store'
import type { ShareCard } from '../instruments'
import { appConfig } from '../payload'
import { make } from '../screen'
import { openPopup, popupButton } from './popup'

/** Draws a share card as it stands in a chat. */
export function cardElement(card: Pick<ShareCard, 'title' | 'imageUrl'>): HTMLElement {
  const picture = card.imageUrl
    ? make('img', { class: 'card-picture' })
    : make('div', { class: 'card-picture card-shot' })
  if (picture instanceof HTMLImageElement && card.imageUrl) {
    picture.src = addressOf(card.imageUrl)
    picture.alt = ''
  }
  return make(
    'div',
    { class: 'card' },
    make('p', { class: 'card-app', text: appConfig.window?.navigationBarTitleText ?? '小程序' }),
    make('p', { class: 'card-title', text: card.title }),
    picture,
    make('p', { class: 'card-foot', text: '小程序' }),
  )
}

/** Shows the card before it is sent to a chat, and closes once the person has sent it or turned away. */
export function showShareCard(card: ShareCard): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      popup.close()
      resolve()
    }
    const box = make(
      'div',
      { class: 'share', label: '转发给朋友' },
      make('h2', { text: '发送给' }),
      make(
        'div',
        { class: 'share-to' },
        make('i', { class: 'share-face', text: '家' }),
        make('span', { text: '一家人' }),
      ),
      cardElement(card),
      make(
        'div',
        { class: 'modal-buttons' },
        popupButton('modal-cancel', '取消', finish),
        popupButton('modal-confirm', '发送', finish),
      ),
    )
    const popup = openPopup('dialog', box, finish)
  })
}
