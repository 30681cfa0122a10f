import { Text, View } from '@tarojs/components'

export default function Desk() {
  return (
    <View>
      <Text>队长台</Text>
    </View>
  )
}
