import { View } from '@tarojs/components'
import { useState } from 'react'
import { callPhone, hideKeyboard } from '@/device'
import { AreaField, BigButton, Segmented, Sheet } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'
import { Send } from './Send'
import { Stars } from './Stars'

type How = 'phone' | 'door'
type Done = 'yes' | 'no'

/** Somebody other than who did it asks the asker, by phone or at the door, whether it is done and how it was. */
export function ScoreSheet({ view, moves, onClose }: MoveSheetProps) {
  const [how, setHow] = useState<How>('phone')
  const [done, setDone] = useState<Done>('yes')
  const [stars, setStars] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState('')
  const { askerContact } = view
  const send = async () => {
    hideKeyboard()
    if (stars === null) return setWrong('先问一句满不满意')
    const isDone = done === 'yes'
    if (await moves.move({ move: 'score', stars, how, isDone, words: words.trim() })) onClose()
  }
  return (
    <Sheet
      title="问满不满意"
      say="要由没有办这件事的人来问。照本人说的记。"
      onClose={onClose}
      foot={
        <Send
          view={view}
          move="score"
          moves={moves}
          label={done === 'yes' ? '记下' : '记下，退回去接着办'}
          doing="正在记…"
          onSend={send}
          onClose={onClose}
        />
      }
    >
      <View className="mt4">
        <Segmented<How>
          options={[
            { value: 'phone', label: '打电话问的' },
            { value: 'door', label: '上门问的' },
          ]}
          value={how}
          onChange={setHow}
          name="怎么问的"
        />
      </View>
      {how === 'phone' && askerContact?.phone && (
        <View className="mt3">
          <BigButton size="small" variant="line" icon="phone" onTap={() => void callPhone(askerContact.phone)}>
            打给{askerContact.name}
          </BigButton>
        </View>
      )}
      <View className="b mt5">办好了没有</View>
      <View className="mt2">
        <Segmented<Done>
          options={[
            { value: 'yes', label: '办好了' },
            { value: 'no', label: '还没好' },
          ]}
          value={done}
          onChange={setDone}
          name="办好了没有"
        />
      </View>
      <View className="b mt5">满不满意</View>
      <Stars
        stars={stars}
        onChange={(next) => {
          setStars(next)
          setWrong('')
        }}
      />
      {wrong && (
        <View className="small no mt2" aria-role="alert">
          {wrong}
        </View>
      )}
      <View className="mt4">
        <AreaField label="本人说" value={words} onChange={setWords} most={300} hint="原话记一句，可以不写" />
      </View>
    </Sheet>
  )
}
