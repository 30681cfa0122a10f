import { byId, el } from './dom'
import { shortTime } from './message'
import { openPhone, state } from './phone-frame'

// 1007: opened from a card in a private chat.
const FROM_CHAT = 1007
const SHOWN = 4

/** Shows the cards that were sent; a tap opens one as whoever holds the phone. */
export function showCards(changed: () => void): void {
  if (!state.cards.length) return
  const cards = state.cards.slice(0, SHOWN).map((card) => {
    const picture = el('img')
    picture.alt = ''
    if (card.imageUrl) picture.src = card.imageUrl
    const button = el(
      'button',
      { class: 'sent' },
      el('time', { text: shortTime(new Date(card.at)) }),
      el('span', { text: card.title }),
      ...(card.imageUrl ? [picture] : []),
      el('small', { text: card.path }),
    )
    button.onclick = () => {
      openPhone({ path: card.path, scene: FROM_CHAT })
      changed()
    }
    return button
  })
  byId('cards').replaceChildren(...cards)
}
