import { ApiFailure } from '../api-failure'
import { withNodes } from '../canvas'
import { fromBase64, toBase64 } from '../file-store'
import { type CalendarRecord, record } from '../instruments'
import { top } from '../navigation'
import { createObserver, type Observed } from '../observer'
import { isAllowed } from '../permissions'
import { confirmCall, previewImages, showLocation } from '../ui/places'
import { toast } from '../ui/toast'
import { asyncApi, syncApi } from './register'

let clipboard = ''

interface Queryable {
  createSelectorQuery(): unknown
}

/** Calls, places, pictures, the clipboard and what a page can measure. */
export function deviceApis(): void {
  asyncApi<{ data: string }>('setClipboardData', ({ data }) => {
    clipboard = String(data)
    toast({ title: '内容已复制', icon: 'success' })
  })
  asyncApi('getClipboardData', () => ({ data: clipboard }))
  asyncApi<{ phoneNumber: string }>('makePhoneCall', async ({ phoneNumber }) => {
    if (!(await confirmCall(phoneNumber))) throw new ApiFailure('makePhoneCall:fail cancel')
  })
  asyncApi<Parameters<typeof showLocation>[0]>('openLocation', (place) => showLocation(place))
  asyncApi<{ urls: string[]; current?: string | number }>('previewImage', ({ urls, current }) => {
    previewImages(urls, typeof current === 'number' ? current : Math.max(0, urls.indexOf(current ?? '')))
  })
  asyncApi<CalendarRecord & { endTime?: string | number }>('addPhoneCalendar', async (options) => {
    if (!options.title || !options.startTime) throw new ApiFailure('addPhoneCalendar:fail invalid parameters')
    if (!(await isAllowed('scope.addPhoneCalendar'))) throw new ApiFailure('addPhoneCalendar:fail auth deny')
    const { title, startTime, endTime, location, description, alarm, alarmOffset } = options
    const ends = endTime === undefined ? undefined : Number(endTime)
    record.calendar.push({
      title,
      startTime: Number(startTime),
      endTime: ends,
      location,
      description,
      alarm,
      alarmOffset,
    })
    toast({ title: '已添加到日历', icon: 'success' })
  })
  for (const name of ['vibrateShort', 'vibrateLong', 'setKeepScreenOn', 'setScreenBrightness'])
    asyncApi(name, () => undefined)
  asyncApi('hideKeyboard', () => {
    ;(top()?.frame.contentDocument?.activeElement as HTMLElement | null)?.blur()
  })
  measureApis()
  codingApis()
}

function measureApis(): void {
  const instance = () => {
    const page = top()
    if (!page) throw new Error('no page yet')
    return page.instance
  }
  syncApi('createSelectorQuery', () => withNodes((instance() as unknown as Queryable).createSelectorQuery()))
  syncApi('createIntersectionObserver', (component?: Observed, options?: object) =>
    createObserver(component ?? instance(), options),
  )
  syncApi('createAnimation', () => {
    const chain: Record<string, unknown> = new Proxy(
      {},
      {
        get: (_target, name) => (name === 'export' ? () => ({ actions: [] }) : () => chain),
      },
    )
    return chain
  })
  syncApi('getPerformance', () => ({
    now: () => performance.now(),
    getEntries: () => [],
    createObserver: () => ({ observe() {}, disconnect() {} }),
  }))
}

function codingApis(): void {
  syncApi('arrayBufferToBase64', (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer)))
  syncApi('base64ToArrayBuffer', (text: string) => fromBase64(text).buffer)
}
