import Taro from '@tarojs/taro'

/** Room that WeChat's own chrome takes, in px: status bar, nav bar below it, right of the capsule, bottom safe area. */
export interface Chrome {
  statusHeight: number
  navHeight: number
  capsuleRoom: number
  safeBottom: number
  windowWidth: number
  windowHeight: number
}

/** Measures the chrome; values of a common phone where the phone does not tell. */
export function chrome(): Chrome {
  const window = Taro.getWindowInfo()
  const statusHeight = window.statusBarHeight ?? 47
  const capsule = capsuleRect()
  return {
    statusHeight,
    navHeight: capsule ? (capsule.top - statusHeight) * 2 + capsule.height : 44,
    capsuleRoom: capsule ? window.windowWidth - capsule.left + 8 : 112,
    safeBottom: window.safeArea ? Math.max(0, window.screenHeight - window.safeArea.bottom) : 0,
    windowWidth: window.windowWidth,
    windowHeight: window.windowHeight,
  }
}

function capsuleRect() {
  try {
    const rect = Taro.getMenuButtonBoundingClientRect()
    return rect && rect.width > 0 ? rect : null
  } catch {
    return null
  }
}

/** Names the native nav bar. */
export function nameNavBar(title: string): void {
  void Taro.setNavigationBarTitle({ title })
}
