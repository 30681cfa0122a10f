import { enterAt } from '../enter'
import { pathOnTop } from '../navigation'
import { appConfig } from '../payload'
import { make, part } from '../screen'

// 1155: the mini-program entered from its single page.
const FROM_SINGLE_PAGE = 1155

/** WeChat's bar under a page opened in Moments; its button opens the same page in the mini-program. */
export function showSingleBar(): void {
  const name = appConfig.window?.navigationBarTitleText ?? '小程序'
  const go = make('button', { class: 'single-go', text: '前往小程序', type: 'button' })
  go.onclick = () => enterAt(pathOnTop() ?? '', FROM_SINGLE_PAGE)
  const bar = make(
    'footer',
    { class: 'single-bar' },
    make('i', { class: 'single-mark' }),
    make('span', { text: name }),
    go,
  )
  part('phone').insertBefore(bar, part('layers'))
}
