import { make, part } from '../screen'

interface ToastOptions {
  title?: string
  icon?: 'success' | 'error' | 'loading' | 'none'
  image?: string
  duration?: number
  mask?: boolean
}

const MARKS: Record<string, string> = {
  success:
    '<svg viewBox="0 0 40 40" aria-hidden="true"><path d="m8 21 8.5 8.5L33 12" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  error:
    '<svg viewBox="0 0 40 40" aria-hidden="true"><path d="M20 8v16M20 31v1" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round"/></svg>',
  loading: '<i class="spinner"></i>',
}

let shown: { layer: HTMLElement; isLoading: boolean } | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** Shows a toast as WeChat does; a loading toast stays until it is hidden. */
export function toast(options: ToastOptions, isLoading = false): void {
  hideToast()
  const icon = isLoading ? 'loading' : (options.icon ?? 'success')
  const box = make('div', { class: `toast toast-${icon}`, role: 'status' })
  if (MARKS[icon]) box.appendChild(make('div', { class: 'toast-mark' })).innerHTML = MARKS[icon]
  box.appendChild(make('p', { text: options.title ?? '' }))
  const layer = make('div', { class: options.mask ? 'toast-layer toast-masked' : 'toast-layer' }, box)
  part('layers').appendChild(layer)
  shown = { layer, isLoading }
  if (!isLoading) timer = setTimeout(hideToast, options.duration ?? 1500)
}

/** Hides whatever toast there is. */
export function hideToast(): void {
  clearTimeout(timer)
  shown?.layer.remove()
  shown = undefined
}
