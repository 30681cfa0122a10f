import { View } from '@tarojs/components'
import { actions, type Dependent } from '@core/contract'
import { dayWords } from '@core/domain/times'
import { useEffect, useState } from 'react'
import { useDo } from '@/client'
import { go, pathTo, useShare } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { faceOf } from '@/parts'
import { sharePicture } from '@/parts/share/pictures'
import { Avatar, BigButton, Card, ListRow, SectionTitle, Tile } from '@/ui'

/** Who keeps her, and a card by which another of the family can do so too. */
export function KeepersCard({ known, now }: { known: Dependent; now: number }) {
  const { run, trouble } = useDo(actions.inviteKeeper)
  const [token, setToken] = useState('')
  // The card has to be ready when WeChat asks for it, so the token is fetched before anybody taps.
  useEffect(() => {
    void run({ id: known.id }).then((answer) => answer?.ok && setToken(answer.data.token))
  }, [run, known.id])
  useShare(() => ({
    title: '请您一起照管一位家人的报名',
    path: token ? pathTo('keep', { token }) : undefined,
    imageUrl: sharePicture,
  }))
  return (
    <>
      {known.kind !== 'child' && (
        <View className="mt5">
          <Card kind="rows">
            <ListRow
              first
              lead={<Tile icon="star" />}
              title="志愿时长"
              onTap={() => void go.hours(known.id)}
              name={`${known.called}的志愿时长`}
            />
          </Card>
        </View>
      )}
      <SectionTitle>谁在照管</SectionTitle>
      <Card kind="rows">
        {known.keepers.map((keeper, index) => (
          <ListRow
            key={`${keeper.name}${keeper.since}`}
            first={index === 0}
            lead={<Avatar face={faceOf(keeper.name)} />}
            title={keeper.isMe ? '您' : keeper.name}
            say={`${dayWords(keeper.since, now)}起`}
          />
        ))}
      </Card>
      <View className="mt3">
        <BigButton variant="quiet" icon="share" openType="share" disabled={!token}>
          请另一位家人一起照管
        </BigButton>
        <View className="small i2 ctr mt2">发给他，三天内点开有效，只能用一次</View>
      </View>
      <View className="mt2">
        <TroubleNotice trouble={trouble} />
      </View>
    </>
  )
}
