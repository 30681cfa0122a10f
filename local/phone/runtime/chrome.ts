import { navigate } from './navigation'
import { callPage, hasTabs, isTab, type PageView } from './page'
import { appConfig } from './payload'
import { make, part } from './screen'
import { opening } from './settings'
import { pageConfig, tabItems, themed, themeName } from './theme'
import { DIST } from './urls'

const BACK =
  '<svg viewBox="0 0 12 24" width="12" height="24" aria-hidden="true"><path d="M10.5 2.5 2 12l8.5 9.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>'
const HOME =
  '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M3.5 11 12 4l8.5 7M6 9.5V20h4.5v-5.5h3V20H18V9.5" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/></svg>'

/** What the tab bar shows besides its items; set by the tab bar APIs. */
export const tabMarks = { hidden: false, badges: new Map<number, string>(), dots: new Set<number>() }

function drawBar(page: PageView, stack: PageView[]): void {
  const config = pageConfig(page.route)
  const front = page.own.front ?? (config.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000')
  const background = page.own.background ?? config.navigationBarBackgroundColor ?? '#000000'
  const isCustom = config.navigationStyle === 'custom'
  page.bar.hidden = isCustom && !opening.isSinglePage
  page.bar.style.background = background
  page.bar.style.color = front
  const title = make('h1', { class: 'bar-title', text: page.own.title ?? config.navigationBarTitleText ?? '' })
  const left = leftButton(page, stack)
  page.bar.replaceChildren(...(left ? [left, title] : [title]))
  page.bar.classList.toggle('bar-loading', Boolean(page.own.loading))
  part('phone').dataset.front = front === '#ffffff' ? 'light' : 'dark'
}

function leftButton(page: PageView, stack: PageView[]): HTMLElement | undefined {
  if (opening.isSinglePage) return undefined
  if (stack.indexOf(page) > 0) {
    const back = make('button', { class: 'bar-left', id: 'back', label: '返回' })
    back.innerHTML = BACK
    back.onclick = () => void navigate.navigateBack({})
    return back
  }
  const home = appConfig.entryPagePath ?? appConfig.pages[0]
  if (isTab(page.route) || page.route === home || page.own.homeHidden) return undefined
  const button = make('button', { class: 'bar-left bar-home', id: 'home', label: '回首页' })
  button.innerHTML = HOME
  button.onclick = () => void navigate.reLaunch({ url: `/${home}` })
  return button
}

function drawTabs(page: PageView): void {
  const tabs = part('tabs')
  const bar = appConfig.tabBar
  tabs.hidden = !bar || tabMarks.hidden || !hasTabs(page.route)
  if (!bar) return
  tabs.style.background = themed(bar.backgroundColor) ?? '#ffffff'
  tabs.dataset.border = themed(bar.borderStyle) ?? 'black'
  const buttons = tabItems().map((item, index) => {
    const isOn = item.pagePath === page.route
    const icon = isOn ? item.selectedIconPath : item.iconPath
    const button = make('button', { class: 'tab', role: 'tab' }, make('span', { text: item.text }))
    button.dataset.path = item.pagePath
    button.setAttribute('aria-selected', String(isOn))
    button.style.color = themed(isOn ? bar.selectedColor : bar.color) ?? ''
    if (icon) {
      const image = make('img')
      image.src = DIST + icon.replace(/^\//, '')
      image.alt = ''
      button.prepend(image)
    }
    const badge = tabMarks.badges.get(index)
    if (badge) button.appendChild(make('em', { class: 'tab-badge', text: badge }))
    else if (tabMarks.dots.has(index)) button.appendChild(make('em', { class: 'tab-badge tab-dot' }))
    button.onclick = () => {
      callPage(page, 'onTabItemTap', { index, pagePath: item.pagePath, text: item.text })
      navigate.switchTab({ url: `/${item.pagePath}` })
    }
    return button
  })
  tabs.replaceChildren(...buttons)
}

/** Draws the phone's bars for the page on top. */
export function drawChrome(page: PageView, stack: PageView[]): void {
  part('phone').dataset.theme = themeName()
  part('phone').dataset.style = pageConfig(page.route).navigationStyle ?? 'default'
  drawBar(page, stack)
  drawTabs(page)
}
