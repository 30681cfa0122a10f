import type { ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { faceOf, partWords } from '@/parts'
import { Avatar, Tick, classes } from '@/ui'
import { pickableOf } from '../people/candidates'
import type { Giving } from './use-give'

interface EldersProps {
  page: ActivityPage
  elders: Giving['elders']
  /** Id of who is chosen. */
  picked: string
  onPick: (id: string) => void
}

/** For whom the card is: one of those she keeps; who has a part already or cannot come says so. */
export function Elders({ page, elders, picked, onPick }: EldersProps) {
  return (
    <View className="picks mt4" aria-role="radiogroup" aria-label="给谁">
      {elders.map(({ ward }) => {
        const person = page.people.find(({ id }) => id === ward.id)
        // Who has a place can still be sent the card, to look up when and where.
        const place = person?.mine ? partWords(person.mine, page.drawAt) : ''
        const { say: like = '', cannot: no = '' } = person ? pickableOf(person, page.drawAt) : {}
        const [say, cannot] = place ? [`${place}，还可以发卡片`, ''] : [like, no]
        const isOn = ward.id === picked
        return (
          <View
            key={ward.id}
            className={classes('pick', isOn && 'pick--on')}
            hoverClass={cannot ? 'none' : 'pressed'}
            onClick={cannot ? undefined : () => onPick(ward.id)}
            aria-role="radio"
            aria-checked={isOn}
            aria-disabled={cannot !== '' || undefined}
            aria-label={[ward.called, say, cannot].filter(Boolean).join('，')}
          >
            <Avatar face={faceOf(ward.called)} />
            <View className="grow">
              <View className="b">{ward.called}</View>
              {say && <View className={classes('small', isOn ? 'br' : 'i2')}>{say}</View>}
            </View>
            {cannot ? <View className="small wa b pick__word">{cannot}</View> : <Tick on={isOn} />}
          </View>
        )
      })}
    </View>
  )
}
