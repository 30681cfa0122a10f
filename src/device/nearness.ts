import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** So far outside of the screen, in px, things still count as near: more than a flick of the finger moves. */
const margin = 900

const pageNow = () => Taro.getCurrentInstance().page

/**
 * Tells when the element with this id comes near the screen or leaves it, with its height in px.
 * The element has to be on the page from the first drawing on.
 */
export function useNearness(id: string, changed: (isNear: boolean, height: number) => void): void {
  const tell = useRef(changed)
  tell.current = changed
  // What is drawn while another page lies on top learns of its own page when that comes back.
  const [page, setPage] = useState(pageNow)
  useDidShow(() => setPage(pageNow()))
  useEffect(() => {
    if (!page) return
    const observer = Taro.createIntersectionObserver(page)
    let isOver = false
    // The element reaches the screen with the next setData.
    Taro.nextTick(() => {
      if (isOver) return
      observer.relativeToViewport({ top: margin, bottom: margin }).observe(`#${id}`, (crossing) => {
        const height = crossing.boundingClientRect?.height ?? 0
        // A page that goes to the back has no heights; nothing has moved.
        if (height > 0) tell.current((crossing.intersectionRatio ?? 0) > 0, height)
      })
    })
    return () => {
      isOver = true
      observer.disconnect()
    }
  }, [id, page])
}
