import { View } from '@tarojs/components'
import { useState } from 'react'
import { callPhone, openLocation } from '@/device'
import { useReader } from '@/device/speak'
import { Icon, Notice, type IconName } from '@/ui'
import type { CardPage } from './use-card'
import { readWords } from './words'

type TrioProps = Pick<CardPage, 'card' | 'stage' | 'now'> & { words: NonNullable<CardPage['words']> }

/** 念给我听 · 打电话 · 怎么走: always in this order, below what there is to say. */
export function Trio({ words, card, stage, now }: TrioProps) {
  const reader = useReader()
  const [isLost, setLost] = useState(false)
  const { contact } = words
  const isReading = reader.state === 'busy' || reader.state === 'reading'
  const read = () => (isReading ? reader.stop() : reader.read(readWords(stage, words, card, now)))
  const lead = async () => setLost(!(card && (await openLocation(card.facts.place))))
  return (
    <View className="mt5">
      <View className="elder__trio">
        <Way
          icon={isReading ? 'close' : 'speaker'}
          label={reader.state === 'busy' ? '就念' : isReading ? '停下' : '念给我听'}
          name={isReading ? '停下，不念了' : '念给我听'}
          onTap={read}
        />
        {contact.phone && (
          <Way
            icon="phone"
            label="打电话"
            name={`打电话给${contact.name}`}
            onTap={() => void callPhone(contact.phone)}
          />
        )}
        <Way icon="route" label="怎么走" name={`怎么走，去${words.placeName}`} onTap={() => void lead()} />
      </View>
      <View aria-live="polite">
        {reader.state === 'cannot' && (
          <View className="mt4">
            <Notice icon="speaker" title="这部手机念不了" alert>
              请旁边的人念给您听，上面写的就是全部。
            </Notice>
          </View>
        )}
        {isLost && (
          <View className="mt4">
            <Notice icon="pin" title={words.placeName} alert>
              {[card?.facts.place.address, contact.phone && '找不到就打电话，有人给您指路'].filter(Boolean).join('。')}
              。
            </Notice>
          </View>
        )}
      </View>
    </View>
  )
}

interface WayProps {
  icon: IconName
  label: string
  name: string
  onTap: () => void
}

function Way({ icon, label, name, onTap }: WayProps) {
  return (
    <View className="card elder__way" hoverClass="pressed" onClick={onTap} aria-role="button" aria-label={name}>
      <Icon name={icon} size={36} tone="br" />
      <View className="b">{label}</View>
    </View>
  )
}
