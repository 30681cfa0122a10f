import { Text, View } from '@tarojs/components'

export default function Messages() {
  return (
    <View>
      <Text>消息</Text>
    </View>
  )
}
