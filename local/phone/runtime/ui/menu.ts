import { modal } from './modal'
import { sheet } from './sheet'
import { shareFrom, shareToMoments } from '../share'
import { appConfig } from '../payload'
import { top } from '../navigation'

/** The menu behind the capsule's three dots. */
export async function openMenu(): Promise<void> {
  const page = top()
  const canShare = typeof page?.instance.onShareAppMessage === 'function'
  const canTell = canShare && typeof page?.instance.onShareTimeline === 'function'
  const items = [...(canShare ? ['转发给朋友'] : []), ...(canTell ? ['分享到朋友圈'] : []), '重新进入小程序', '关于']
  const index = await sheet({ itemList: items, alertText: appConfig.window?.navigationBarTitleText ?? '' })
  const chosen = index === undefined ? '' : items[index]
  if (chosen === '转发给朋友') await shareFrom('menu')
  if (chosen === '分享到朋友圈') await shareToMoments()
  if (chosen === '重新进入小程序') location.reload()
  if (chosen === '关于') {
    await modal({ title: '本机试用', content: '这是运行在浏览器里的手机，数据只留在这台电脑上。', showCancel: false })
  }
}
