import type { Browser } from 'playwright-core'
import type { SetDataRecord } from '../../local/phone/runtime/instruments'

/** How to open a phone. */
export interface PhoneOpening {
  /** Address of the running local phone. */
  url: string
  /** openid of who holds it. */
  as?: string
  /** Page to start at, with its query. */
  path?: string
  scene?: number
  font?: number
  dark?: boolean
  offline?: boolean
  /** Ms since 1970 that the phone shows and the mini-program sees; the machine's clock unless told. */
  now?: number
  /** A browser to share; without it the phone starts its own and closes it at the end. */
  browser?: Browser
  /** Pixels of the screen; 390 × 844 unless told. */
  size?: { width: number; height: number }
}

/** What the budgets are measured by. */
export interface Budget {
  route: string
  nodes: number
  depth: number
  mostChildren: number
  /** Bytes of the page's first setData. */
  firstBytes: number
  setData: SetDataRecord[]
  /** Milliseconds since navigation by name: launch, firstSetData, firstPaint. */
  marks: Record<string, number>
}

/** The address that opens a phone so. */
export function addressOf(opening: PhoneOpening): string {
  const search = new URLSearchParams()
  if (opening.as) search.set('as', opening.as)
  if (opening.path) search.set('path', opening.path)
  if (opening.scene) search.set('scene', String(opening.scene))
  if (opening.font) search.set('font', String(opening.font))
  if (opening.dark) search.set('dark', '1')
  if (opening.offline) search.set('offline', '1')
  return new URL(`phone?${search}`, opening.url).href
}
