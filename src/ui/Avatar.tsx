import { View } from '@tarojs/components'
import { classes } from './classes'

interface AvatarProps {
  /** One character: of the given name, or of how one calls the person. */
  face: string
  size?: 'small' | 'normal' | 'large'
}

/** A circle with one character; its warm tone follows from the character, so that it stays the same. */
export function Avatar({ face, size = 'normal' }: AvatarProps) {
  const tone = ((face.codePointAt(0) ?? 0) % 4) + 1
  const look = classes('av', `av--t${tone}`, size === 'small' && 'av--s', size === 'large' && 'av--l')
  return (
    <View className={look} aria-hidden>
      {face}
    </View>
  )
}
