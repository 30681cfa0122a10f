import { View } from '@tarojs/components'
import { go } from '@/device'
import { BigButton, Page } from '@/ui'

export default function Dispatch() {
  return (
    <Page>
      <View className="i2 mt4">这一页正在写。</View>
      <BigButton variant="line" onTap={() => void go.back()}>
        返回
      </BigButton>
    </Page>
  )
}
