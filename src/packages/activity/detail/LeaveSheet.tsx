import type { ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PersonPicker, faceOf, ourParts, partWords, type OurPart } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Sheet } from '@/ui'
import type { Part } from './use-part'

interface LeaveSheetProps {
  page: ActivityPage
  part: Part
  onClose: () => void
}

/** Which of hers do not come: all of them are ticked at first, one tap takes somebody out. */
export function LeaveSheet({ page, part, onClose }: LeaveSheetProps) {
  const parts = ourParts(page)
  const [stays, setStays] = useState<string[]>([])
  const leaving = parts.filter(({ id }) => !stays.includes(id))
  const toggle = (id: string) =>
    setStays((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]))
  const leave = async () => {
    if (await part.leave(leaving)) onClose()
  }
  const { busy, trouble } = part.leaving
  return (
    <Sheet
      title="谁来不了？"
      say="不勾的人照常去。"
      onClose={onClose}
      foot={
        <>
          {trouble && <TroubleNotice trouble={trouble} />}
          {leaving.length === 0 ? (
            <BigButton disabled>先勾上谁来不了</BigButton>
          ) : (
            <BigButton busy={busy} onTap={() => void leave()}>
              {busy ? '正在退座…' : leaveLabel(leaving, parts.length)}
            </BigButton>
          )}
        </>
      }
    >
      <View className="mt4">
        <PersonPicker
          people={parts.map((each) => ({
            id: each.id,
            name: each.id === '' ? '我自己' : each.called,
            say: partWords(each.mine, page.drawAt),
            face: faceOf(each.called),
          }))}
          picked={leaving.map(({ id }) => id)}
          onToggle={toggle}
        />
      </View>
    </Sheet>
  )
}

function leaveLabel(leaving: readonly OurPart[], all: number): string {
  const [only] = leaving
  if (leaving.length === 1 && only) return `${only.called}来不了`
  return leaving.length === all ? `${all} 个人都来不了` : `${leaving.length} 个人来不了`
}
