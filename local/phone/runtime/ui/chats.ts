import { type Card, chatOf, FAMILY, MOMENTS, NOTICES } from '../../post/card'
import { shownMessage } from '../../post/message'
import type { Person } from '../../post/person'
import { setBackground } from '../background'
import { enterAt } from '../enter'
import { chatName, everyone, mail, notices, templates, unreadIn } from '../mail'
import { appConfig } from '../payload'
import { make, part } from '../screen'
import { opening } from '../settings'
import { pathInCode } from '../wx/scan'
import { scanWithCamera } from './camera'
import { cardsIn, noticeList } from './chat'
import { faceOf } from './face'
import { modal } from './modal'

interface Row {
  chat: string
  name: string
  line: string
  /** How many she has not seen. */
  news?: number
  press: () => void
}

function rowElement({ chat, name, line, news = 0, press }: Row): HTMLElement {
  const words = make('span', { class: 'chat-words' }, make('b', { text: name }), make('span', { text: line }))
  const badge = news > 0 && make('em', { class: 'chat-news', text: String(news), label: `${news} 条没看` })
  const button = make('button', { class: 'chat', type: 'button' }, faceOf(chat, name), words, badge)
  button.onclick = press
  return button
}

/** WeChat's own camera: a mini-program code opens its page; anything else is only read out. */
async function scanFromChats(): Promise<void> {
  const text = await scanWithCamera({ album: true })
  if (text === undefined) return
  const path = pathInCode(text)
  // 1047: entered by a mini-program code.
  if (path !== undefined) enterAt(path, 1047)
  else await modal({ title: '这不是小程序码', content: text, showCancel: false })
}

let shown: { layer: HTMLElement; draw: () => Promise<void> } | undefined

function close(): void {
  shown?.layer.remove()
  shown = undefined
  setBackground(false)
}

/** Opens WeChat over the mini-program, in whose place it stays until someone goes back. */
function openWeChat(): HTMLElement {
  if (shown) return shown.layer
  setBackground(true)
  const layer = make('div', { class: 'chats', role: 'dialog', label: '微信' })
  shown = { layer, draw: drawList }
  part('layers').appendChild(layer)
  return layer
}

function fill(title: string, back: (() => void) | undefined, content: HTMLElement[], kind: string): void {
  const header = make('h1', { text: title })
  const arrow = make('button', { class: 'chats-back', label: '返回', type: 'button', text: '‹' })
  arrow.onclick = () => back?.()
  const body = make('div', { class: `chats-body ${kind}` }, ...content)
  shown?.layer.replaceChildren(...(back ? [arrow] : []), header, body)
  body.scrollTop = body.scrollHeight
}

const lastIn = (cards: Card[], chat: string) => cards.filter((card) => chatOf(card, opening.openid) === chat).pop()

/** One row for each chat that has cards, the latest first; the family's always stands there. */
function cardRows(cards: Card[], people: Person[]): Row[] {
  const chats = [...cards.map((card) => chatOf(card, opening.openid)).reverse(), FAMILY]
  return Array.from(new Set(chats))
    .filter((chat) => chat !== MOMENTS)
    .map((chat) => {
      const card = lastIn(cards, chat)
      const line = card ? `[小程序] ${card.title}` : '在小程序里点转发'
      return { chat, name: chatName(chat, people), line, news: unreadIn(cards, chat), press: () => openChat(chat) }
    })
}

async function drawList(): Promise<void> {
  const [people, { cards, noticesRead }, received, names] = await Promise.all([
    everyone(),
    mail(),
    notices(),
    templates(),
  ])
  const newest = received[received.length - 1]
  const app = appConfig.window?.navigationBarTitleText ?? '小程序'
  const moment = lastIn(cards, MOMENTS)
  const rows: Row[] = [
    { chat: 'app', name: app, line: '点开，回到小程序', press: close },
    {
      chat: NOTICES,
      name: '服务通知',
      line: newest ? shownMessage(newest, names).title : '还没有消息',
      news: received.length - noticesRead,
      press: () => openChat(NOTICES),
    },
    ...cardRows(cards, people),
    ...(moment ? [{ chat: MOMENTS, name: '朋友圈', line: moment.title, press: () => openChat(MOMENTS) }] : []),
    { chat: 'scan', name: '扫一扫', line: '小程序码、签到码、证明上的码', press: () => void scanFromChats() },
  ]
  fill('微信', undefined, rows.map(rowElement), 'chats-list')
}

/** Opens one chat, over the mini-program if WeChat is not open yet. */
export function openChat(chat: string): void {
  openWeChat()
  const draw = async () => {
    const people = await everyone()
    const content = await (chat === NOTICES ? noticeList() : cardsIn(chat, people))
    fill(chatName(chat, people), () => void show(drawList), content, 'chats-talk')
  }
  void show(draw)
}

async function show(draw: () => Promise<void>): Promise<void> {
  if (shown) shown.draw = draw
  await draw()
}

/** Leaves the mini-program for WeChat's list of chats, from where it can be entered again. */
export function showChats(): void {
  openWeChat()
  void show(drawList)
}

/** Draws again what can be seen of the chats, because something has arrived. */
export function refreshChats(): void {
  void shown?.draw()
}
