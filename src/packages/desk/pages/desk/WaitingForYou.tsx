import { View } from '@tarojs/components'
import type { ActivityCard, Me, OutputOf, desk } from '@core/contract'
import { useState } from 'react'
import { go } from '@/device'
import { Sense, nearMoment } from '@/parts'
import { Card, Icon, ListRow, Notice, SectionTitle, Sheet, type IconName } from '@/ui'

type Desk = OutputOf<typeof desk>

interface WaitingForYouProps {
  desk: Desk
  /** The team looked at; null is all of hers. */
  teamId: string | null
  now: number
}

interface Task {
  key: string
  tone: 'warn' | 'info' | 'success'
  icon: IconName
  title: string
  say: string
  onTap: () => void
}

/** What only the leader can do: answer those who ask, be the second person, finish drafts, see to long waiting lists. */
export function WaitingForYou({ desk, teamId, now }: WaitingForYouProps) {
  const [choosing, setChoosing] = useState(false)
  const only = teamId ?? (desk.teams.length === 1 ? desk.teams[0]?.id : undefined)
  const tasks: Task[] = [
    ...callsOf(desk),
    ...(desk.applications > 0
      ? [
          {
            key: 'applications',
            tone: 'warn' as const,
            icon: 'people' as const,
            title: `${desk.applications} 人想加入队伍`,
            say: '等您一句话',
            onTap: () => (only ? void go.members(only) : setChoosing(true)),
          },
        ]
      : []),
    ...unsettledOf(desk, now),
    ...unwrittenOf(desk, now),
    ...askedOf(desk),
    ...claimsOf(desk),
    ...correctionsOf(desk),
    ...desk.coming.filter((card) => card.waiting > 0 && card.state !== 'cancelled').map((card) => lineOf(card, now)),
    ...desk.drafts.map(draftOf),
  ]
  return (
    <>
      <SectionTitle say={tasks.length > 0 ? `${tasks.length} 件` : undefined}>等您办</SectionTitle>
      {tasks.length === 0 && (
        <Notice tone="success" icon="check">
          都办好了，没有等您的事
        </Notice>
      )}
      {tasks.length > 0 && (
        <Card kind="rows">
          {tasks.map(({ key, tone, icon, title, say, onTap }, index) => (
            <ListRow
              key={key}
              first={index === 0}
              lead={
                <View className={`ic ic--${tone}`} aria-hidden>
                  <Icon name={icon} size={22} />
                </View>
              }
              title={<Sense className="" text={title} />}
              say={<Sense className="" text={say} />}
              onTap={onTap}
              name={`${title}，${say}`}
            />
          ))}
        </Card>
      )}
      {choosing && <WhichTeam teams={desk.teams} onClose={() => setChoosing(false)} />}
    </>
  )
}

/** So long after the end the leader is asked to settle and to write up, ms; and for so many at once. */
const remindsFor = 30 * 24 * 3_600_000
const mostAtOnce = 3

const recent = ({ past }: Desk, now: number) =>
  past.filter((card) => card.state !== 'cancelled' && card.taken > 0 && card.endsAt > now - remindsFor)

const unsettledOf = (desk: Desk, now: number): Task[] =>
  recent(desk, now)
    .filter((card) => card.settledAt === null)
    .slice(0, mostAtOnce)
    .map(({ id, title, taken, endsAt }) => ({
      key: `settle-${id}`,
      tone: 'warn',
      icon: 'clock',
      title: `${title}：${taken} 位还没确认时长`,
      say: `${nearMoment(endsAt, now)} 散的，谁来了、帮了多久，由您定`,
      onTap: () => void go.settle(id),
    }))

const unwrittenOf = (desk: Desk, now: number): Task[] =>
  recent(desk, now)
    .filter((card) => card.hasRecap === false)
    .slice(0, mostAtOnce)
    .map(({ id, title }) => ({
      key: `recap-${id}`,
      tone: 'info',
      icon: 'camera',
      title: `${title}：还没写总结`,
      say: '做了什么，谢谢谁，放几张照片',
      onTap: () => void go.writeRecap(id),
    }))

/** The cloud counts no further. */
const mostCounted = 100
const counted = (many: number) => (many < mostCounted ? String(many) : `${mostCounted} 多`)

function askedOf({ asked, askedIn, coming }: Desk): Task[] {
  const soonest = coming.find(({ id }) => id === askedIn)
  if (!soonest) return []
  const { id, title } = soonest
  return [
    {
      key: 'asked',
      tone: 'warn',
      icon: 'people',
      title: `${counted(asked)} 人等您点头`,
      say: `先看「${title}」`,
      onTap: () => void go.roster(id, 'asked'),
    },
  ]
}

const claimsOf = ({ claims }: Desk): Task[] =>
  claims === 0
    ? []
    : [
        {
          key: 'claims',
          tone: 'warn',
          icon: 'person',
          title: `认领登记：${counted(claims)} 位`,
          say: '说登记的是本人，请您认一认',
          onTap: () => void go.claims(),
        },
      ]

const correctionsOf = ({ corrections }: Desk): Task[] =>
  corrections === 0
    ? []
    : [
        {
          key: 'corrections',
          tone: 'warn',
          icon: 'clock',
          title: `更正时长：${counted(corrections)} 件`,
          say: '要第二个人点头，等您看一眼',
          onTap: () => void go.corrections(),
        },
      ]

const callsOf = ({ calls, callsIn }: Desk): Task[] =>
  calls === 0 || callsIn === null
    ? []
    : [
        {
          key: 'calls',
          tone: 'warn',
          icon: 'phone',
          title: `要打的电话：${counted(calls)} 位`,
          say: '活动有变动，微信没通知到，等您打个电话',
          onTap: () => void go.calls(callsIn),
        },
      ]

const lineOf = (card: ActivityCard, now: number): Task => ({
  key: `line-${card.id}`,
  tone: 'info',
  icon: 'hourglass',
  title: `${card.waiting} 人在候补：${card.title}`,
  say: `${nearMoment(card.startsAt, now)}，坐得下就加几席`,
  onTap: () => void go.roster(card.id),
})

const draftOf = (card: ActivityCard): Task => ({
  key: `draft-${card.id}`,
  tone: 'success',
  icon: 'edit',
  title: `草稿：${card.title}`,
  say: '还没发出去，接着填',
  onTap: () => void go.publish({ id: card.id }),
})

function WhichTeam({ teams, onClose }: { teams: Me['leads']; onClose: () => void }) {
  return (
    <Sheet title="看哪支队伍" onClose={onClose}>
      {teams.map((team, index) => (
        <ListRow
          key={team.id}
          first={index === 0}
          title={team.name}
          onTap={() => {
            onClose()
            void go.members(team.id)
          }}
          name={team.name}
        />
      ))}
    </Sheet>
  )
}
