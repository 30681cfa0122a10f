import { View } from '@tarojs/components'

/** Names of the line icons, drawn in config/draw.mjs. */
export type IconName =
  | 'clock'
  | 'pin'
  | 'people'
  | 'person'
  | 'phone'
  | 'right'
  | 'left'
  | 'down'
  | 'check'
  | 'plus'
  | 'close'
  | 'bell'
  | 'speaker'
  | 'share'
  | 'search'
  | 'calendar'
  | 'route'
  | 'scan'
  | 'code'
  | 'list'
  | 'offline'
  | 'info'
  | 'text'
  | 'heart'
  | 'camera'
  | 'edit'
  | 'wave'
  | 'hourglass'
  | 'star'
  | 'moon'

export type DrawingSize = 15 | 16 | 17 | 18 | 20 | 22 | 24 | 26 | 28 | 32 | 36 | 48

/** Sizes in px at factor 1; 20 is the plain one and needs no class. */
const sized = (size: DrawingSize) => (size === 20 ? '' : ` z${size}`)

/** A line icon in the colour of the words around it; never read aloud. `tone` is a class of colour such as i3 or wa. */
export function Icon({ name, size = 20, tone }: { name: IconName; size?: DrawingSize; tone?: string }) {
  return <View className={`icon icon--${name}${sized(size)}${tone ? ` ${tone}` : ''}`} aria-hidden />
}

/** The shape of a team colour: `red` is the flag, `orange` the heart …; never alone, always beside its word. */
export function TeamShape({ colour, size = 26 }: { colour: string; size?: DrawingSize }) {
  return <View className={`shape shape--${colour}${sized(size)}`} aria-hidden />
}

/** The dandelion with seven seeds. */
export function Mark({ size = 28 }: { size?: DrawingSize }) {
  return <View className={`mark${sized(size)}`} aria-hidden />
}
