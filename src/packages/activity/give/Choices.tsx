import type { ActivityPage } from '@core/contract'
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { relations } from '@/parts/elder-words'
import { Chip, Link } from '@/ui'
import { QuestionFields } from '../signup/QuestionFields'
import { UnitPicker } from '../signup/UnitPicker'
import { unitWord } from '../signup/plan'
import type { Giving } from './use-give'

interface ChoicesProps {
  page: ActivityPage
  now: number
  giving: Giving
  /** On its way: there is nothing left to look over. */
  isHandedOn: boolean
}

/** What one is to her, her post or slot, what the activity asks, and the picture as she will see it. */
export function Choices({ page, now, giving, isHandedOn }: ChoicesProps) {
  const { elder } = giving
  const person = page.people.find(({ id }) => id === elder?.id)
  return (
    <>
      <As giving={giving} />
      {page.units.length > 0 && !giving.place && (
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
      {!isHandedOn && <Preview giving={giving} />}
    </>
  )
}

/** 您是婆婆的儿媳: asked once, then it is known and may be put right. */
function As({ giving }: { giving: Giving }) {
  const [isChanging, setChanging] = useState(giving.as === '')
  const called = giving.elder?.called ?? ''
  if (giving.as !== '' && !isChanging) {
    return (
      <View className="row between g2 mt4">
        <View className="b">{`您是${called}的${giving.as}`}</View>
        <Link plain onTap={() => setChanging(true)} name={`您是${called}的${giving.as}，改一改`}>
          改一改
        </Link>
      </View>
    )
  }
  const choose = (as: string) => {
    giving.setAs(as)
    setChanging(false)
  }
  return (
    <>
      <View className="b mt5">{`您是${called}的`}</View>
      <View className="give__chips mt2" aria-role="radiogroup" aria-label={`您是${called}的`}>
        {relations.map((each) => (
          <Chip key={each} on={each === giving.as} onTap={() => choose(each)}>
            {each}
          </Chip>
        ))}
      </View>
    </>
  )
}

/** The picture of the card; its words are read aloud with the button that sends it. */
function Preview({ giving }: { giving: Giving }) {
  const { picture, lacksUnit, missing } = giving
  if (lacksUnit || missing.length > 0) return null
  return (
    <View className="mt5">
      <View className="b">{`${giving.elder?.called ?? ''}在聊天里看到的`}</View>
      <View className="give__frame mt2">
        {picture ? (
          <Image className="give__pic" src={picture} mode="aspectFit" aria-role="img" aria-label="卡片上的大字图" />
        ) : (
          <View className="give__pic" aria-role="progressbar" aria-label="正在画卡片">
            <View className="ctr i2 give__wait">正在画卡片…</View>
          </View>
        )}
      </View>
    </View>
  )
}
