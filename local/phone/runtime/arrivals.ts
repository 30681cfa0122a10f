import { type Card, chatOf } from '../post/card'
import { type Message, shownMessage } from '../post/message'
import { chatName, everyone, templates } from './mail'
import { opening } from './settings'
import { banner } from './ui/banner'
import { enterFromNotice } from './ui/chat'
import { openChat, refreshChats } from './ui/chats'

/** A card has come: it drops down from the top, and a tap opens its chat. */
export async function cardArrived(card: Card): Promise<void> {
  const chat = chatOf(card, opening.openid)
  const people = await everyone()
  const from = chatName(card.from, people)
  const line = chat === card.from ? card.title : `${from}：${card.title}`
  banner({ title: chatName(chat, people), text: `[小程序] ${line}`, face: chat }, () => openChat(chat))
  refreshChats()
}

/** A service notification has come: it drops down from the top, and a tap opens its page. */
export async function messageArrived(message: Message): Promise<void> {
  const { title, rows, page } = shownMessage(message, await templates())
  const text = rows.map((row) => row.text).join('，')
  banner({ title, text, face: 'app', kind: '服务通知' }, () => enterFromNotice(page))
  refreshChats()
}
