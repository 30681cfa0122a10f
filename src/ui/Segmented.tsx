import { View } from '@tarojs/components'
import { classes } from './classes'

interface SegmentedProps<T extends string> {
  options: readonly { value: T; label: string; count?: number }[]
  value: T
  onChange: (value: T) => void
  name?: string
}

/** Two to four views of the same thing; one is on. */
export function Segmented<T extends string>({ options, value, onChange, name }: SegmentedProps<T>) {
  return (
    <View className="seg" aria-role="tablist" aria-label={name}>
      {options.map((option) => (
        <View
          key={option.value}
          className={classes('seg__i', option.value === value && 'seg__i--on')}
          hoverClass="pressed"
          onClick={() => onChange(option.value)}
          aria-role="tab"
          aria-selected={option.value === value}
          aria-label={option.count === undefined ? option.label : `${option.label}，${option.count}`}
        >
          {option.count === undefined ? option.label : `${option.label} ${option.count}`}
        </View>
      ))}
    </View>
  )
}
