import { View } from '@tarojs/components'
import { calendar } from '@core/domain/times'
import { ColourTag, Ticket } from '@/parts'
import { figure } from '@/parts/figures'
import { go } from '@/device'
import { Card, Link, ListRow, Notice, SectionTitle } from '@/ui'
import { kindWords, type TeamPage, type TeamSheet } from './team'

interface TeamBodyProps {
  team: TeamPage
  now: number
  onSheet: (sheet: TeamSheet) => void
}

/** Who the team is, what it has done, and what comes next. */
export function TeamBody({ team, now, onSheet }: TeamBodyProps) {
  return (
    <>
      <ColourTag colour={team.colour} team={`${kindWords[team.kind]} · ${team.communityName}`} />
      <View className="head mt1" aria-role="heading">
        {team.name}
      </View>
      {team.intro && <View className="i2 mt2">{team.intro}</View>}
      <Figures team={team} />
      {team.canManage && <LeaderRows team={team} onSheet={onSheet} />}
      {team.mine === 'applied' && (
        <View className="mt4">
          <Notice tone="info" icon="hourglass" action={<Link onTap={() => onSheet('leave')}>收回申请</Link>}>
            申请交上去了，队长回话后会告诉您
          </Notice>
        </View>
      )}
      <SectionTitle>接下来</SectionTitle>
      {team.next.length > 0 ? (
        <View className="cards">
          {team.next.map((card) => (
            <Ticket key={card.id} card={card} now={now} withDay onTap={() => void go.activity(card.id)} />
          ))}
        </View>
      ) : (
        <View className="i2">还没定下一场。加入队伍，有了新活动先告诉您。</View>
      )}
      <PastRows team={team} now={now} />
      {team.mine === 'member' && (
        <View className="mt6 row">
          <Link plain onTap={() => onSheet('leave')}>
            退出这支队伍
          </Link>
        </View>
      )}
    </>
  )
}

function Figures({ team }: { team: TeamPage }) {
  const figures = [
    { n: team.done.activities, words: '今年办的活动' },
    { n: team.done.people, words: '人次来过' },
    { n: team.members, words: '位志愿者' },
  ]
  return (
    <View className="figures mt5">
      {figures.map(({ n, words }) => (
        <View key={words} className="figures__i" aria-role="text" aria-label={`${words}，${n}`}>
          <View className={`figures__n ink--${team.colour}`}>{figure(n)}</View>
          <View className="caption i2">{words}</View>
        </View>
      ))}
    </View>
  )
}

function LeaderRows({ team, onSheet }: { team: TeamPage; onSheet: (sheet: TeamSheet) => void }) {
  const waiting = team.applications > 0 ? `${team.applications} 人想加入` : `${figure(team.members)} 人`
  return (
    <View className="mt5">
      <Card kind="rows">
        <ListRow
          first
          title="队员"
          trail={<View className={team.applications > 0 ? 'small b wa' : 'small i2'}>{waiting}</View>}
          onTap={() => void go.members(team.id)}
          name={`队员，${waiting}`}
        />
        <ListRow title="修改介绍" onTap={() => onSheet('edit')} name="修改队伍的名字、介绍和电话" />
        <ListRow title="发一个活动" onTap={() => void go.publish({ team: team.id })} name="发一个活动" />
      </Card>
    </View>
  )
}

function PastRows({ team, now }: { team: TeamPage; now: number }) {
  if (team.past.length === 0) return null
  const thisYear = calendar(now).year
  return (
    <>
      <SectionTitle say={team.done.activities > 0 ? `今年 ${figure(team.done.activities)} 件` : undefined}>
        做过的事
      </SectionTitle>
      <Card kind="rows">
        {team.past.map((card, index) => {
          const { year, month, date } = calendar(card.startsAt)
          const when = year === thisYear ? `${month} 月 ${date} 日` : `${year} 年 ${month} 月`
          const came = card.state === 'cancelled' ? '没办成' : `${figure(card.taken)} 人来过`
          return (
            <ListRow
              key={card.id}
              first={index === 0}
              title={card.title}
              say={`${when} · ${came}`}
              onTap={() => void go.activity(card.id)}
              name={`${card.title}，${when}，${came}`}
            />
          )
        })}
      </Card>
    </>
  )
}
