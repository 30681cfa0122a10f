import { addressOf } from '../file-store'
import { make } from '../screen'
import { openPopup, popupButton } from './popup'
import { sheet } from './sheet'
import { toast } from './toast'

/** The phone's question before it dials; answers whether the person went on. */
export async function confirmCall(number: string): Promise<boolean> {
  const index = await sheet({ itemList: [`呼叫 ${number}`] })
  if (index === 0) toast({ title: '本机不会真的拨出', icon: 'none' })
  return index === 0
}

interface Place {
  latitude: number
  longitude: number
  name?: string
  address?: string
}

/** WeChat's map page for a place, without a map: what it is called and where it stands. */
export function showLocation(place: Place): void {
  const position = `北纬 ${Number(place.latitude).toFixed(5)}，东经 ${Number(place.longitude).toFixed(5)}`
  const map = make('div', { class: 'map', label: '地图示意' })
  map.innerHTML =
    '<svg viewBox="0 0 390 300" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><rect width="390" height="300" fill="#eef0e6"/><path d="M-10 210 140 150l120 40 150-90M90-10l50 160-30 160M300-10l-40 200 40 130" stroke="#fff" stroke-width="16" fill="none"/><path d="M-10 70c90 20 160-30 410 10" stroke="#cfe3ea" stroke-width="26" fill="none"/><path d="M195 92c-20 0-34 14-34 33 0 24 34 55 34 55s34-31 34-55c0-19-14-33-34-33z" fill="#24473d"/><circle cx="195" cy="125" r="12" fill="#fff"/></svg>'
  const close = popupButton('map-close', '完成', () => popup.close())
  const box = make(
    'div',
    { class: 'place', label: place.name ?? '位置' },
    map,
    make('h2', { text: place.name ?? '所选位置' }),
    make('p', { text: place.address ?? '' }),
    make('p', { class: 'place-position', text: position }),
    close,
  )
  const popup = openPopup('sheet', box, () => popup.close())
}

/** WeChat's full-screen pictures; a tap closes them, arrows and the edges turn the page. */
export function previewImages(urls: string[], current: number): void {
  let shown = Math.max(0, Math.min(current, urls.length - 1))
  const picture = make('img')
  const count = make('span', { class: 'preview-count' })
  const show = () => {
    picture.src = addressOf(urls[shown] ?? '')
    count.textContent = urls.length > 1 ? `${shown + 1} / ${urls.length}` : ''
  }
  const turn = (step: number) => {
    shown = (shown + step + urls.length) % urls.length
    show()
  }
  const several = urls.length > 1
  const close = popupButton('preview-close', '关闭', () => popup.close())
  const box = make(
    'div',
    { class: 'preview', label: '查看图片' },
    picture,
    several && popupButton('preview-back', '上一张', () => turn(-1)),
    several && popupButton('preview-next', '下一张', () => turn(1)),
    count,
    close,
  )
  picture.onclick = () => popup.close()
  show()
  const popup = openPopup('full', box, () => popup.close())
}
