import { colourWords, type Colour } from '@core/contract'
import { Text, View } from '@tarojs/components'
import { TeamShape, classes } from '@/ui'

interface ColourTagProps {
  colour: Colour
  /** The team, after a dot, in the third ink. */
  team?: string
  /** On its tint, 30 high. */
  pill?: boolean
}

/** Shape and word of a colour; never tappable, never the shape alone. */
export function ColourTag({ colour, team, pill }: ColourTagProps) {
  return (
    <View className={classes('ctag', pill ? `ctag--pill tint--${colour}` : `ink--${colour}`)}>
      <TeamShape colour={colour} size={15} />
      <Text>{colourWords[colour].name}</Text>
      {team && <Text className="ctag__team">· {team}</Text>}
    </View>
  )
}
