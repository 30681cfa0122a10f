import Taro, { useShareAppMessage } from '@tarojs/taro'
import { routes } from './routes'

/**
 * A card for a friend or group. Never carries names, health or addresses of persons: `imageUrl`, 5:4, is a must,
 * since without one WeChat takes a picture of the page with whoever stands on it.
 */
export interface ShareCard {
  title: string
  path?: string
  imageUrl: string
}

/** Where sharing was asked for: in the capsule's menu, or by a button of the page with open-type share. */
export type SharedFrom = 'button' | 'menu'

/** What is shared from this page; its config needs enableShareAppMessage. */
export function useShare(card: (from: SharedFrom) => ShareCard): void {
  useShareAppMessage(({ from }) => ({ path: routes.home, ...card(from === 'button' ? 'button' : 'menu') }))
}

/** Takes sharing out of this page's menu, for pages that show what is not everybody's. */
export function keepPrivate(): void {
  void Taro.hideShareMenu()
}
