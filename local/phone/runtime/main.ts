import './surface'
import { callApp, setBackground } from './background'
import { mark, report, textOf, tellShell, watchErrors } from './instruments'
import { launchOptions, optionsFor, setLaunchOptions } from './launch-options'
import { provide, requireModule } from './modules'
import { alivePages, entry, launchAt, stack, top } from './navigation'
import { layoutPage, stylePage } from './page'
import { drawChrome } from './chrome'
import { payload } from './payload'
import { make, part } from './screen'
import { onSettings, opening, settings } from './settings'
import { countNodesWith } from './set-data'
import { prepareSpaces } from './spaces'
import { startClock } from './status-bar'
import { showChats } from './ui/chats'
import { openMenu } from './ui/menu'
import { showSingleBar } from './ui/single-bar'
import { fillWx } from './wx'
import { emit } from './wx/register'

function showProblem(title: string, text: string): void {
  part('splash').replaceChildren(make('h2', { text: title }), make('p', { text }))
  part('splash').hidden = false
}

/** Starts the mini-program. */
function launch(): void {
  const start = entry(opening.path)
  setLaunchOptions(optionsFor(start.route, start.query, opening.scene))
  mark('launch')
  requireModule('app.js')
  mark('appJs')
  callApp('onLaunch', launchOptions())
  callApp('onShow', launchOptions())
  emit('AppShow', launchOptions())
  if (!start.found) {
    const wanted = { path: opening.path, query: {}, isEntryPage: true }
    callApp('onPageNotFound', wanted)
    emit('PageNotFound', wanted)
  }
  launchAt(start.route, start.query)
  part('splash').hidden = true
  mark('launched')
  tellShell('ready', { openid: opening.openid, scene: opening.scene })
}

function followSettings(): void {
  onSettings((changed) => {
    if (changed === 'font') location.reload()
    if (changed === 'offline') part('phone').toggleAttribute('data-offline', settings.offline)
    if (changed !== 'dark') return
    for (const page of alivePages()) stylePage(page)
    const page = top()
    if (page) drawChrome(page, stack)
  })
}

function followWindow(): void {
  addEventListener('resize', () => {
    for (const page of alivePages()) page.height = layoutPage(page)
  })
  document.addEventListener('visibilitychange', () => setBackground(document.hidden))
}

function start(): void {
  watchErrors((kind, detail) => {
    if (kind === 'error') {
      emit('Error', { message: textOf(detail) })
      callApp('onError', textOf(detail))
    } else {
      emit('UnhandledRejection', { reason: detail })
      callApp('onUnhandledRejection', { reason: detail })
    }
  })
  startClock()
  if (!payload || payload.problem) {
    showProblem('还没有可以打开的小程序', payload?.problem ?? '没有收到编译好的文件')
    return
  }
  for (const warning of payload.warnings) report('wxml', warning)
  part('dots').onclick = () => void openMenu()
  part('ring').onclick = showChats
  if (opening.isSinglePage) showSingleBar()
  followSettings()
  followWindow()
  prepareSpaces()
  countNodesWith(() => top()?.frame.contentDocument?.body.querySelectorAll('*').length ?? 0)
  provide({ wx: fillWx(), currentPages: () => stack.map((page) => page.instance) })
  try {
    launch()
  } catch (problem) {
    report('error', textOf(problem))
    showProblem('小程序没能打开', textOf(problem).split('\n')[0] ?? '')
  }
}

start()
