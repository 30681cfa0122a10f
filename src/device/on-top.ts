import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** True while this page lies on top and the mini-program is in front. */
export function useOnTop(): boolean {
  const [isOnTop, setOnTop] = useState(true)
  useDidShow(() => setOnTop(true))
  useDidHide(() => setOnTop(false))
  return isOnTop
}

/** Runs every `ms` while this page lies on top. */
export function useEvery(ms: number, run: () => void): void {
  const isOnTop = useOnTop()
  useEffect(() => {
    if (!isOnTop) return
    const timer = setInterval(run, ms)
    return () => clearInterval(timer)
  }, [isOnTop, ms, run])
}
