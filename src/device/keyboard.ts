import Taro from '@tarojs/taro'

/** Puts the keyboard away. */
export function hideKeyboard(): void {
  // It fails where the keyboard is away already, which is what was wanted.
  Taro.hideKeyboard().catch(() => undefined)
}
