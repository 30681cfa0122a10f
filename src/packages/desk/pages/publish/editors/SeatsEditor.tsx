import { View } from '@tarojs/components'
import { mostSeats } from '@core/contract'
import { useState } from 'react'
import { BigButton, Chip, Sheet, TextField } from '@/ui'
import type { EditorProps } from './Editor'

const usual = [10, 15, 20, 30, 50, 100] as const

/** How many may come; more than that wait in line. */
export function SeatsEditor({ form, onDone }: EditorProps) {
  const [written, setWritten] = useState(form.capacity === null ? '' : String(form.capacity))
  const n = Number(written)
  const isUnlimited = written === ''
  const isWrong = !isUnlimited && !(Number.isInteger(n) && n >= 1 && n <= mostSeats)
  const done = () => onDone(isWrong ? form : { ...form, capacity: isUnlimited ? null : n })
  return (
    <Sheet
      title="几个席位"
      say="满了以后，再来的邻居排候补；有人退，自动补上，都会告诉他们。"
      onClose={done}
      foot={
        <BigButton onTap={done} disabled={isWrong}>
          {isUnlimited ? '不限人数' : `${written} 席`}
        </BigButton>
      }
    >
      <View className="row wrap g2 mt4" aria-role="radiogroup">
        <Chip on={isUnlimited} onTap={() => setWritten('')} name="不限人数">
          不限
        </Chip>
        {usual.map((seats) => (
          <Chip key={seats} on={n === seats} onTap={() => setWritten(String(seats))} name={`${seats} 席`}>
            {seats}
          </Chip>
        ))}
      </View>
      <View className="mt4">
        <TextField
          label="别的数"
          type="number"
          value={written}
          onChange={setWritten}
          most={4}
          hint="空着就是不限"
          wrong={isWrong ? `1 到 ${mostSeats} 之间的数` : null}
        />
      </View>
    </Sheet>
  )
}
