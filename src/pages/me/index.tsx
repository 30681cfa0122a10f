import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Me as Person } from '@core/contract'
import { useAction, useMe } from '@/client'
import { go, useNow, usePulled } from '@/device'
import { areAll, countOf } from '@/parts'
import { Asked } from '@/parts/Asked'
import { Card, ListRow, NavBar, Page, SectionTitle, TeamShape } from '@/ui'
import { DoorRows } from './DoorRows'
import { Greeting } from './Greeting'
import { MeSkeleton } from './MeSkeleton'
import { Figures } from './Figures'
import { Given } from './Given'
import { MyFamily } from './MyFamily'

export default function Me() {
  const asking = useMe()
  const signups = useAction(
    actions.myActivities,
    { which: 'coming' },
    { enabled: asking.data?.hasProfile === true, keep: 'coming' },
  )
  const isKnown = asking.data?.hasProfile === true
  // An elder's own account may have no profile, and yet be kept by somebody.
  const family = useAction(actions.family, {}, { enabled: asking.data !== undefined, keep: 'family' })
  const hours = useAction(actions.myHours, {}, { enabled: isKnown })
  usePulled(() => Promise.all([asking.again(), family.again(), ...(isKnown ? [signups.again(), hours.again()] : [])]))
  const now = useNow()
  const signed = signups.data?.items
  const coming = signed && countOf(signed.filter((card) => !areAll(card, 'waiting') && !areAll(card, 'asked')))
  const waiting = signed && countOf(signed.filter((card) => areAll(card, 'waiting')))

  return (
    <Page nav={<NavBar />} busy={asking.loading}>
      <Asked asking={asking} waiting={<MeSkeleton />}>
        {(me) => (
          <>
            <Greeting me={me} />
            {me.hasProfile &&
              (hours.data && hours.data.total > 0 ? (
                <Given hours={hours.data} />
              ) : (
                <Figures coming={coming} waiting={waiting} teams={teamsOf(me).length} />
              ))}
            <MyFamily people={family.data?.items ?? []} coming={signups.data?.items ?? []} now={now} />
            <MyTeams me={me} />
            <DoorRows me={me} coming={coming} waiting={waiting} hasFamily={(family.data?.items.length ?? 0) > 0} />
          </>
        )}
      </Asked>
    </Page>
  )
}

/** The teams she leads first, then those she is in; each once. */
function teamsOf(me: Person) {
  const led = new Set(me.leads.map((team) => team.id))
  return [...me.leads, ...me.memberOf.filter((team) => !led.has(team.id))]
}

function MyTeams({ me }: { me: Person }) {
  const teams = teamsOf(me)
  if (teams.length === 0) return null
  const led = new Set(me.leads.map((team) => team.id))
  return (
    <>
      <SectionTitle link={{ label: '看看别的', name: '看看别的队伍', onTap: () => void go.teams() }}>
        我的队伍
      </SectionTitle>
      <Card kind="rows">
        {teams.map((team, index) => {
          const part = led.has(team.id) ? '您是队长' : '您是队员'
          return (
            <ListRow
              key={team.id}
              first={index === 0}
              lead={
                <View className={`ic tint--${team.colour}`}>
                  <TeamShape colour={team.colour} size={24} />
                </View>
              }
              title={team.name}
              say={part}
              onTap={() => void go.team(team.id)}
              name={`${team.name}，${part}`}
            />
          )
        })}
      </Card>
    </>
  )
}
