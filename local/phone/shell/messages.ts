import { byId, el } from './dom'
import { type Message, shortTime, shownMessage } from './message'
import { openPhone, phoneWindow, state } from './phone-frame'

const SHOWN = 6
let known = new Set<string>()
let knownFor = ''

function open(page: string, changed: () => void): void {
  if (!page) return
  // 1014: opened from a service notification.
  openPhone({ path: page, scene: 1014 })
  changed()
}

function note(message: Message, changed: () => void): HTMLElement {
  const { title, rows, page, at } = shownMessage(message, state.templates)
  const lines = rows.map((row) =>
    el('span', { class: 'note-row' }, el('span', { text: row.label }), el('span', { text: row.text })),
  )
  const button = el(
    'button',
    { class: 'note' },
    el('time', { text: shortTime(at) }),
    el('b', { text: title }),
    ...lines,
  )
  button.onclick = () => open(page, changed)
  return button
}

/** Fetches and shows the service notifications of who holds the phone; new ones also drop down on the phone. */
export async function refreshMessages(changed: () => void, isNews = false): Promise<void> {
  const openid = state.openid
  let messages: Message[] = []
  try {
    const response = await fetch(`/cloud/wechat/messages?openid=${encodeURIComponent(openid)}`)
    const answer = (await response.json()) as Message[] | { messages?: Message[] }
    messages = Array.isArray(answer) ? answer : (answer.messages ?? [])
  } catch {
    // Without a local cloud there are no messages; the phone itself says what is wrong when it calls.
  }
  if (openid !== state.openid) return
  const newestFirst = messages.slice().reverse()
  const keys = newestFirst.map((message) => JSON.stringify(message))
  const fresh =
    knownFor === openid && isNews ? newestFirst.filter((_message, place) => !known.has(keys[place] ?? '')) : []
  known = new Set(keys)
  knownFor = openid
  const notes = newestFirst.slice(0, SHOWN).map((message) => note(message, changed))
  byId('messages').replaceChildren(...(notes.length ? notes : [el('p', { class: 'quiet', text: '还没有消息' })]))
  const first = fresh[0]
  if (!first) return
  const { title, rows, page } = shownMessage(first, state.templates)
  phoneWindow()?.__phone?.notify(title, rows[0]?.text ?? '', () => open(page, changed))
}
