import type * as glassEasel from 'glass-easel'
import type { Root } from 'glass-easel-miniprogram-adapter'
import type { EventChannel } from './event-channel'
import { FrameBackend } from './frame-backend'
import { report, textOf } from './instruments'
import { type AnyFunction, loadComponent, pageFields } from './modules'
import { createObserver } from './observer'
import { appConfig, payload } from './payload'
import { HOME_INDICATOR, make, NAVIGATION, part, SINGLE_BAR, STATUS, TABS } from './screen'
import { type Instance, watchSetData } from './set-data'
import { opening, settings } from './settings'
import { env, space } from './spaces'
import UA_CSS from './tags/ua.css'
import { pageConfig, themedCss, themeName } from './theme'
import { DIST, join } from './urls'

/** A page's instance as the mini-program sees it. */
export interface PageInstance extends Instance {
  _$: glassEasel.GeneralComponent
  data: Record<string, unknown>
  [name: string]: unknown
}

/** One page on the phone: its frame, its own navigation bar, its instance. */
export interface PageView {
  id: number
  route: string
  query: Record<string, string>
  /** Holds navigation bar and frame; slides as a whole. */
  box: HTMLElement
  bar: HTMLElement
  frame: HTMLIFrameElement
  backend: FrameBackend
  root: Root
  instance: PageInstance
  channel?: EventChannel
  /** What the page itself has set over its configuration. */
  own: { title?: string; background?: string; front?: string; loading?: boolean; homeHidden?: boolean }
  /** Height of the page's viewport in px. */
  height: number
}

let count = 0

const tabRoutes = () => (appConfig.tabBar?.list ?? []).map((item) => item.pagePath)

/** Whether a route stands in the tab bar. */
export function isTab(route: string): boolean {
  return tabRoutes().includes(route)
}

/** Whether the tab bar stands under a page; a single page in Moments has none. */
export function hasTabs(route: string): boolean {
  return isTab(route) && !opening.isSinglePage
}

/** Whether a page reaches up to the top of the screen. */
function reachesUp(route: string): boolean {
  const { navigationStyle, singlePage = appConfig.singlePage } = pageConfig(route)
  if (navigationStyle !== 'custom') return false
  return !opening.isSinglePage || singlePage?.navigationBarFit !== 'squeezed'
}

/** Height of what stands under a page. */
function below(route: string): number {
  if (opening.isSinglePage) return SINGLE_BAR + HOME_INDICATOR
  return isTab(route) ? TABS + HOME_INDICATOR : 0
}

/** Calls a page's own function if it has one; what it throws is reported. */
export function callPage(page: PageView, name: string, ...args: unknown[]): unknown {
  const method = page.instance[name]
  if (typeof method !== 'function') return undefined
  try {
    return (method as AnyFunction).apply(page.instance, args)
  } catch (problem) {
    report('page', `${page.route} ${name}: ${textOf(problem)}`)
    return undefined
  }
}

/** Fits a page's frame between the phone's bars and tells its style sheets the safe area. */
export function layoutPage(page: Pick<PageView, 'route' | 'frame'>): number {
  const isHigh = reachesUp(page.route)
  const top = isHigh ? 0 : STATUS + NAVIGATION
  const bottom = below(page.route)
  const height = part('phone').clientHeight - top - bottom
  page.frame.style.top = `${top}px`
  page.frame.style.height = `${height}px`
  const style = page.frame.contentDocument?.documentElement.style
  style?.setProperty('--safe-area-inset-top', isHigh ? `${STATUS}px` : '0px')
  style?.setProperty('--safe-area-inset-bottom', bottom ? '0px' : `${HOME_INDICATOR}px`)
  return height
}

function styleSheets(route: string): string[] {
  const using = { ...appConfig.usingComponents, ...payload.json[route]?.usingComponents }
  const components = Object.values(using).map((path) => join(route, path))
  return [payload.css.app, ...components.map((path) => payload.css[path]), payload.css[route]].map((css) => css ?? '')
}

function writeDocument(frame: HTMLIFrameElement): Document {
  const doc = frame.contentDocument as Document
  doc.open()
  doc.write(
    `<!doctype html><html lang="zh-CN"><head><base href="${DIST}"><meta name="viewport" content="width=device-width"></head><body></body></html>`,
  )
  doc.close()
  return doc
}

/** Puts the style sheets of a page in force, for the current theme. */
export function stylePage(page: Pick<PageView, 'route' | 'frame'>): void {
  const doc = page.frame.contentDocument as Document
  const old = Array.from(doc.querySelectorAll('style'))
  for (const css of [UA_CSS, ...styleSheets(page.route)]) {
    const style = doc.createElement('style')
    style.textContent = themedCss(css)
    doc.head.appendChild(style)
  }
  for (const style of old) style.remove()
  doc.documentElement.dataset.theme = themeName()
  doc.documentElement.style.setProperty('--wx-font-scale', String(settings.font))
  doc.documentElement.style.background = pageConfig(page.route).backgroundColor ?? ''
}

/** Makes a page with its frame, runs its code and attaches it; no life-cycle function has been called yet. */
export function createPage(route: string, query: Record<string, string>): PageView {
  loadComponent(route)
  if (!space.getCompiledTemplate(route)) throw new Error(`page "${route}" has no template`)
  const frame = make('iframe', { class: 'page-frame' })
  frame.title = route
  const bar = make('header', { class: 'bar' })
  const dots = make('div', { class: 'pull-dots' }, make('i'), make('i'), make('i'))
  const box = make('section', { class: 'page' }, dots, frame, bar)
  box.dataset.route = route
  box.dataset.kind = isTab(route) ? 'tab' : 'pushed'
  part('pages').appendChild(box)
  const doc = writeDocument(frame)
  const height = layoutPage({ route, frame })
  stylePage({ route, frame })
  const backend = new FrameBackend(frame.contentWindow as Window)
  const root = env.associateBackend(backend).createRoot('page-root', space, route)
  const instance = root.get() as unknown as PageInstance
  count += 1
  const page: PageView = { id: count, route, query, box, bar, frame, backend, root, instance, own: {}, height }
  Object.assign(instance, pageFields[route]?.fields, {
    route,
    __route__: route,
    options: query,
    __wxExparserNodeId__: String(page.id),
    getPageId: () => `pageId:${page.id}`,
    getOpenerEventChannel: () => page.channel,
    getTabBar: () => null,
    renderer: 'webview',
    createIntersectionObserver: (options?: object) => createObserver(instance, options),
  })
  watchSetData(instance, route)
  const placeholder = doc.createElement('div')
  doc.body.appendChild(placeholder)
  root.attach(doc.body as never, placeholder as never)
  return page
}

/** Takes a page off the phone after `delay` ms; its onUnload is called at once. */
export function destroyPage(page: PageView, delay = 0): void {
  callPage(page, 'onUnload')
  const remove = () => {
    page.root.release()
    page.box.remove()
  }
  page.box.inert = true
  if (delay > 0) setTimeout(remove, delay)
  else remove()
}
