import { callPage, type PageView } from './page'
import { watchPull } from './pull-down'
import { pageConfig } from './theme'

const REACH = 50

/** Tells a page that it scrolls, reaches its bottom, and is pulled down. */
export function watchScroll(page: PageView, isOnTop: () => boolean): void {
  const view = page.frame.contentWindow as Window
  const root = () => view.document.documentElement
  let isLow = false
  view.addEventListener('scroll', () => {
    callPage(page, 'onPageScroll', { scrollTop: view.scrollY })
    const left = root().scrollHeight - view.scrollY - view.innerHeight
    const low = left <= (pageConfig(page.route).onReachBottomDistance ?? REACH)
    if (low && !isLow && isOnTop()) callPage(page, 'onReachBottom')
    isLow = low
  })
  watchPull(page)
}
