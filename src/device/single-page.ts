import Taro from '@tarojs/taro'

/** A card opened from Moments: one page to read, without sign-in, calls, maps or other pages. */
const momentsScene = 1154

/** Whether the mini-program is only one page to read, as WeChat shows it from Moments. */
export function isSinglePage(): boolean {
  return Taro.getEnterOptionsSync().scene === momentsScene
}
