import { ApiFailure } from '../api-failure'
import { top } from '../navigation'
import { createObserver, type Observed } from '../observer'
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
  asyncApi('addPhoneCalendar', () => toast({ title: '已添加到日历', icon: 'success' }))
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
  syncApi('createSelectorQuery', () => (instance() as unknown as Queryable).createSelectorQuery())
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
  syncApi('arrayBufferToBase64', (buffer: ArrayBuffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
  )
  syncApi('base64ToArrayBuffer', (text: string) => {
    const binary = atob(text)
    return Uint8Array.from({ length: binary.length }, (_byte, place) => binary.charCodeAt(place)).buffer
  })
}
