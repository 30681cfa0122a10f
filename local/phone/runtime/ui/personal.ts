import { make } from '../screen'
import { openPopup, popupButton } from './popup'
import { sheet } from './sheet'

interface ConsentOptions {
  title: string
  lines: string[]
  allow: string
  refuse: string
  note?: string
}

/** WeChat's half-screen request for a permission; answers whether the person agreed. */
export function askConsent(options: ConsentOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (agreed: boolean) => {
      popup.close()
      resolve(agreed)
    }
    const box = make(
      'div',
      { class: 'consent', label: options.title },
      make('h2', { text: options.title }),
      make('ul', {}, ...options.lines.map((line) => make('li', { text: line }))),
      Boolean(options.note) && make('p', { class: 'consent-note', text: options.note ?? '' }),
      make(
        'div',
        { class: 'consent-buttons' },
        popupButton('consent-refuse', options.refuse, () => finish(false)),
        popupButton('consent-allow', options.allow, () => finish(true)),
      ),
    )
    const popup = openPopup('sheet', box, () => finish(false))
  })
}

/** Asks whether the app may have the phone number; WeChat gives the app only a code for it. */
export async function askPhoneNumber(): Promise<{ errMsg: string; code?: string }> {
  const agreed = await askConsent({
    title: '申请获取并验证你的手机号',
    lines: ['本机号码 199****0000（上次提供）'],
    allow: '允许',
    refuse: '不允许',
  })
  if (!agreed) return { errMsg: 'getPhoneNumber:fail user deny' }
  return { errMsg: 'getPhoneNumber:ok', code: `local-phone-${Date.now().toString(36)}` }
}

const DRAWN =
  '<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132"><rect width="132" height="132" fill="#e6eee9"/><circle cx="66" cy="52" r="24" fill="#24473d"/><path d="M18 132c4-34 22-48 48-48s44 14 48 48z" fill="#24473d"/></svg>'

/** Asks for an avatar; answers its address, or undefined when the person left it. */
export async function chooseAvatar(): Promise<string | undefined> {
  const index = await sheet({ itemList: ['用微信头像', '从相册选择'], alertText: '头像' })
  return index === undefined ? undefined : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(DRAWN)}`
}
