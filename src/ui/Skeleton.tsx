import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'

/** A sunk bar in the shape of what comes; width as CSS (`60%`, `180px`), height in px. */
export function Bone({ width = '100%', height = 20, round }: { width?: string; height?: number; round?: number }) {
  return <View className="sk" style={`width:${width};height:${height}px${round ? `;border-radius:${round}px` : ''}`} />
}

/** True once `ms` have passed: skeletons wait 300 ms so that a quick answer does not flicker. */
export function useAfter(ms: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return passed
}

/** Cards in the shape of what comes, for lists whose rows are about 84 high. */
export function Skeleton({ cards = 3 }: { cards?: number }) {
  const show = useAfter(300)
  if (!show) return null
  return (
    <View className="cards" aria-label="正在加载" aria-role="progressbar">
      {Array.from({ length: cards }, (_, index) => (
        <View key={index} className="card col g3">
          <Bone width="40%" height={14} />
          <Bone width="80%" />
          <Bone width="60%" height={14} />
        </View>
      ))}
    </View>
  )
}
