import { Text, View } from '@tarojs/components'

export default function Members() {
  return (
    <View>
      <Text>队员</Text>
    </View>
  )
}
