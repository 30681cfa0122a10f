import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Keeps the screen lit while this is shown; the phone's own setting comes back afterwards. */
export function useAwake(): void {
  useEffect(() => {
    // A phone that will not is no harm: the screen goes dark as usual.
    const keep = (keepScreenOn: boolean) => Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined)
    void keep(true)
    return () => void keep(false)
  }, [])
}
