import { opening } from './settings'

/** Where the compiled mini-program's own files are served. */
export const DIST = '/dist/'

let currentRoute = ''

/** Remembers the page on top, from which relative paths count. */
export function setCurrentRoute(route: string): void {
  currentRoute = route
}

/** Resolves a path of the mini-program against a file of it; no leading slash in the answer. */
export function join(base: string, target: string): string {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The address a browser can load for an image or file path of the mini-program. */
export function resolveUrl(source: string): string {
  if (source.startsWith('cloud:')) {
    const file = encodeURIComponent(source)
    return `/cloud/wechat/file?fileID=${file}&openid=${encodeURIComponent(opening.caller)}`
  }
  // Files of the local cloud are passed through, as its functions are.
  const stored = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(\/files\/.*)$/.exec(source)?.[1]
  if (stored !== undefined) return `/cloud${stored}`
  if (/^(https?:|data:|blob:)/.test(source)) return source
  return DIST + (source.startsWith('/') ? join('', source) : join(currentRoute, source))
}

/** An absolute page url (`/pages/…?query`) for one that may be relative to the current page. */
export function absoluteUrl(url: string): string {
  if (url.startsWith('/')) return url
  const [path = '', query] = url.split('?')
  return `/${join(currentRoute, path)}${query === undefined ? '' : `?${query}`}`
}

/** Splits a page url into its route and its query; values stay encoded, as WeChat leaves them. */
export function parseUrl(url: string): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const cut = pair.indexOf('=')
    query[cut < 0 ? pair : pair.slice(0, cut)] = cut < 0 ? '' : pair.slice(cut + 1)
  }
  return { route: join('', path), query }
}
