import Taro from '@tarojs/taro'

/** Shows the head of this page again, as when its news has changed. */
export function scrollToTop(): void {
  // A page that cannot be scrolled stands at its head.
  Taro.pageScrollTo({ scrollTop: 0, duration: 240 }).catch(() => undefined)
}
