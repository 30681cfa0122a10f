import { showCards } from './cards'
import { byId, el } from './dom'
import { addError, clearErrors } from './errors'
import { refreshMessages } from './messages'
import { showPeople } from './people'
import { currentPath, holder, openPhone, phoneWindow, state } from './phone-frame'
import { showSettings } from './settings'

const MARGIN = 36

function fit(): void {
  const scale = Math.min(1, (innerHeight - MARGIN) / 872, innerWidth / 418)
  document.documentElement.style.setProperty('--scale', String(Math.max(0.4, scale)))
}

function redraw(): void {
  showPeople(redraw)
  showSettings()
  showCards(redraw)
  void refreshMessages(redraw)
}

/** Shows a picture that was put into the phone's album; a click opens it large. */
function showSaved(picture: string): void {
  const image = el('img')
  image.src = picture
  image.alt = '存到相册的图片'
  const link = el('a', { class: 'saved' }, image)
  link.href = picture
  link.download = `${Date.now()}.png`
  byId('album').prepend(link)
  byId('kept').hidden = false
}

function listenToPhone(): void {
  addEventListener('message', (event) => {
    if (event.origin !== location.origin || event.source !== phoneWindow()) return
    const { phone, detail } = event.data as { phone?: string; detail?: unknown }
    if (phone === 'error') addError(detail as { kind: string; message: string })
    if (phone === 'share') {
      state.cards.unshift(detail as (typeof state.cards)[number])
      showCards(redraw)
    }
    if (phone === 'album') showSaved((detail as { picture: string }).picture)
    if (phone === 'beside') document.body.classList.add('beside-open')
    if (phone === 'ready') document.body.classList.remove('beside-open')
  })
}

function listenToServer(): void {
  const events = new EventSource('/events')
  events.addEventListener('reload', () => {
    clearErrors()
    openPhone({ path: currentPath() })
  })
  events.addEventListener('wechat', () => void refreshMessages(redraw, true))
}

async function start(): Promise<void> {
  fit()
  addEventListener('resize', fit)
  byId('close-beside').onclick = () => document.body.classList.remove('beside-open')
  listenToPhone()
  state.people = (await (await fetch('/people')).json()) as typeof state.people
  state.templates = (await (await fetch('/templates')).json()) as typeof state.templates
  if (!holder().openid && state.people[0]) state.openid = state.people[0].openid
  openPhone({ path: new URLSearchParams(location.search).get('path') ?? undefined })
  redraw()
  listenToServer()
  Object.defineProperty(window, '__phone', { configurable: true, get: () => phoneWindow()?.__phone })
}

void start()
