import { callPage, type PageView } from './page'
import { motion } from './screen'
import { pageConfig } from './theme'

const HOLD = 56
const FURTHEST = 120
const OPTIONS = { capture: true, passive: false }

function moveTo(page: PageView, distance: number, animate: boolean): void {
  page.frame.style.transition = animate ? `transform ${motion(220)}ms cubic-bezier(.2,.7,.2,1)` : 'none'
  page.frame.style.transform = distance ? `translateY(${distance}px)` : ''
  page.box.toggleAttribute('data-pulled', distance > 0)
  page.box.dataset.shade = pageConfig(page.route).backgroundTextStyle ?? 'dark'
}

/** Holds a page down with the three dots and tells it to refresh; used by the finger and by the API. */
export function startPull(page: PageView): void {
  moveTo(page, HOLD, true)
  callPage(page, 'onPullDownRefresh')
}

/** Lets a pulled page go back up. */
export function stopPull(page: PageView): void {
  moveTo(page, 0, true)
}

/** Lets a finger or the mouse pull a page down when it stands at its top. */
export function watchPull(page: PageView): void {
  if (!pageConfig(page.route).enablePullDownRefresh) return
  const doc = page.frame.contentDocument as Document
  const view = page.frame.contentWindow as Window
  // Screen coordinates: the frame moves under the finger, its own coordinates would tremble.
  let from: number | undefined
  let distance = 0
  const begin = (y: number) => {
    from = view.scrollY <= 0 && !page.box.hasAttribute('data-pulled') ? y : undefined
    distance = 0
  }
  const move = (y: number, event: Event) => {
    if (from === undefined) return
    distance = Math.min(FURTHEST, (y - from) * 0.5)
    if (distance <= 4) return
    if (event.cancelable) event.preventDefault()
    moveTo(page, distance, false)
  }
  const end = () => {
    if (from === undefined) return
    from = undefined
    if (distance >= HOLD * 0.8) startPull(page)
    else if (distance > 0) stopPull(page)
    distance = 0
  }
  const finger = (event: Event) => (event as TouchEvent).touches[0]?.screenY ?? 0
  doc.addEventListener('touchstart', (event) => begin(finger(event)), OPTIONS)
  doc.addEventListener('touchmove', (event) => move(finger(event), event), OPTIONS)
  doc.addEventListener('touchend', end, OPTIONS)
  doc.addEventListener('touchcancel', end, OPTIONS)
  doc.addEventListener('mousedown', (event) => begin((event as MouseEvent).screenY), OPTIONS)
  doc.addEventListener(
    'mousemove',
    (event) => {
      const mouse = event as MouseEvent
      if (mouse.buttons & 1) move(mouse.screenY, event)
    },
    OPTIONS,
  )
  doc.addEventListener('mouseup', end, OPTIONS)
}
