import { opening } from './settings'
import { askConsent } from './ui/personal'
import { sheet } from './ui/sheet'

/** What WeChat asks a person for before the first time. */
export type Scope = 'scope.writePhotosAlbum' | 'scope.addPhoneCalendar'

const NAMES: Record<Scope, string> = {
  'scope.writePhotosAlbum': '保存图片到你的相册',
  'scope.addPhoneCalendar': '添加到你的日历',
}

const scopes = Object.keys(NAMES) as Scope[]
const keyOf = (scope: Scope) => `phone-allowed:${opening.openid}:${scope}`

function answerTo(scope: Scope): boolean | undefined {
  const kept = localStorage.getItem(keyOf(scope))
  return kept === null ? undefined : kept === 'yes'
}

const write = (scope: Scope, isAllowed: boolean) => localStorage.setItem(keyOf(scope), isAllowed ? 'yes' : 'no')

/** Whether she allows it: asked once, remembered then, until she changes it in the settings. */
export async function isAllowed(scope: Scope): Promise<boolean> {
  const known = answerTo(scope)
  if (known !== undefined) return known
  const agreed = await askConsent({
    title: '申请使用你的手机',
    lines: [NAMES[scope]],
    allow: '允许',
    refuse: '拒绝',
  })
  write(scope, agreed)
  return agreed
}

/** What she was asked for so far, as `wx.getSetting` tells it. */
export function authSetting(): Record<string, boolean> {
  const answered = scopes.map((scope) => [scope, answerTo(scope)] as const)
  return Object.fromEntries(answered.filter((pair): pair is [Scope, boolean] => pair[1] !== undefined))
}

/** WeChat's page of permissions: a tap turns one over. */
export async function changePermissions(): Promise<void> {
  const asked = scopes.filter((scope) => answerTo(scope) !== undefined)
  const itemList = asked.map((scope) => `${answerTo(scope) ? '不再允许' : '允许'}${NAMES[scope]}`)
  if (itemList.length === 0) itemList.push('还没有要过什么')
  const index = await sheet({ itemList, alertText: '小程序能做什么' })
  const scope = index === undefined ? undefined : asked[index]
  if (scope) write(scope, !answerTo(scope))
}
