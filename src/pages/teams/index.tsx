import { Button, Text, View } from '@tarojs/components'
import { useState } from 'react'

export default function Page() {
  const [count, setCount] = useState(0)
  return (
    <View aria-label="teams">
      <Text>teams {count}</Text>
      <Button onClick={() => setCount(count + 1)}>加一</Button>
    </View>
  )
}
