/** What a person can set on her phone. */
export interface Settings {
  /** WeChat's font size factor, 1 to 1.75. */
  font: number
  dark: boolean
  offline: boolean
}

const query = new URLSearchParams(location.search)

/** The settings in force; change them through `changeSettings`. */
export const settings: Settings = {
  font: Number(query.get('font')) || 1,
  dark: query.get('dark') === '1',
  offline: query.get('offline') === '1',
}

const openid = query.get('as') ?? ''
const scene = Number(query.get('scene')) || 1001

/** The scene of a card opened in Moments, where WeChat shows one page to read and signs nobody in. */
export const MOMENTS = 1154

/** How this phone was opened. */
export const opening = {
  /** Who holds the phone; empty when nobody is signed in. */
  openid,
  path: query.get('path') ?? undefined,
  scene,
  isSinglePage: scene === MOMENTS,
  /** Whom WeChat names to the cloud: nobody in a single page. */
  caller: scene === MOMENTS ? '' : openid,
  /** True inside the frame of the shell, which then shows what stands beside the phone. */
  embedded: window.parent !== window,
}

type Listener = (changed: keyof Settings) => void
const listeners = new Set<Listener>()

/** Calls back after a setting has changed. */
export function onSettings(listener: Listener): void {
  listeners.add(listener)
}

/** Changes settings; dark mode and the network take effect at once, the font size after the next start. */
export function changeSettings(next: Partial<Settings>): void {
  for (const name of Object.keys(next) as (keyof Settings)[]) {
    if (next[name] === undefined || next[name] === settings[name]) continue
    Object.assign(settings, { [name]: next[name] })
    for (const listener of listeners) listener(name)
  }
}
