import { make } from '../screen'

const ROW = 44

/** One column of a picker: a list that can be dragged, scrolled, tapped and moved through by keyboard. */
export interface Wheel {
  element: HTMLElement
  index(): number
  /** Replaces the rows; keeps the chosen index where it still exists. */
  fill(rows: string[], index: number): void
}

/** Makes a wheel; `changed` is called when another row has come to rest in the middle. */
export function makeWheel(label: string, rows: string[], start: number, changed: (index: number) => void): Wheel {
  const list = make('div', { class: 'wheel', role: 'listbox', label })
  list.tabIndex = 0
  let current = Math.max(0, Math.min(start, rows.length - 1))
  let settle: ReturnType<typeof setTimeout> | undefined
  // While the wheel glides to a chosen row, where it passes is nobody's choice, however slowly the frames come.
  let isGliding = false
  const hasScrollEnd = 'onscrollend' in list

  const options = () => Array.from(list.children) as HTMLElement[]
  const markCurrent = () => {
    options().forEach((option, index) => option.setAttribute('aria-selected', String(index === current)))
  }
  const choose = (index: number, smooth: boolean) => {
    const next = Math.max(0, Math.min(index, list.children.length - 1))
    const isNew = next !== current
    current = next
    markCurrent()
    isGliding = smooth && hasScrollEnd && list.scrollTop !== next * ROW
    list.scrollTo({ top: next * ROW, behavior: isGliding ? 'smooth' : 'instant' })
    if (isNew) changed(next)
  }
  const fill = (next: string[], index: number) => {
    const before = current
    current = Math.max(0, Math.min(index, next.length - 1))
    list.replaceChildren(
      ...next.map((row, place) => {
        const option = make('div', { class: 'wheel-row', role: 'option', text: row })
        option.onclick = () => choose(place, true)
        return option
      }),
    )
    markCurrent()
    list.scrollTop = current * ROW
    if (before !== current) changed(current)
  }
  list.addEventListener('scroll', () => {
    clearTimeout(settle)
    settle = setTimeout(() => {
      if (isGliding) return
      const arrived = Math.round(list.scrollTop / ROW)
      if (arrived !== current) choose(arrived, false)
    }, 90)
  })
  const release = () => {
    isGliding = false
  }
  for (const event of ['scrollend', 'wheel', 'pointerdown', 'touchstart']) list.addEventListener(event, release)
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    choose(current + step, false)
  })
  fill(rows, current)
  requestAnimationFrame(() => {
    list.scrollTop = current * ROW
  })
  return { element: list, index: () => current, fill }
}
