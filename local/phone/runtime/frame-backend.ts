import * as glassEasel from 'glass-easel'
import { watchGestures } from './gestures'
import { cssValueInline } from './inline-style'

type BackendElement = glassEasel.domlikeBackend.Element
type FrameElement = HTMLElement & { __wxElement?: glassEasel.Element }

/** Draws one page of the mini-program into the document of its own frame. */
export class FrameBackend extends glassEasel.CurrentWindowBackendContext {
  readonly view: Window
  private readonly listened = new WeakMap<object, Set<string>>()
  private readonly held = new WeakSet<object>()

  constructor(view: Window) {
    super()
    this.view = view
    const doc = view.document
    this.document = {
      createElement: (tag: string) => {
        const element = doc.createElement(tag.startsWith('h-') ? tag.slice(2) : `wx-${tag}`)
        return element as unknown as BackendElement
      },
      createTextNode: (content: string) => doc.createTextNode(content) as unknown as BackendElement,
      createDocumentFragment: () => doc.createDocumentFragment() as unknown as BackendElement,
    }
    cssValueInline(view)
    watchGestures(
      doc,
      (target, type, detail, extra, original) => this.trigger(target, type, detail, extra, original),
      (target) => this.isHeld(target),
    )
  }

  override getWindowWidth(): number {
    return this.view.innerWidth
  }

  override getWindowHeight(): number {
    return this.view.innerHeight
  }

  override getRootNode(): BackendElement {
    return this.view.document.body as unknown as BackendElement
  }

  override render(done: (error: Error | null) => void): void {
    requestAnimationFrame(() => done(null))
  }

  override associateValue(element: BackendElement, value: glassEasel.Element): void {
    element.__wxElement = value
  }

  override onEvent(): void {
    // Gestures are watched by this class itself: its events carry WeChat's touches and detail.
  }

  override appendStyleSheetPath(): number {
    return 0
  }

  override setListenerStats(element: BackendElement, type: string): void {
    if (/^long(press|tap)$/.test(type)) this.held.add(element)
    if (!/^(transitionend|animation(start|iteration|end))$/.test(type)) return
    const node = element as unknown as HTMLElement
    const types = this.listened.get(node) ?? new Set()
    if (types.has(type) || typeof node.addEventListener !== 'function') return
    this.listened.set(node, types.add(type))
    node.addEventListener(type, (event) => {
      const elapsedTime = (event as AnimationEvent).elapsedTime
      this.trigger(node, type, { elapsedTime }, {}, event, false)
    })
  }

  /** Whether a long press on it would reach a handler. */
  private isHeld(target: Node): boolean {
    for (let node: Node | null = target; node; node = node.parentNode) if (this.held.has(node)) return true
    return false
  }

  /** Sends an event into the mini-program's tree; answers whether the app asked to prevent the default. */
  trigger(
    from: Node,
    type: string,
    detail: unknown,
    extraFields: Record<string, unknown>,
    originalEvent?: Event,
    bubbles = true,
  ): boolean {
    let node: Node | null = from
    while (node && !(node as FrameElement).__wxElement) node = node.parentNode
    const target = (node as FrameElement | null)?.__wxElement
    if (!target) return false
    const event = new glassEasel.Event(type, detail, {
      originalEvent,
      bubbles,
      composed: bubbles,
      capturePhase: true,
      extraFields,
    })
    glassEasel.Event.dispatchEvent(target, event)
    return event.defaultPrevented()
  }
}
