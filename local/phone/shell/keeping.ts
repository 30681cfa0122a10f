import type { Person } from '../post/person'
import { fromWord, type PhoneSettings, plain, toWord } from './settings'

/** More do not fit side by side. */
export const MOST = 3

const KEPT = 'table-phones'
const ELDER_FONT = 1.4

/** Where the first phone opens, when the address says so. */
export interface FirstPage {
  path?: string
  scene?: number
}

/** Those who show most together: someone at home, an elder with large type, a leader; else whoever there is. */
function usual(people: Person[]): PhoneSettings[] {
  const first = (role: string) => people.find((person) => person.role === role)
  const cast = [first('居民'), first('老人'), first('队长')].filter((person) => person !== undefined)
  return (cast.length ? cast : people.slice(0, 2)).map(({ openid, role }) => ({
    ...plain(openid),
    font: role === '老人' ? ELDER_FONT : 1,
  }))
}

/** One phone as `?as=…&font=…` asks for it, which is also how the phone alone is opened. */
function single(query: URLSearchParams, people: Person[]): PhoneSettings {
  return {
    openid: query.get('as') ?? people[0]?.openid ?? '',
    font: Number(query.get('font')) || 1,
    dark: query.get('dark') === '1',
    offline: query.get('offline') === '1',
    moments: query.get('scene') === '1154',
  }
}

/** The phones on the table: as the address says, else as they were left in this browser, else the usual ones. */
export function phonesFound(people: Person[]): { phones: PhoneSettings[]; first: FirstPage } {
  const query = new URLSearchParams(location.search)
  if (query.has('as') || query.has('path')) {
    const first = { path: query.get('path') ?? undefined, scene: Number(query.get('scene')) || undefined }
    return { phones: [single(query, people)], first }
  }
  const words = query.has('p') ? query.getAll('p') : (localStorage.getItem(KEPT) ?? '').split(' ')
  const isThere = ({ openid }: PhoneSettings) => people.some((person) => person.openid === openid)
  const phones = words.map(fromWord).filter(isThere).slice(0, MOST)
  return { phones: phones.length ? phones : usual(people), first: {} }
}

/** Writes the phones into the address and the browser, so that they are there after a reload and can be sent. */
export function keepPhones(phones: PhoneSettings[]): void {
  const words = phones.map(toWord)
  const query = new URLSearchParams(words.map((word) => ['p', word]))
  history.replaceState(null, '', `?${query}`)
  localStorage.setItem(KEPT, words.join(' '))
}
