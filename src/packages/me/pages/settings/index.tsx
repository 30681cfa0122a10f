import { Text, View } from '@tarojs/components'

export default function Settings() {
  return (
    <View>
      <Text>设置</Text>
    </View>
  )
}
