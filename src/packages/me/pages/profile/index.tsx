import { Text, View } from '@tarojs/components'

export default function Profile() {
  return (
    <View>
      <Text>我的资料</Text>
    </View>
  )
}
