import { ApiFailure } from '../api-failure'
import { drawChrome, tabMarks } from '../chrome'
import { stack, top } from '../navigation'
import type { PageView } from '../page'
import { modal, type ModalOptions } from '../ui/modal'
import { sheet } from '../ui/sheet'
import { hideToast, toast } from '../ui/toast'
import { asyncApi } from './register'

type ToastOptions = Parameters<typeof toast>[0]

function redraw(): void {
  const page = top()
  if (page) drawChrome(page, stack)
}

function own(change: (page: PageView) => void): void {
  const page = top()
  if (!page) return
  change(page)
  redraw()
}

/** Toasts, dialogs, the navigation bar and the tab bar. */
export function uiApis(): void {
  asyncApi<ToastOptions>('showToast', (options) => toast(options))
  asyncApi('hideToast', hideToast)
  asyncApi<ToastOptions>('showLoading', (options) => toast(options, true))
  asyncApi('hideLoading', hideToast)
  asyncApi<ModalOptions>('showModal', (options) => modal(options))
  asyncApi<Parameters<typeof sheet>[0]>('showActionSheet', async (options) => {
    if (options.itemList.length > 6)
      throw new ApiFailure('showActionSheet:fail parameter error: itemList should not exceed 6')
    const tapIndex = await sheet(options)
    if (tapIndex === undefined) throw new ApiFailure('showActionSheet:fail cancel')
    return { tapIndex }
  })
  navigationBarApis()
  tabBarApis()
  for (const name of ['setBackgroundColor', 'setBackgroundTextStyle']) asyncApi(name, () => undefined)
}

function navigationBarApis(): void {
  asyncApi<{ title: string }>('setNavigationBarTitle', ({ title }) => own((page) => (page.own.title = title)))
  asyncApi<{ frontColor: string; backgroundColor: string }>('setNavigationBarColor', (options) =>
    own((page) => {
      page.own.front = options.frontColor
      page.own.background = options.backgroundColor
    }),
  )
  asyncApi('showNavigationBarLoading', () => own((page) => (page.own.loading = true)))
  asyncApi('hideNavigationBarLoading', () => own((page) => (page.own.loading = false)))
  asyncApi('hideHomeButton', () => own((page) => (page.own.homeHidden = true)))
}

function tabBarApis(): void {
  asyncApi('hideTabBar', () => {
    tabMarks.hidden = true
    redraw()
  })
  asyncApi('showTabBar', () => {
    tabMarks.hidden = false
    redraw()
  })
  asyncApi<{ index: number; text: string }>('setTabBarBadge', ({ index, text }) => {
    tabMarks.badges.set(index, text)
    redraw()
  })
  asyncApi<{ index: number }>('removeTabBarBadge', ({ index }) => {
    tabMarks.badges.delete(index)
    redraw()
  })
  asyncApi<{ index: number }>('showTabBarRedDot', ({ index }) => {
    tabMarks.dots.add(index)
    redraw()
  })
  asyncApi<{ index: number }>('hideTabBarRedDot', ({ index }) => {
    tabMarks.dots.delete(index)
    redraw()
  })
}
