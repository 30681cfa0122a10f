import { Text, View } from '@tarojs/components'

export default function Publish() {
  return (
    <View>
      <Text>发一个活动</Text>
    </View>
  )
}
