import { View } from '@tarojs/components'
import type { CaseCard, CaseView, OutputOf, actions } from '@core/contract'
import { callPhone, go } from '@/device'
import { CaseTicket } from '@/parts/case'
import { BigButton, Card, ListRow, Notice, SectionTitle, Tile } from '@/ui'
import type { Way } from './ways'

type Matches = OutputOf<typeof actions.matches>

/** So many that came back are shown, the last ones. */
const mostReturns = 2

/** Who sent it back before, and why; nothing of it is forgotten when it goes out again. */
export function Returns({ steps }: Pick<CaseView, 'steps'>) {
  const back = steps.filter(({ move }) => move === 'decline' || move === 'giveBack' || move === 'reopen')
  if (back.length === 0) return null
  return (
    <View className="mt3">
      <Notice tone="warn" icon="info">
        {back.slice(-mostReturns).map(({ turn, move, who, words }) => (
          <View key={turn}>
            {who}
            {move === 'reopen' ? '说还没好' : '退回来了'}
            {words && `：${words}`}
          </View>
        ))}
      </Notice>
    </View>
  )
}

/** Standing projects and things lent that fit; to know of and to ring up for. */
export function AlsoThere({ projects, resources }: Pick<Matches, 'projects' | 'resources'>) {
  if (projects.length + resources.length === 0) return null
  return (
    <>
      <SectionTitle>清单里还有</SectionTitle>
      <Card kind="rows">
        {projects.map(({ id, title, team, why }, index) => (
          <ListRow
            key={id}
            first={index === 0}
            lead={<Tile icon="calendar" />}
            title={title}
            say={[team, ...why].join('，')}
          />
        ))}
        {resources.map(({ id, title, partner, phone, why }, index) => (
          <ListRow
            key={id}
            first={index === 0 && projects.length === 0}
            lead={<Tile icon="list" />}
            title={title}
            say={[partner, ...why].join('，')}
            trail={phone && <Tile icon="phone" onTap={() => void callPhone(phone)} name={`打给${partner}`} />}
          />
        ))}
      </Card>
    </>
  )
}

interface SameThingProps {
  cards: readonly CaseCard[]
  now: number
  busy: boolean
  onMerge: (card: CaseCard) => void
}

/** Open ones that may be the same thing: this one goes into the one that was there, and its asker follows it. */
export function SameThing({ cards, now, busy, onMerge }: SameThingProps) {
  if (cards.length === 0) return null
  return (
    <>
      <SectionTitle say={`${cards.length} 件`}>也许是同一件事</SectionTitle>
      <View className="cards">
        {cards.map((card) => (
          <CaseTicket
            key={card.id}
            card={card}
            now={now}
            onTap={() => void go.case(card.id)}
            foot={
              <BigButton
                variant="quiet"
                size="small"
                disabled={busy}
                onTap={() => onMerge(card)}
                name={`合到「${card.title}」`}
              >
                合到这一件
              </BigButton>
            }
          />
        ))}
      </View>
    </>
  )
}

/** What else can be done with it. */
export function OtherWays({ ways, onTap }: { ways: readonly Way[]; onTap: (way: Way) => void }) {
  if (ways.length === 0) return null
  return (
    <>
      <SectionTitle>别的办法</SectionTitle>
      <Card kind="rows">
        {ways.map((way, index) => (
          <ListRow
            key={way.move}
            first={index === 0}
            lead={<Tile icon={way.icon} />}
            title={way.title}
            say={way.say}
            onTap={() => onTap(way)}
            name={`${way.title}，${way.say}`}
          />
        ))}
      </Card>
    </>
  )
}
