import { make, part } from '../screen'

/** Lets a service notification come down from the top of the phone for a while. */
export function banner(title: string, text: string, open: () => void): void {
  for (const old of Array.from(part('layers').querySelectorAll('.banner'))) old.remove()
  const box = make(
    'button',
    { class: 'banner', type: 'button', label: `服务通知，${title}` },
    make('i', { class: 'banner-icon' }),
    make('span', { class: 'banner-text' }, make('b', { text: title }), make('span', { text })),
  )
  const close = () => box.remove()
  box.onclick = () => {
    close()
    open()
  }
  part('layers').appendChild(box)
  setTimeout(close, 4500)
}
