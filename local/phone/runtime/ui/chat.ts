import { type Card, chatOf, FAMILY, MOMENTS } from '../../post/card'
import { shortTime, shownMessage } from '../../post/message'
import type { Person } from '../../post/person'
import { enterAt } from '../enter'
import { chatName, lookInto, mail, notices, templates } from '../mail'
import { make } from '../screen'
import { MOMENTS as SINGLE_PAGE, opening } from '../settings'
import { faceOf } from './face'
import { cardElement } from './share-card'

/** How WeChat calls the ways in: from a private chat, from a group, from a service notification. */
const FROM_CHAT = 1007
const FROM_GROUP = 1008
const FROM_NOTICE = 1014

const scenes: Record<string, number> = { [FAMILY]: FROM_GROUP, [MOMENTS]: SINGLE_PAGE }

/** Enters the mini-program at the page of a notification. */
export function enterFromNotice(page: string): void {
  if (page) enterAt(page, FROM_NOTICE)
}

function bubble(card: Card, people: Person[]): HTMLElement {
  const name = chatName(card.from, people)
  const open = make(
    'button',
    { class: 'bubble-card', type: 'button', label: card.title },
    cardElement(card.title, card.imageUrl),
  )
  open.onclick = () => enterAt(card.path, scenes[card.to] ?? FROM_CHAT)
  const words = make(
    'div',
    { class: 'bubble-words' },
    card.to !== opening.openid && make('small', { text: name }),
    open,
  )
  const side = card.from === opening.openid ? 'bubble bubble-own' : 'bubble'
  return make('div', { class: side }, faceOf(card.from, name), words)
}

/** The cards of a chat, the newest last; looking at them makes them read. */
export async function cardsIn(chat: string, people: Person[]): Promise<HTMLElement[]> {
  const cards = (await mail()).cards.filter((card) => chatOf(card, opening.openid) === chat)
  await lookInto(chat, Math.max(0, ...cards.map(({ id }) => id)))
  if (!cards.length) return [make('p', { class: 'chat-empty', text: '还没有消息' })]
  return cards.map((card) => bubble(card, people))
}

/** The service notifications as WeChat lists them, the newest last; a tap opens the page. */
export async function noticeList(): Promise<HTMLElement[]> {
  const [received, names] = await Promise.all([notices(), templates()])
  await lookInto('notices', received.length)
  if (!received.length) return [make('p', { class: 'chat-empty', text: '还没有消息' })]
  return received.map((message) => {
    const { title, rows, page, at } = shownMessage(message, names)
    const lines = rows.map(({ label, text }) =>
      make('span', { class: 'notice-row' }, make('span', { text: label }), make('span', { text })),
    )
    const button = make('button', { class: 'notice', type: 'button' }, make('time', { text: shortTime(at) }))
    button.append(make('b', { text: title }), ...lines, make('em', { text: '进入小程序查看' }))
    button.onclick = () => enterFromNotice(page)
    return button
  })
}
