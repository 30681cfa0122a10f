import { View } from '@tarojs/components'
import type { Recap } from '@core/contract'
import { Card, SectionTitle } from '@/ui'

const shownAtFirst = 20

/** What those who came said of it; seen by those who run the activity alone. */
export function Ratings({ ratings }: { ratings: Recap['ratings'] }) {
  if (!ratings || ratings.count === 0) return null
  const words = ratings.words.filter(Boolean)
  return (
    <>
      <SectionTitle say={`${ratings.count} 位评了`}>邻居觉得</SectionTitle>
      <Card>
        <View
          className="row g2 ratings__mean"
          aria-role="text"
          aria-label={`平均 ${ratings.mean.toFixed(1)} 分，满分 5 分`}
        >
          <View className="numeral">{ratings.mean.toFixed(1)}</View>
          <View className="i2">分，满分 5 分</View>
        </View>
        {words.slice(0, shownAtFirst).map((each, index) => (
          <View key={index} className="ratings__words mt3">
            {each}
          </View>
        ))}
        <View className="small i3 mt3">只有办活动的人看得到，不知道是谁写的。</View>
      </Card>
    </>
  )
}
