import { Text, View } from '@tarojs/components'

export default function ActivityDetail() {
  return (
    <View>
      <Text>活动</Text>
    </View>
  )
}
