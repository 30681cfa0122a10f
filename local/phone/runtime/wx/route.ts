import { navigate, type RouteOptions, top } from '../navigation'
import { motion } from '../screen'
import { startPull, stopPull } from '../pull-down'
import { asyncApi } from './register'

interface ScrollOptions {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  duration?: number
}

/** Moving between pages and within one. */
export function routeApis(): void {
  asyncApi<RouteOptions>('navigateTo', (options) => navigate.navigateTo(options))
  asyncApi<RouteOptions>('redirectTo', (options) => navigate.redirectTo(options))
  asyncApi<RouteOptions>('navigateBack', (options) => navigate.navigateBack(options))
  asyncApi<RouteOptions>('switchTab', (options) => navigate.switchTab(options))
  asyncApi<RouteOptions>('reLaunch', (options) => navigate.reLaunch(options))
  asyncApi<ScrollOptions>('pageScrollTo', ({ scrollTop, selector, offsetTop = 0, duration = 300 }) => {
    const view = top()?.frame.contentWindow
    if (!view) return
    const target = selector ? view.document.querySelector(selector) : null
    const place = target ? view.scrollY + target.getBoundingClientRect().top + offsetTop : (scrollTop ?? 0)
    view.scrollTo({ top: place, behavior: motion(duration) ? 'smooth' : 'instant' })
  })
  asyncApi('startPullDownRefresh', () => {
    const page = top()
    if (page) startPull(page)
  })
  asyncApi('stopPullDownRefresh', () => {
    const page = top()
    if (page) stopPull(page)
  })
}
