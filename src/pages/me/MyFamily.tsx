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

/** Those she signs up, each with what is next for her. */
export function MyFamily({ people, coming, now }: MyFamilyProps) {
  if (people.length === 0) return null
  return (
    <>
      <SectionTitle link={{ label: '都看看', name: '我的家人', onTap: () => void go.family() }}>我的家人</SectionTitle>
      <Card kind="rows">
        {people.map((each, index) => {
          const next = coming.find((card) => card.ours.some(({ id, mine }) => id === each.id && mine.state === 'in'))
          const say = next
            ? `${nearMoment(ourStart(next, partOf(next, each.id), next.ourUnits), now)} ${next.title}`
            : '这阵子没有报名'
          return (
            <ListRow
              key={each.id}
              first={index === 0}
              lead={<Avatar face={faceOf(each.called)} />}
              title={each.called === each.name ? each.name : `${each.called} ${each.name}`}
              say={say}
              onTap={() => void go.relative(each.id)}
              name={`${each.called}，${each.name}，${say}`}
            />
          )
        })}
      </Card>
    </>
  )
}
