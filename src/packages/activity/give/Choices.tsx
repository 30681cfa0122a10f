import type { ActivityPage } from '@core/contract'
import { Image, View } from '@tarojs/components'
import { relations } from '@/parts/elder-words'
import { Chip } from '@/ui'
import { QuestionFields } from '../signup/QuestionFields'
import { UnitPicker } from '../signup/UnitPicker'
import { unitWord } from '../signup/plan'
import type { Giving } from './use-give'

/** What one is to her, her post or slot, what the activity asks, and the picture as she will see it. */
export function Choices({ page, now, giving }: { page: ActivityPage; now: number; giving: Giving }) {
  const { elder } = giving
  const person = page.people.find(({ id }) => id === elder?.id)
  const isUnset = giving.as === ''
  return (
    <>
      <View className="b mt5">{isUnset ? '您是她的' : `您是她的${giving.as}`}</View>
      <View className="give__chips mt2" aria-role="radiogroup" aria-label="您是她的">
        {relations.map((each) => (
          <Chip key={each} on={each === giving.as} onTap={() => giving.setAs(each)}>
            {each}
          </Chip>
        ))}
      </View>
      {page.units.length > 0 && (
        <View className="mt5" id="sheet-units">
          <View className="title" aria-role="heading">
            选一个{unitWord(page.units)}
          </View>
          <UnitPicker
            units={page.units}
            on={page.units.find(({ id }) => id === giving.unit) ?? null}
            now={now}
            onPick={giving.setUnit}
          />
        </View>
      )}
      {page.questions.length > 0 && person && (
        <QuestionFields
          questions={page.questions}
          people={[person]}
          answers={{ [person.id]: giving.answers }}
          wrong={[]}
          onAnswer={(_, id, value) => giving.answer([id, value])}
        />
      )}
      <Preview giving={giving} />
    </>
  )
}

/** The picture of the card; its words are read aloud with the button that sends it. */
function Preview({ giving }: { giving: Giving }) {
  const { picture, lacksUnit, missing } = giving
  if (lacksUnit || missing.length > 0) return null
  return (
    <View className="mt5">
      <View className="b">她在聊天里看到的</View>
      <View className="give__frame mt2">
        {picture ? (
          <Image className="give__pic" src={picture} mode="aspectFill" aria-role="img" aria-label="卡片上的大字图" />
        ) : (
          <View className="give__pic" aria-role="progressbar" aria-label="正在画卡片">
            <View className="ctr i2 give__wait">正在画卡片…</View>
          </View>
        )}
      </View>
    </View>
  )
}
