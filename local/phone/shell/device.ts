import type { PhoneSurface } from '../runtime/surface'
import { el } from './dom'
import type { PhoneSettings } from './settings'

/** What a phone tells the table. */
export interface Told {
  kind: string
  detail: Record<string, unknown>
}

type PhoneWindow = Window & { __phone?: PhoneSurface; __weapp?: { json?: { app?: unknown } } }

const MOMENTS = 1154

/** A phone in its case: the frame in which the mini-program runs. */
export class Device {
  private readonly frame = el('iframe', { class: 'screen' })
  readonly element = el(
    'div',
    { class: 'stand' },
    el(
      'div',
      { class: 'device' },
      el('i', { class: 'key key-volume' }),
      el('i', { class: 'key key-power' }),
      this.frame,
    ),
  )

  constructor(
    private readonly settings: PhoneSettings,
    told: (told: Told) => void,
  ) {
    addEventListener('message', ({ origin, source, data }: MessageEvent<{ phone?: string; detail?: unknown }>) => {
      if (origin !== location.origin || source !== this.frame.contentWindow || !data.phone) return
      told({ kind: data.phone, detail: (data.detail ?? {}) as Record<string, unknown> })
    })
  }

  /** Starts the mini-program afresh, at a page when one is given. */
  open({ path, scene = this.settings.moments ? MOMENTS : undefined }: { path?: string; scene?: number } = {}): void {
    const { openid, font, dark, offline } = this.settings
    const search = new URLSearchParams()
    if (openid) search.set('as', openid)
    if (path) search.set('path', path)
    if (scene) search.set('scene', String(scene))
    if (font !== 1) search.set('font', String(font))
    if (dark) search.set('dark', '1')
    if (offline) search.set('offline', '1')
    // Each opening replaces the last, else the browser's way back would lead through them.
    const address = `/phone?${search}`
    if (this.frame.contentWindow && this.frame.src) this.frame.contentWindow.location.replace(address)
    else this.frame.src = address
  }

  /** The running phone; undefined while it starts. */
  get phone(): PhoneSurface | undefined {
    return this.window?.__phone
  }

  /** The pages of the mini-program, once it runs. */
  get pages(): string[] {
    const app = this.window?.__weapp?.json?.app as {
      pages?: string[]
      subPackages?: { root: string; pages: string[] }[]
    }
    const packages = app?.subPackages ?? []
    return [...(app?.pages ?? []), ...packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
  }

  /** The page on top with its query, to start there again. */
  get path(): string | undefined {
    return this.phone?.path()
  }

  /** Says whose phone it is, for those who cannot see it. */
  set name(name: string) {
    this.frame.title = name
  }

  private get window(): PhoneWindow | null {
    return this.frame.contentWindow as PhoneWindow | null
  }
}
