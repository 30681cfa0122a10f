import { Text, View } from '@tarojs/components'

export default function MySignups() {
  return (
    <View>
      <Text>我的报名</Text>
    </View>
  )
}
