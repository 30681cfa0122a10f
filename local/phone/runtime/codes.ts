import jsQR from 'jsqr'
import { top } from './navigation'
import { part } from './screen'
import { opening } from './settings'

/** A square code that can be seen on a phone. */
export interface SeenCode {
  text: string
  /** Who holds that phone. */
  openid: string
  /** When it was seen last, ms since 1970. */
  at: number
}

type Picture = HTMLImageElement | HTMLCanvasElement

const LEAST = 60
const MOST_PIXELS = 900
const MOST_PICTURES = 12

/** What a camera reads in a picture; undefined when there is no square code. */
export function readCode(picture: CanvasImageSource, width: number, height: number): string | undefined {
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR(data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' })?.data || undefined
}

function isSeen(picture: Picture): boolean {
  const view = picture.ownerDocument.defaultView
  const { width, height, top: above, bottom, left, right } = picture.getBoundingClientRect()
  if (!view || width < LEAST || height < LEAST) return false
  return bottom > 0 && right > 0 && above < view.innerHeight && left < view.innerWidth
}

/** The texts of all square codes that can be seen on this phone now. */
export function visibleCodes(): string[] {
  const places = [top()?.frame.contentDocument?.body, part('layers')]
  const pictures = places.flatMap((place) => Array.from(place?.querySelectorAll<Picture>('img,canvas') ?? []))
  const texts = pictures
    .filter(isSeen)
    .slice(0, MOST_PICTURES)
    .map((picture) => {
      const [width, height] =
        'naturalWidth' in picture ? [picture.naturalWidth, picture.naturalHeight] : [picture.width, picture.height]
      return width && height ? readCode(picture, width, height) : undefined
    })
  return Array.from(new Set(texts.filter((text): text is string => Boolean(text))))
}

const KEPT = 'phone-codes'
const REMEMBERED = 6
const HOUR = 3_600_000

function remembered(): SeenCode[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '[]') as SeenCode[]
    return kept.filter((code) => Date.now() - code.at < HOUR)
  } catch {
    return []
  }
}

/** Codes change while a camera looks at them. */
const LOOK_EVERY = 1000

type Call = { ask: true } | { openid: string; seen: SeenCode[] }
const channel = new BroadcastChannel('phone-codes')

const mine = (): SeenCode[] => visibleCodes().map((text) => ({ text, openid: opening.openid, at: Date.now() }))

/** What a camera sees: `live` by who holds the phone that shows it now, and what was seen before. */
export interface Surroundings {
  live: Map<string, SeenCode[]>
  before: SeenCode[]
}

/**
 * Looks for square codes on other phones: those open in other windows are asked again and again, and what was seen on
 * this one before it was handed over is remembered for an hour. Calls back with every change; answers how to stop.
 */
export function lookAround(changed: (around: Surroundings) => void): () => void {
  const around: Surroundings = { live: new Map(), before: remembered() }
  const hear = ({ data }: MessageEvent<Call>) => {
    if (!('seen' in data)) return
    around.live.set(data.openid, data.seen)
    changed(around)
  }
  const ask = () => channel.postMessage({ ask: true } satisfies Call)
  channel.addEventListener('message', hear)
  const timer = setInterval(ask, LOOK_EVERY)
  ask()
  changed(around)
  return () => {
    clearInterval(timer)
    channel.removeEventListener('message', hear)
  }
}

/** Lets other phones see this one's codes, and remembers them when it is handed over. */
export function showCodes(): void {
  channel.addEventListener('message', ({ data }: MessageEvent<Call>) => {
    if ('ask' in data) channel.postMessage({ openid: opening.openid, seen: mine() } satisfies Call)
  })
  if (!opening.embedded) return
  addEventListener('pagehide', () => {
    const codes = mine()
    const older = remembered().filter((code) => !codes.some((one) => one.text === code.text))
    localStorage.setItem(KEPT, JSON.stringify([...codes, ...older].slice(0, REMEMBERED)))
  })
}
