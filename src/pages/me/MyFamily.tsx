import type { ActivityCard, Dependent } from '@core/contract'
import { go } from '@/device'
import { faceOf, nearMoment, ourParts, ourStart } from '@/parts'
import { Avatar, Card, ListRow, SectionTitle } from '@/ui'

interface MyFamilyProps {
  people: readonly Dependent[]
  coming: readonly ActivityCard[]
  now: number
}

const partOf = (card: ActivityCard, personId: string) => ourParts(card).filter(({ id }) => id === personId)

/** 女儿、柳湾社区: those who help whoever holds the phone. */
const helpersOf = ({ keepers, station }: Dependent) =>
  [...keepers.filter(({ isMe }) => !isMe).map(({ as, name }) => as || name), station].filter(Boolean).join('、') ||
  '现在没有别人'

/** Those she signs up, each with what is next for her. */
export function MyFamily({ people, coming, now }: MyFamilyProps) {
  if (people.length === 0) return null
  return (
    <>
      <SectionTitle link={{ label: '都看看', name: '我的家人', onTap: () => void go.family() }}>我的家人</SectionTitle>
      <Card kind="rows">
        {people.map((each, index) => {
          const next = coming.find((card) => card.ours.some(({ id, mine }) => id === each.id && mine.state === 'in'))
          const say = each.isSelf
            ? helpersOf(each)
            : next
              ? `${nearMoment(ourStart(next, partOf(next, each.id), next.ourUnits), now)} ${next.title}`
              : '这阵子没有报名'
          const title = each.isSelf ? '谁在帮我' : each.called === each.name ? each.name : `${each.called} ${each.name}`
          return (
            <ListRow
              key={each.id}
              first={index === 0}
              lead={<Avatar face={faceOf(each.called)} />}
              title={title}
              say={say}
              onTap={() => void (each.isSelf ? go.family() : go.relative(each.id))}
              name={`${title}，${say}`}
            />
          )
        })}
      </Card>
    </>
  )
}
