import { View } from '@tarojs/components'

/** Below what is no field: what is missing, and how to put it right. */
export function Wrongly({ words }: { words: string | undefined }) {
  if (!words) return null
  return (
    <View className="field__e" aria-role="alert">
      {words}
    </View>
  )
}
