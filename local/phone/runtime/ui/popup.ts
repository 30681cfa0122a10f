import { make, motion, part } from '../screen'

/** A layer over the whole phone. */
export interface Popup {
  layer: HTMLElement
  close(): void
}

const LEAVE = 180

/**
 * Lays something over the phone.
 * `dismiss` is called when the person taps beside it or presses Escape; without it that does nothing.
 */
export function openPopup(kind: 'dialog' | 'sheet' | 'full', content: HTMLElement, dismiss?: () => void): Popup {
  const layer = make('div', { class: `popup popup-${kind}` }, content)
  content.setAttribute('role', content.getAttribute('role') ?? 'dialog')
  content.setAttribute('aria-modal', 'true')
  const before = document.activeElement as HTMLElement | null
  const close = () => {
    layer.classList.add('popup-leaving')
    document.removeEventListener('keydown', onKey)
    const wait = motion(LEAVE)
    if (wait) setTimeout(() => layer.remove(), wait)
    else layer.remove()
    before?.focus?.({ preventScroll: true })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') dismiss?.()
  }
  // The touch that opened the popup still sends a click, which now lands here: only presses that began here count.
  let isPressed = false
  layer.addEventListener('pointerdown', () => (isPressed = true), true)
  layer.addEventListener(
    'click',
    (event) => {
      if (event.detail > 0 && !isPressed) event.stopImmediatePropagation()
      else if (event.target === layer) dismiss?.()
      isPressed = false
    },
    true,
  )
  document.addEventListener('keydown', onKey)
  part('layers').appendChild(layer)
  content.tabIndex = -1
  content.focus({ preventScroll: true })
  return { layer, close }
}

/** A button of a popup. */
export function popupButton(name: string, text: string, press: () => void, color?: string): HTMLButtonElement {
  const button = make('button', { class: name, text, type: 'button' })
  if (color) button.style.color = color
  button.onclick = press
  return button
}
