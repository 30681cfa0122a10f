import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Puts the keyboard away. */
export function hideKeyboard(): void {
  // It fails where the keyboard is away already, which is what was wanted.
  Taro.hideKeyboard().catch(() => undefined)
}

/** The height of the keyboard in px, 0 while it is away; for what stands at the bottom. */
export function useKeyboardHeight(): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const listen = (result: { height: number }) => setHeight(result.height)
    Taro.onKeyboardHeightChange(listen)
    return () => Taro.offKeyboardHeightChange(listen)
  }, [])
  return height
}
