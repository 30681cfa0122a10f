import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Calls back when the mini-program comes to the front or goes to the back; answers with a function that stops it. */
export function watchFront(changed: (inFront: boolean) => void): () => void {
  const shown = () => changed(true)
  const hidden = () => changed(false)
  Taro.onAppShow(shown)
  Taro.onAppHide(hidden)
  return () => {
    Taro.offAppShow(shown)
    Taro.offAppHide(hidden)
  }
}

/** Runs when this page comes to the front, the first time included. */
export const useShown: (run: () => void) => void = useDidShow

/** Runs when the page is pulled down, and lets go of it afterwards; its config needs enablePullDownRefresh. */
export function usePulled(run: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void run().finally(() => Taro.stopPullDownRefresh())
  })
}

/** Runs when the page is scrolled to its end. */
export const useEndReached: (run: () => void) => void = useReachBottom

const minuteMs = 60_000

/** The time now, in ms; moves on every minute and whenever the page comes to the front. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useDidShow(() => setNow(Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
