import { actions } from '@core/contract'
import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { newKey, useDo } from '@/client'
import { openFile } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { useFile } from '@/parts/use-file'
import { BigButton, Notice } from '@/ui'

/** Large-type passes of the family on paper, for whoever comes without a phone. */
export function PrintPasses({ id }: { id: string }) {
  const order = useDo(actions.orderPasses)
  const file = useFile()
  const key = useRef(newKey())
  const [notice, setNotice] = useState('')
  const busy = order.busy || file.busy
  const print = async () => {
    setNotice('')
    const ordered = await order.run({ id, key: key.current, of: 'ours' })
    if (!ordered?.ok) return
    const made = await file.make(ordered.data)
    // What could not be made is ordered anew.
    if (!made) key.current = newKey()
    if (!made || !(await openFile(made.url, made.name))) setNotice('没有打开，请再点一次')
  }
  return (
    <View className="mt4">
      <BigButton variant="line" grow icon="text" busy={busy} onTap={() => void print()}>
        {busy ? '正在做…' : '打印大字入场条'}
      </BigButton>
      <View className="small i2 ctr mt2">没有手机也能来：带上这张纸，上面有码，也有队长电话</View>
      <TroubleNotice trouble={order.trouble} />
      {notice && (
        <View className="mt2">
          <Notice alert>{notice}</Notice>
        </View>
      )}
    </View>
  )
}
