import { launchOptions } from '../launch-options'
import { top } from '../navigation'
import { CAPSULE, HOME_INDICATOR, NAVIGATION, part, STATUS } from '../screen'
import { onSettings, opening, settings } from '../settings'
import { themeName } from '../theme'
import { tagTemplates } from '../tags/templates'
import { asyncApi, emit, eventApi, supported, syncApi, wx } from './register'

const SDK = '3.8.12'

function windowInfo() {
  const { clientWidth: width, clientHeight: height } = part('phone')
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: top()?.height ?? height - STATUS - NAVIGATION,
    statusBarHeight: STATUS,
    screenTop: STATUS + NAVIGATION,
    safeArea: safeArea(width, height),
  }
}

/** What notch and home indicator leave; WeChat calls all of a single page safe. */
function safeArea(width: number, height: number) {
  const top = opening.isSinglePage ? 0 : STATUS
  const bottom = opening.isSinglePage ? height : height - HOME_INDICATOR
  return { left: 0, right: width, top, bottom, width, height: bottom - top }
}

const appBase = () => ({
  SDKVersion: SDK,
  enableDebug: false,
  host: { env: 'WeChat', appId: '', version: 402_653_184 },
  language: 'zh_CN',
  version: '8.0.56',
  theme: themeName(),
  fontSizeSetting: Math.round(16 * settings.font),
  fontSizeScaleFactor: settings.font,
})

const device = () => ({
  abi: 'arm64-v8a',
  benchmarkLevel: 30,
  brand: 'local phone',
  model: 'local phone',
  system: 'iOS 17.0',
  platform: 'ios',
  memorySize: 4096,
})

const everything = () => ({ ...windowInfo(), ...appBase(), ...device() })

function capsule() {
  const { width, height, top: y, right } = CAPSULE
  const screen = part('phone').clientWidth
  return { width, height, top: y, bottom: y + height, right: screen - right, left: screen - right - width }
}

const CLOUD = new Set(['callFunction', 'uploadFile', 'downloadFile'])

/** Answers `canIUse` for an API, a tag, or a tag's attribute or option, truthfully. */
function canIUse(schema: string): boolean {
  const [first = '', second] = schema.split('.')
  if (first in tagTemplates && !['picker-view', 'web-view', 'video', 'map', 'camera', 'open-data'].includes(first))
    return true
  if (first === 'cloud' || first === 'wx') return second === undefined || CLOUD.has(second) || supported.has(second)
  return supported.has(first)
}

const network = () => ({ networkType: settings.offline ? 'none' : 'wifi' })

/** What the phone is, how it is set, and the events that tell of changes. */
export function systemApis(): void {
  syncApi('getWindowInfo', windowInfo)
  syncApi('getAppBaseInfo', appBase)
  syncApi('getDeviceInfo', device)
  syncApi('getSystemInfoSync', everything)
  asyncApi('getSystemInfo', everything)
  asyncApi('getSystemInfoAsync', everything)
  syncApi('getSystemSetting', () => ({
    bluetoothEnabled: false,
    locationEnabled: true,
    wifiEnabled: !settings.offline,
    deviceOrientation: 'portrait',
  }))
  syncApi('getAppAuthorizeSetting', () => ({
    notificationAuthorized: 'authorized',
    phoneCalendarAuthorized: 'authorized',
  }))
  syncApi('getMenuButtonBoundingClientRect', capsule)
  syncApi('getAccountInfoSync', () => ({ miniProgram: { appId: 'wxlocalphone', envVersion: 'develop', version: '' } }))
  syncApi('getLaunchOptionsSync', () => launchOptions())
  syncApi('getEnterOptionsSync', () => launchOptions())
  syncApi('getApiCategory', () => launchOptions().apiCategory)
  syncApi('canIUse', canIUse)
  syncApi('nextTick', (done: () => void) => void setTimeout(done, 0))
  asyncApi('getNetworkType', network)
  const names = `AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange NetworkStatusChange MemoryWarning
    KeyboardHeightChange WindowResize UserCaptureScreen AppRoute NeedPrivacyAuthorization LazyLoadError`
  for (const name of names.split(/\s+/)) eventApi(name)
  onSettings((changed) => {
    if (changed === 'dark') emit('ThemeChange', { theme: themeName() })
    if (changed === 'offline') emit('NetworkStatusChange', { isConnected: !settings.offline, ...network() })
  })
  wx.version = { version: SDK }
}
