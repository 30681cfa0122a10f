import { View } from '@tarojs/components'
import { actions, refuse, sentence, type Me, type OutputOf } from '@core/contract'
import { useEffect, useState } from 'react'
import { useAction, useMe } from '@/client'
import { keepPrivate } from '@/device'
import { Asked } from '@/parts/Asked'
import { BigButton, Card, ListRow, Notice, Page, SectionTitle } from '@/ui'
import { EraseSheet } from './EraseSheet'

/** What is kept about her, in numbers; what has to stay, and why; and the way to have all of it deleted. */
export default function MyData() {
  const asking = useAction(actions.myData, {})
  const me = useMe()
  const [isErasing, setErasing] = useState(false)
  useEffect(keepPrivate, [])
  return (
    <Page
      busy={asking.loading}
      over={isErasing && asking.data && <EraseSheet stays={asking.data.stays} onClose={() => setErasing(false)} />}
    >
      <Asked asking={asking}>
        {(data) => (
          <>
            <Kept items={data.items} />
            <Stays stays={data.stays} />
            <SectionTitle>不想用了</SectionTitle>
            <View className="i2">
              把您的资料都删掉，回到没来过的样子。要去的活动会替您退掉座位，只有您照管的家人，资料也一起删掉。
            </View>
            <WayOut data={data} me={me.data} onErase={() => setErasing(true)} />
          </>
        )}
      </Asked>
    </Page>
  )
}

type Data = OutputOf<typeof actions.myData>

function Kept({ items }: { items: Data['items'] }) {
  const some = items.filter(({ count }) => count > 0)
  return (
    <>
      <SectionTitle first>我们记着</SectionTitle>
      {some.length === 0 ? (
        <View className="i2">现在没有记着您什么。</View>
      ) : (
        <Card kind="rows">
          {some.map(({ what, count, unit }, index) => (
            <ListRow
              key={what}
              first={index === 0}
              title={what}
              trail={<View className="b">{`${count} ${unit}`}</View>}
            />
          ))}
        </Card>
      )}
    </>
  )
}

/** What outlives her account, each with its reason. */
function Stays({ stays }: { stays: Data['stays'] }) {
  if (stays.length === 0) return null
  return (
    <>
      <SectionTitle>注销以后还要留的</SectionTitle>
      <Card kind="rows">
        {stays.map(({ what, why }, index) => (
          <ListRow key={what} first={index === 0} title={what} say={why} />
        ))}
      </Card>
    </>
  )
}

/** The button, or what has to be settled before. */
function WayOut({ data, me, onErase }: { data: Data; me: Me | undefined; onErase: () => void }) {
  const team = data.leads[0]
  const no = team
    ? sentence(refuse('people.still_leads', { team }))
    : (me?.roles.staffOf.length ?? 0) > 0
      ? sentence(refuse('people.works_here'))
      : null
  if (no) {
    return (
      <View className="mt4">
        <Notice tone="warn" icon="info" title={no.why}>
          {no.next}
        </Notice>
      </View>
    )
  }
  return (
    <View className="mt4">
      <BigButton variant="line" onTap={onErase}>
        注销
      </BigButton>
    </View>
  )
}
