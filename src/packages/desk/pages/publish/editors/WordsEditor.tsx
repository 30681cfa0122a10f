import { View } from '@tarojs/components'
import { useState } from 'react'
import { AreaField, BigButton, Sheet, TextField } from '@/ui'
import type { EditorProps } from './Editor'

const mostTitle = 40
const mostIntro = 600

/** Name and introduction. */
export function WordsEditor({ form, onDone }: EditorProps) {
  const [title, setTitle] = useState(form.title)
  const [intro, setIntro] = useState(form.intro)
  const done = () => onDone({ ...form, title: title.trim(), intro: intro.trim() })
  return (
    <Sheet title="名字和介绍" onClose={done} foot={<BigButton onTap={done}>好了</BigButton>}>
      <View className="fields mt4">
        <TextField label="名字" value={title} onChange={setTitle} most={mostTitle} hint="一眼看懂来做什么" />
        <AreaField label="介绍" value={intro} onChange={setIntro} most={mostIntro} hint="像跟邻居说话那样写几句" />
      </View>
    </Sheet>
  )
}
