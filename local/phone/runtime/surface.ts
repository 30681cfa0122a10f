import { setBackground } from './background'
import { record } from './instruments'
import { navigate, stack, top } from './navigation'
import { probe } from './probe'
import { startPull } from './pull-down'
import { opening, type Settings, changeSettings, settings } from './settings'
import { timelineCard } from './share'
import { banner } from './ui/banner'
import { visibleText } from './visible-text'
import { pendingCalls } from './wx/cloud'

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
  background: setBackground,
  notify: banner,
  reset() {
    for (const list of [record.errors, record.warnings, record.setData, record.calls, record.shares]) list.length = 0
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
