import { Text, View } from '@tarojs/components'

export default function Teams() {
  return (
    <View>
      <Text>队伍</Text>
    </View>
  )
}
