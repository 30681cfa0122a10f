import { View } from '@tarojs/components'
import { colours, colourWords } from '@core/contract'
import { Bone, TeamShape, classes } from '@/ui'

/** The seven colours are known at once; what they have done is on its way. */
export function TeamsSkeleton() {
  return (
    <View className="card card--rows" aria-role="progressbar" aria-label="正在加载">
      {colours.map((colour, index) => (
        <View key={colour} className={classes('lrow', 'lrow--tall', index === 0 && 'lrow--first')}>
          <View className={`ic colour__ic tint--${colour}`}>
            <TeamShape colour={colour} size={28} />
          </View>
          <View className="grow col g1">
            <View className="lead b">{colourWords[colour].name}</View>
            <Bone width="60%" height={16} />
          </View>
        </View>
      ))}
    </View>
  )
}
