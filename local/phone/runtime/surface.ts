import { cardArrived, messageArrived } from './arrivals'
import { setBackground } from './background'
import { visibleCodes } from './codes'
import { fileAt, toBase64 } from './file-store'
import { record } from './instruments'
import { unreadCount } from './mail'
import { navigate, pathOnTop, stack, top } from './navigation'
import { probe } from './probe'
import { startPull } from './pull-down'
import { opening, type Settings, changeSettings, settings } from './settings'
import { timelineCard } from './share'
import { showChats } from './ui/chats'
import { visibleText } from './visible-text'
import { pendingCalls } from './wx/busy'

/** Size of the page on top. */
function measure() {
  const body = top()?.frame.contentDocument?.body
  let depth = 0
  let mostChildren = 0
  const visit = (element: Element, level: number) => {
    depth = Math.max(depth, level)
    mostChildren = Math.max(mostChildren, element.children.length)
    for (const child of Array.from(element.children)) visit(child, level + 1)
  }
  if (body) visit(body, 0)
  return { nodes: body?.querySelectorAll('*').length ?? 0, depth, mostChildren }
}

const surface = {
  ...record,
  settings,
  opening,
  route: () => top()?.route ?? '',
  query: () => top()?.query ?? {},
  path: pathOnTop,
  routes: () => stack.map((page) => page.route),
  pageData: () => top()?.instance.data ?? {},
  measure,
  pending: pendingCalls,
  probe,
  text: visibleText,
  /** The phone's own way back, as by a swipe from the edge. */
  back: () => void navigate.navigateBack({}),
  change: (next: Partial<Settings>) => changeSettings(next),
  pullDown: () => {
    const page = top()
    if (page) startPull(page)
  },
  timeline: timelineCard,
  /** Texts of the square codes that can be seen now. */
  codes: visibleCodes,
  /** A file of the phone in base64; undefined when it is not there. */
  file: (path: string) => {
    const file = fileAt(path)
    return file && toBase64(file.bytes)
  },
  background: setBackground,
  cardArrived,
  messageArrived,
  /** How much in her chats she has not looked at. */
  unread: unreadCount,
  chats: showChats,
  reset() {
    for (const list of Object.values(record)) if (Array.isArray(list)) list.length = 0
  },
}

/** What the shell and the tests can ask a phone. */
export type PhoneSurface = typeof surface

declare global {
  interface Window {
    __phone: PhoneSurface
  }
}

window.__phone = surface
