import { make, part } from '../screen'
import { faceOf } from './face'

interface Coming {
  title: string
  text: string
  /** The chat whose picture it shows. */
  face: string
  /** What it is, before its title. */
  kind?: string
}

const STAYS = 6000

/** Lets what has just come drop down from the top of the phone for a while; a tap opens it. */
export function banner({ title, text, face, kind }: Coming, open: () => void): void {
  for (const old of Array.from(part('layers').querySelectorAll('.banner'))) old.remove()
  const box = make(
    'button',
    { class: 'banner', type: 'button', label: kind ? `${kind}，${title}` : `微信，${title}` },
    faceOf(face, title),
    make(
      'span',
      { class: 'banner-text' },
      Boolean(kind) && make('small', { text: kind ?? '' }),
      make('b', { text: title }),
      make('span', { text }),
    ),
  )
  const close = () => box.remove()
  box.onclick = () => {
    close()
    open()
  }
  part('layers').appendChild(box)
  setTimeout(close, STAYS)
}
