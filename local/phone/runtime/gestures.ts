interface Point {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
}

type Send = (target: Node, type: string, detail: unknown, extra: Record<string, unknown>, original?: Event) => boolean

interface Press {
  target: Node
  from: Point
  moved: boolean
  long: boolean
  timer: ReturnType<typeof setTimeout>
}

/** When a finger last touched any page; one page's touch may end on the next one. */
let lastTouch = -Infinity

const MOVE = 10
const LONG = 350
const OPTIONS = { capture: true, passive: false }

const point = (source: Touch | MouseEvent): Point => ({
  identifier: 'identifier' in source ? source.identifier : 0,
  pageX: source.pageX,
  pageY: source.pageY,
  clientX: source.clientX,
  clientY: source.clientY,
})

/**
 * Turns touches, the mouse and the keyboard on a page into WeChat's touch, tap and long-press events. As there, a
 * finger that is held is a tap all the same where nobody waits for a long press.
 */
export function watchGestures(doc: Document, send: Send, isHeld: (target: Node) => boolean): void {
  let press: Press | undefined

  const begin = (target: Node, at: Point) => {
    clearTimeout(press?.timer)
    const started: Press = { target, from: at, moved: false, long: false, timer: setTimeout(() => hold(), LONG) }
    const hold = () => {
      if (press !== started || started.moved || !isHeld(target)) return
      started.long = true
      const extra = { touches: [at], changedTouches: [at] }
      send(target, 'longpress', { x: at.pageX, y: at.pageY }, extra)
      send(target, 'longtap', { x: at.pageX, y: at.pageY }, extra)
    }
    press = started
  }
  const move = (at: Point) => {
    if (!press || Math.hypot(at.clientX - press.from.clientX, at.clientY - press.from.clientY) <= MOVE) return
    press.moved = true
    clearTimeout(press.timer)
  }
  const end = (at: Point, original: Event) => {
    const ended = press
    press = undefined
    if (!ended) return
    clearTimeout(ended.timer)
    if (ended.moved || ended.long) return
    send(ended.target, 'tap', { x: at.pageX, y: at.pageY }, { touches: [], changedTouches: [at] }, original)
  }

  watchTouch()
  watchMouse()
  // A finger held down is the app's long press, not the browser's menu.
  doc.addEventListener('contextmenu', (event) => event.preventDefault())
  watchKeyboard(doc, send)

  function watchTouch(): void {
    const extra = (event: TouchEvent) => ({
      touches: Array.from(event.touches).map(point),
      changedTouches: Array.from(event.changedTouches).map(point),
    })
    const first = (event: TouchEvent) => event.changedTouches[0] as Touch
    doc.addEventListener('touchstart', touchStart as EventListener, OPTIONS)
    doc.addEventListener('touchmove', touchMove as EventListener, OPTIONS)
    doc.addEventListener('touchend', touchEnd as EventListener, OPTIONS)
    doc.addEventListener('touchcancel', touchCancel as EventListener, OPTIONS)

    function touchStart(event: TouchEvent): void {
      lastTouch = performance.now()
      if (send(event.target as Node, 'touchstart', {}, extra(event), event)) event.preventDefault()
      begin(event.target as Node, point(first(event)))
    }
    function touchMove(event: TouchEvent): void {
      const stopped = send(event.target as Node, 'touchmove', {}, extra(event), event)
      if (stopped && event.cancelable) event.preventDefault()
      move(point(first(event)))
    }
    function touchEnd(event: TouchEvent): void {
      lastTouch = performance.now()
      send(event.target as Node, 'touchend', {}, extra(event), event)
      const field = (event.target as Element).closest?.('input,textarea')
      if (!field && press && !press.moved) {
        // Without this the browser sends a click after the touch, which would land on whatever the tap has opened.
        if (event.cancelable) event.preventDefault()
        ;(doc.activeElement as HTMLElement | null)?.blur()
      }
      end(point(first(event)), event)
    }
    function touchCancel(event: TouchEvent): void {
      send(event.target as Node, 'touchcancel', {}, extra(event), event)
      clearTimeout(press?.timer)
      press = undefined
    }
  }

  function watchMouse(): void {
    // Browsers send mouse events after a touch, too: those are not a second tap.
    const isMouse = () => performance.now() - lastTouch > 800
    doc.addEventListener('mousedown', mouseDown as EventListener, OPTIONS)
    doc.addEventListener('mousemove', mouseMove as EventListener, OPTIONS)
    doc.addEventListener('mouseup', mouseUp as EventListener, OPTIONS)

    function mouseDown(event: MouseEvent): void {
      if (!isMouse() || event.button !== 0) return
      const at = point(event)
      send(event.target as Node, 'touchstart', {}, { touches: [at], changedTouches: [at] }, event)
      begin(event.target as Node, at)
    }
    function mouseMove(event: MouseEvent): void {
      if (!isMouse() || !(event.buttons & 1)) return
      const at = point(event)
      send(event.target as Node, 'touchmove', {}, { touches: [at], changedTouches: [at] }, event)
      move(at)
    }
    function mouseUp(event: MouseEvent): void {
      if (!isMouse() || event.button !== 0) return
      const at = point(event)
      send(event.target as Node, 'touchend', {}, { touches: [], changedTouches: [at] }, event)
      end(at, event)
    }
  }
}

function watchKeyboard(doc: Document, send: Send): void {
  doc.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    const acts = /^(button|link|switch|checkbox|radio|tab|option|menuitem)$/.test(target.getAttribute?.('role') ?? '')
    if (!acts || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    const box = target.getBoundingClientRect()
    const x = box.left + box.width / 2
    const y = box.top + box.height / 2
    const at: Point = { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y }
    send(target, 'tap', { x, y }, { touches: [], changedTouches: [at] }, event)
  })
}
