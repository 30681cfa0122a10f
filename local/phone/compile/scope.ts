/** Names that a mini-program module receives as parameters. The order is the one the runtime passes them in. */
export const GIVEN = [
  'require',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'requirePlugin',
  '__wxConfig',
]

/** Browser and Node names that the logic layer of WeChat does not have, so that no module may see them here either. */
export const HIDDEN = `
window document self top parent frames globalThis location history navigator localStorage sessionStorage indexedDB
caches screen alert confirm prompt fetch XMLHttpRequest WebSocket EventSource Worker SharedWorker MessageChannel
BroadcastChannel MutationObserver IntersectionObserver ResizeObserver PerformanceObserver requestAnimationFrame
cancelAnimationFrame requestIdleCallback queueMicrotask structuredClone URL URLSearchParams Blob File FileReader
FormData Headers Request Response AbortController AbortSignal TextEncoder TextDecoder atob btoa crypto DOMParser
XMLSerializer Image Audio Option Event CustomEvent EventTarget HTMLElement Element Node NodeList Document Window Text
customElements performance postMessage getComputedStyle matchMedia CSS Notification process Buffer setImmediate Intl
innerWidth innerHeight devicePixelRatio scrollTo open close focus stop print
`
  .trim()
  .split(/\s+/)
