import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Sheet, TextField } from '@/ui'
import type { EditorProps } from './Editor'

/** Whom neighbours call; everyone who sees the activity sees it. */
export function ContactEditor({ form, onDone }: EditorProps) {
  const [name, setName] = useState(form.contact.name)
  const [phone, setPhone] = useState(form.contact.phone)
  const done = () => onDone({ ...form, contact: { name: name.trim(), phone: phone.trim() } })
  return (
    <Sheet
      title="有事找谁"
      say="看到这场活动的邻居都看得到这个电话。"
      onClose={done}
      foot={<BigButton onTap={done}>好了</BigButton>}
    >
      <View className="fields mt4">
        <TextField label="称呼" value={name} onChange={setName} most={20} hint="比如 苏桂兰" />
        <TextField label="电话" value={phone} onChange={setPhone} most={20} hint="能打通的号码" />
      </View>
    </Sheet>
  )
}
