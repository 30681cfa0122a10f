import { setBackground } from '../background'
import { enterAt } from '../enter'
import { record, tellShell } from '../instruments'
import { appConfig } from '../payload'
import { make, part } from '../screen'
import { opening } from '../settings'
import { pathInCode } from '../wx/scan'
import { scanWithCamera } from './camera'
import { modal } from './modal'

interface Row {
  name: string
  line: string
  face: string
  press: () => void
}

async function messageCount(): Promise<number> {
  try {
    const response = await fetch(`/cloud/wechat/messages?openid=${encodeURIComponent(opening.openid)}`)
    const answer = (await response.json()) as unknown[] | { messages?: unknown[] }
    return (Array.isArray(answer) ? answer : (answer.messages ?? [])).length
  } catch {
    return 0
  }
}

function rowElement(row: Row): HTMLElement {
  const words = make('span', { class: 'chat-words' }, make('b', { text: row.name }), make('span', { text: row.line }))
  const button = make('button', { class: 'chat' }, make('i', { class: `chat-face chat-${row.face}` }), words)
  button.onclick = row.press
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

/** Leaves the mini-program for WeChat's list of chats, from where it can be entered again. */
export async function showChats(): Promise<void> {
  setBackground(true)
  const list = make('div', { class: 'chats', role: 'dialog', label: '微信' }, make('h1', { text: '微信' }))
  const back = () => {
    list.remove()
    setBackground(false)
  }
  const name = appConfig.window?.navigationBarTitleText ?? '小程序'
  part('layers').appendChild(list)
  const count = await messageCount()
  const card = record.shares[record.shares.length - 1]
  const notices = count ? `${count} 条消息` : '还没有消息'
  const rows: Row[] = [
    { name, line: '点开，回到小程序', face: 'app', press: back },
    { name: '服务通知', line: notices, face: 'notice', press: () => tellShell('beside', {}) },
    { name: '一家人', line: card ? `[小程序] ${card.title}` : '在小程序里点转发', face: 'family', press: back },
    { name: '扫一扫', line: '小程序码、签到码、证明上的码', face: 'notice', press: () => void scanFromChats() },
    { name: '换个人拿手机', line: '还有字体、深色模式和网络', face: 'person', press: () => tellShell('beside', {}) },
  ]
  list.append(...rows.map(rowElement))
}
