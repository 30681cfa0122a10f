import { Text, View } from '@tarojs/components'

export default function Team() {
  return (
    <View>
      <Text>队伍</Text>
    </View>
  )
}
