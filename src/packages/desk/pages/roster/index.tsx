import { Text, View } from '@tarojs/components'

export default function Roster() {
  return (
    <View>
      <Text>名单</Text>
    </View>
  )
}
