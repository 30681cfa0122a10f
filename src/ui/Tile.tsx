import { View } from '@tarojs/components'
import { classes } from './classes'
import { Icon, type IconName } from './Icon'

interface TileProps {
  icon: IconName
  /** Pine on a light tint: it can be tapped. */
  onTap?: () => void
  name?: string
}

/** A 44 tile with a line icon; a button when it can be tapped. */
export function Tile({ icon, onTap, name }: TileProps) {
  if (!onTap) {
    return (
      <View className="ic" aria-hidden>
        <Icon name={icon} size={22} />
      </View>
    )
  }
  return (
    <View
      className={classes('ic', 'ic--brand')}
      hoverClass="pressed"
      aria-role="button"
      aria-label={name}
      onClick={(event) => {
        event.stopPropagation()
        onTap()
      }}
    >
      <Icon name={icon} size={22} />
    </View>
  )
}
