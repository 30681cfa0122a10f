import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Trouble } from '@/client'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Chip, Sheet, TextField } from '@/ui'

/** Kind words that come up again and again; a tap fills one in. */
const usual = ['这次名额不够了，下次先请您', '人手已经齐了，谢谢您的心意', '这场更适合别的年纪'] as const

interface DeclineSheetProps {
  many: number
  busy: boolean
  trouble: Trouble | undefined
  onDecline: (reason: string) => void
  onClose: () => void
}

/** Says no to those who asked, kindly; they read the words. */
export function DeclineSheet({ many, busy, trouble, onDecline, onClose }: DeclineSheetProps) {
  const [reason, setReason] = useState('')
  return (
    <Sheet
      title={`婉拒 ${many} 位`}
      say="他们会收到消息和您写的话。想改主意，可以请他们再报一次，或者在「添人」里登记。"
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton variant="line" busy={busy} onTap={() => onDecline(reason.trim())}>
            {busy ? '正在告诉他们…' : `婉拒，告诉 ${many} 位`}
          </BigButton>
          <BigButton onTap={onClose}>再想想</BigButton>
        </>
      }
    >
      <View className="row wrap g2 mt4">
        {usual.map((each) => (
          <Chip key={each} on={reason === each} onTap={() => setReason(each)} name={each}>
            {each}
          </Chip>
        ))}
      </View>
      <View className="mt4">
        <TextField label="说一句" value={reason} onChange={setReason} most={60} hint="可以不写，写了更暖心" />
      </View>
    </Sheet>
  )
}
