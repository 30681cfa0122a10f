import { colours, colourWords, type Colour } from '@core/contract'
import { View } from '@tarojs/components'
import { TeamShape, classes } from '@/ui'

interface ColourFilterProps {
  on: Colour | null
  /** Called with null when the colour that is on is tapped again. */
  onPick: (colour: Colour | null) => void
  /** How many there are this week, for the screen reader. */
  counts?: Partial<Record<Colour, number>>
}

/** The seven colours, one of which may be on. */
export function ColourFilter({ on, onPick, counts }: ColourFilterProps) {
  return (
    <View className="colours" aria-role="radiogroup" aria-label="按颜色看">
      {colours.map((colour) => {
        const { name, short } = colourWords[colour]
        const isOn = colour === on
        return (
          <View
            key={colour}
            className={classes('colours__i', isOn && `colours__i--on tint--${colour}`)}
            hoverClass="pressed"
            onClick={() => onPick(isOn ? null : colour)}
            aria-role="radio"
            aria-checked={isOn}
            aria-label={counts ? `${name}，这周 ${counts[colour] ?? 0} 场` : name}
          >
            <TeamShape colour={colour} />
            <View>{short}</View>
          </View>
        )
      })}
    </View>
  )
}
