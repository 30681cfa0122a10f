import { View } from '@tarojs/components'
import { classes } from '@/ui'

/** Five answers in words, so that nobody has to know what three stars mean; the best first. */
const answers = [
  { stars: 5, label: '很满意' },
  { stars: 4, label: '满意' },
  { stars: 3, label: '还可以' },
  { stars: 2, label: '不太满意' },
  { stars: 1, label: '不满意' },
] as const

interface StarsProps {
  stars: number | null
  onChange: (stars: number | null) => void
  /** May be left out again by a second tap. */
  isOptional?: boolean
}

/** How it was, in one of five words. */
export function Stars({ stars, onChange, isOptional }: StarsProps) {
  return (
    <View className="case-stars mt2" aria-role="radiogroup" aria-label="满不满意">
      {answers.map((each) => (
        <View
          key={each.stars}
          className={classes('chip', stars === each.stars && 'chip--on')}
          hoverClass="pressed"
          onClick={() => onChange(isOptional && stars === each.stars ? null : each.stars)}
          aria-role="radio"
          aria-checked={stars === each.stars}
          aria-label={each.label}
        >
          {each.label}
        </View>
      ))}
    </View>
  )
}
