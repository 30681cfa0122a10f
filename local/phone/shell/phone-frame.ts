import type { PhoneSurface } from '../runtime/surface'
import { byId } from './dom'
import type { Templates } from './message'
import type { Person } from './person'

interface SentCard {
  title: string
  path: string
  imageUrl?: string
  at: number
}

const query = new URLSearchParams(location.search)

/** What the shell knows: who holds the phone, how it is set, what was sent. */
export const state = {
  people: [] as Person[],
  templates: {} as Templates,
  openid: query.get('as') ?? '',
  font: Number(query.get('font')) || 1,
  dark: query.get('dark') === '1',
  offline: query.get('offline') === '1',
  cards: [] as SentCard[],
}

/** The person who holds the phone. */
export function holder(): Person {
  return state.people.find((person) => person.openid === state.openid) ?? { openid: state.openid, name: state.openid }
}

const screen = () => byId('screen') as HTMLIFrameElement

/** The phone's own window. */
export function phoneWindow(): (Window & { __phone?: PhoneSurface }) | null {
  return screen().contentWindow
}

/** Starts the mini-program afresh on the phone, at a page when one is given. */
export function openPhone(options: { path?: string; scene?: number } = {}): void {
  const search = new URLSearchParams()
  const scene = options.scene ?? (Number(query.get('scene')) || undefined)
  if (state.openid) search.set('as', state.openid)
  if (options.path) search.set('path', options.path)
  if (scene) search.set('scene', String(scene))
  if (state.font !== 1) search.set('font', String(state.font))
  if (state.dark) search.set('dark', '1')
  if (state.offline) search.set('offline', '1')
  screen().src = `/phone?${search}`
  keepAddress()
}

/** Writes who holds the phone and how it is set into the address, so that it can be kept and sent. */
export function keepAddress(): void {
  const search = new URLSearchParams(location.search)
  const write = (name: string, value: string) => (value ? search.set(name, value) : search.delete(name))
  write('as', state.openid)
  write('font', state.font === 1 ? '' : String(state.font))
  write('dark', state.dark ? '1' : '')
  search.delete('path')
  search.delete('scene')
  history.replaceState(null, '', `?${search}`)
}

/** The page on top with its query, as a path to start at again. */
export function currentPath(): string | undefined {
  const phone = phoneWindow()?.__phone
  const route = phone?.route()
  if (!phone || !route) return undefined
  const query = Object.entries(phone.query()).map(([name, value]) => `${name}=${value}`)
  return query.length ? `${route}?${query.join('&')}` : route
}
