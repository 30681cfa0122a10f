import { View } from '@tarojs/components'
import { useState } from 'react'
import { hideKeyboard } from '@/device'
import type { Trouble } from '@/client'
import { TroubleNotice } from '@/parts/Asked'
import { AreaField, BigButton, Sheet } from '@/ui'
import type { Way } from './ways'

interface WaySheetProps {
  way: Way
  busy: boolean
  trouble: Trouble | undefined
  onDo: (words: string) => void
  onClose: () => void
}

/** One way besides a unit: what it means, the words for it where they are needed, and the button. */
export function WaySheet({ way, busy, trouble, onDo, onClose }: WaySheetProps) {
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState('')
  const send = () => {
    hideKeyboard()
    if (way.needsWords && !words.trim()) setWrong('写上一句，后面的人才明白')
    else onDo(words.trim())
  }
  return (
    <Sheet
      title={way.title}
      say={way.say}
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton busy={busy} onTap={send}>
            {busy ? way.busy : way.button}
          </BigButton>
        </>
      }
    >
      <View className="mt4">
        <AreaField
          label={way.label}
          value={words}
          onChange={(next) => {
            setWords(next)
            setWrong('')
          }}
          most={300}
          hint={way.hint}
          wrong={wrong}
          asked={way.needsWords}
        />
      </View>
    </Sheet>
  )
}
