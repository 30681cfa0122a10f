import { View } from '@tarojs/components'
import { useState } from 'react'
import { AreaField, BigButton, Sheet } from '@/ui'
import type { EditorProps } from './Editor'

/** One thing a line. */
const linesOf = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

/** What neighbours should bring or know before they come. */
export function BringEditor({ form, onDone }: EditorProps) {
  const [text, setText] = useState(form.bring.join('\n'))
  const done = () => onDone({ ...form, bring: linesOf(text) })
  return (
    <Sheet
      title="来之前知道"
      say="一行写一样，最多 8 样。"
      onClose={done}
      foot={<BigButton onTap={done}>好了</BigButton>}
    >
      <View className="mt4">
        <AreaField label="要带" value={text} onChange={setText} hint={'老花镜\n自己的水杯'} most={360} />
      </View>
    </Sheet>
  )
}
