import { View } from '@tarojs/components'
import { useState } from 'react'
import { PersonPicker, faceOf } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Notice, Sheet, TextField } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'

/** Gives it to somebody else of the same unit. */
export function HandOnSheet({ view, moves, onClose }: MoveSheetProps) {
  const unit = view.units.find(({ isMine, state }) => isMine && state !== 'declined')
  const [personId, setPersonId] = useState('')
  const [words, setWords] = useState('')
  if (!unit) return null
  const send = async () => {
    if (await moves.move({ move: 'handOn', unit: unit.id, personId, words: words.trim() })) onClose()
  }
  return (
    <Sheet
      title="转给同事"
      say={`还是${unit.name}的事，换一位来办。`}
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={moves.trouble} />
          {personId ? (
            <BigButton busy={moves.busy} onTap={() => void send()}>
              {moves.busy ? '正在转…' : '转过去'}
            </BigButton>
          ) : (
            <BigButton disabled>先选一位同事</BigButton>
          )}
        </>
      }
    >
      <View className="mt4">
        {unit.people.length === 0 ? (
          <Notice>名册里还没有别的同事，请打给社区登记。</Notice>
        ) : (
          <PersonPicker
            people={unit.people.map(({ id, name, title }) => ({ id, name, say: title, face: faceOf(name) }))}
            picked={[personId]}
            onToggle={setPersonId}
          />
        )}
      </View>
      <View className="mt4">
        <TextField label="说一句" value={words} onChange={setWords} most={100} hint="要交代的，可以不写" />
      </View>
    </Sheet>
  )
}
