import { ApiFailure } from './api-failure'
import { drawChrome } from './chrome'
import { createEventChannel } from './event-channel'
import { mark, tellShell } from './instruments'
import { callPage, createPage, destroyPage, isTab, layoutPage, type PageView } from './page'
import { watchScroll } from './page-scroll'
import { appConfig } from './payload'
import { motion } from './screen'
import { absoluteUrl, join, parseUrl, setCurrentRoute } from './urls'

const SLIDE = 260

/** The pages on the phone, the one on top last. */
export const stack: PageView[] = []
const tabPages = new Map<string, PageView>()

/** The page on top; undefined before the first and while the app starts again. */
export function top(): PageView | undefined {
  return stack[stack.length - 1]
}

/** The page on top with its query, as a path to enter at again. */
export function pathOnTop(): string | undefined {
  const page = top()
  if (!page) return undefined
  const query = Object.entries(page.query).map(([name, value]) => `${name}=${value}`)
  return query.length ? `${page.route}?${query.join('&')}` : page.route
}

/** Every page that is alive, hidden tabs included. */
export function alivePages(): PageView[] {
  return Array.from(new Set([...stack, ...tabPages.values()]))
}

/** What the moving APIs take. */
export interface RouteOptions {
  url?: string
  delta?: number
  events?: Record<string, (...args: unknown[]) => void>
}

function allRoutes(): string[] {
  const packages = appConfig.subPackages ?? appConfig.subpackages ?? []
  return [...appConfig.pages, ...packages.flatMap((one) => one.pages.map((page) => join('', `${one.root}/${page}`)))]
}

function target(api: string, url = ''): { route: string; query: Record<string, string> } {
  const parsed = parseUrl(absoluteUrl(url))
  if (!allRoutes().includes(parsed.route)) throw new ApiFailure(`${api}:fail page "${parsed.route}" is not found`)
  return parsed
}

function hide(page: PageView | undefined): void {
  if (page) callPage(page, 'onHide')
}

function show(page: PageView, first: boolean): void {
  for (const other of alivePages()) other.box.toggleAttribute('data-active', other === page)
  setCurrentRoute(page.route)
  page.height = layoutPage(page)
  drawChrome(page, stack)
  if (first) callPage(page, 'onLoad', page.query)
  callPage(page, 'onShow')
  if (first) requestAnimationFrame(() => setTimeout(() => becomeReady(page), 0))
  tellShell('route', { route: page.route, query: page.query })
}

function becomeReady(page: PageView): void {
  if (!alivePages().includes(page)) return
  callPage(page, 'onReady')
  mark('ready')
}

function open(route: string, query: Record<string, string>): PageView {
  const page = createPage(route, query)
  page.channel = createEventChannel()
  watchScroll(page, () => page === top())
  return page
}

function slideIn(page: PageView): void {
  if (!motion(SLIDE)) return
  page.box.classList.add('entering')
  setTimeout(() => page.box.classList.remove('entering'), SLIDE)
}

function slideOut(page: PageView): void {
  page.box.classList.add('leaving')
  destroyPage(page, motion(SLIDE))
}

/** WeChat's five ways to move between pages; they throw WeChat's own messages as strings. */
export const navigate = {
  navigateTo({ url, events }: RouteOptions) {
    const { route, query } = target('navigateTo', url)
    if (isTab(route)) throw new ApiFailure('navigateTo:fail can not navigateTo a tabbar page')
    if (stack.length >= 10) throw new ApiFailure('navigateTo:fail webview count limit exceed')
    hide(top())
    const page = open(route, query)
    for (const [name, listener] of Object.entries(events ?? {})) page.channel?.on(name, listener)
    stack.push(page)
    show(page, true)
    slideIn(page)
    return { eventChannel: page.channel }
  },
  redirectTo({ url }: RouteOptions) {
    const { route, query } = target('redirectTo', url)
    if (isTab(route)) throw new ApiFailure('redirectTo:fail can not redirectTo a tabbar page')
    const old = stack.pop()
    const page = open(route, query)
    if (old && isTab(old.route)) tabPages.delete(old.route)
    if (old) destroyPage(old)
    stack.push(page)
    show(page, true)
    return undefined
  },
  navigateBack({ delta = 1 }: RouteOptions) {
    if (stack.length < 2) throw new ApiFailure('navigateBack:fail cannot navigate back at first page.')
    for (let step = 0; step < Math.max(1, delta) && stack.length > 1; step += 1) slideOut(stack.pop() as PageView)
    show(top() as PageView, false)
    return undefined
  },
  switchTab({ url }: RouteOptions) {
    const { route } = target('switchTab', url)
    if (!isTab(route)) throw new ApiFailure('switchTab:fail can not switch to no-tabBar page')
    const current = top()
    if (current?.route === route) return undefined
    if (current && isTab(current.route)) hide(current)
    for (const page of stack.splice(0).reverse()) if (!isTab(page.route)) destroyPage(page)
    const known = tabPages.get(route)
    const page = known ?? open(route, {})
    tabPages.set(route, page)
    stack.push(page)
    show(page, !known)
    return undefined
  },
  reLaunch({ url }: RouteOptions) {
    const { route, query } = target('reLaunch', url)
    launchAt(route, query)
    return undefined
  },
}

/** Clears the phone and opens one page; used by reLaunch and at the start. */
export function launchAt(route: string, query: Record<string, string>): void {
  const old = alivePages().reverse()
  stack.length = 0
  tabPages.clear()
  for (const page of old) destroyPage(page)
  const page = open(route, query)
  if (isTab(route)) tabPages.set(route, page)
  stack.push(page)
  show(page, true)
}

/** The route and query for a start path; the app's first page when the path does not exist. */
export function entry(path?: string): { route: string; query: Record<string, string>; found: boolean } {
  const home = appConfig.entryPagePath ?? appConfig.pages[0] ?? ''
  if (!path) return { ...parseUrl(home), found: true }
  const wanted = parseUrl(path)
  return allRoutes().includes(wanted.route) ? { ...wanted, found: true } : { ...parseUrl(home), found: false }
}
