import './index.scss'
import { View } from '@tarojs/components'
import { actions, type CaseCard, type Me } from '@core/contract'
import { fifteenMinutes } from '@core/domain/walk'
import { serviceOf } from '@core/services/cases'
import { useEffect, useState } from 'react'
import { useInfiniteAction, useMe, useWhere } from '@/client'
import { go, keepPrivate, recall, remember, useEndReached, useNow, usePulled } from '@/device'
import { LongList } from '@/parts'
import { Asked } from '@/parts/Asked'
import { SwitchRow } from '@/parts/SwitchRow'
import { CaseSkeleton, CaseTicket, ListFoot } from '@/parts/case'
import { Card, ChoiceField, Chip, Chips, Empty, Page } from '@/ui'
import { walkWords } from './walk-words'

type Which = 'open' | 'mine'

const views = [
  { which: 'open', word: '等人接的' },
  { which: 'mine', word: '我接下的' },
] as const

/** 帮帮邻居: what waits for neighbours to take it, nearest first; and what she took. */
export default function Near() {
  const me = useMe()
  const where = useWhere()
  const communityId = where.communityId ?? me.data?.communityId ?? null
  useEffect(keepPrivate, [])
  return (
    <Page busy={me.loading}>
      <Asked asking={me} waiting={<CaseSkeleton />}>
        {({ hasProfile }) =>
          communityId === null || !hasProfile ? (
            <Empty
              drawing="no-signup"
              title="先说一声怎么称呼您"
              say={'写下称呼和住在哪个社区，\n就能看到附近等人帮的事。'}
              action={{ label: '写一下', onTap: () => void go.profile() }}
            />
          ) : (
            <NearIn
              key={communityId}
              communityId={communityId}
              inTeams={me.data?.memberOf.length ?? 0}
              compounds={me.data?.communities.find(({ id }) => id === communityId)?.compounds ?? []}
            />
          )
        }
      </Asked>
    </Page>
  )
}

interface NearInProps {
  communityId: string
  inTeams: number
  compounds: Me['communities'][number]['compounds']
}

/** Where she said she sets out from, by community; kept on this phone alone. */
const keptUnder = (communityId: string) => `near-from:${communityId}`

function NearIn({ communityId, inTeams, compounds }: NearInProps) {
  const now = useNow()
  const [which, setWhich] = useState<Which>('open')
  const [isTeams, setTeams] = useState(false)
  const [isNear, setNear] = useState(false)
  const [from, setFrom] = useState(() => recall<string>(keptUnder(communityId)) ?? '')
  const compoundId = compounds.some(({ id }) => id === from) ? from : null
  const list = useInfiniteAction(actions.nearCases, {
    ...{ communityId, which, compoundId },
    isTeams: which === 'open' && isTeams,
  })
  const setOut = (id: string) => {
    setFrom(id)
    remember(keptUnder(communityId), id)
  }
  usePulled(list.again)
  useEndReached(list.more)
  const isNarrowed = which === 'open' && isNear && compoundId !== null
  const items = isNarrowed ? list.items.filter(({ metres }) => (metres ?? Infinity) <= fifteenMinutes) : list.items
  return (
    <>
      <View className="head mt2">
        <View className="nb">顺手的事，</View>
        <View className="nb">帮邻居一把</View>
      </View>
      <View className="mt4">
        <Chips name="看哪些">
          {views.map(({ which: each, word }) => (
            <Chip key={each} on={each === which} onTap={() => setWhich(each)} name={word}>
              {word}
            </Chip>
          ))}
        </Chips>
      </View>
      {compounds.length > 0 && (
        <View className="mt3">
          <ChoiceField
            label="从哪儿走"
            hint="选一下小区，近的排前面"
            options={compounds.map(({ name }) => name)}
            value={compounds.findIndex(({ id }) => id === compoundId)}
            onChange={(at) => setOut(compounds[at]?.id ?? '')}
          />
        </View>
      )}
      {which === 'open' && (inTeams > 0 || compoundId !== null) && (
        <Card kind="rows" className="mt4">
          {compoundId !== null && <SwitchRow first title="只看走 15 分钟就到的" on={isNear} onChange={setNear} />}
          {inTeams > 0 && (
            <SwitchRow first={compoundId === null} title="只看我们队会做的" on={isTeams} onChange={setTeams} />
          )}
        </Card>
      )}
      <View className="mt4 near">
        <Asked asking={list} waiting={<CaseSkeleton />}>
          {() =>
            items.length === 0 ? (
              <Nothing
                which={which}
                isNarrowed={isTeams || isNarrowed}
                onAll={() => {
                  setWhich('open')
                  setTeams(false)
                  setNear(false)
                }}
              />
            ) : (
              <>
                <LongList
                  key={`${which} ${String(isTeams)} ${String(isNarrowed)}`}
                  rows={items}
                  rowHeight={150}
                  draw={(rows) => (
                    <View className="cards near__block">
                      {rows.map((card) => (
                        <NearCard key={card.id} card={card} now={now} />
                      ))}
                    </View>
                  )}
                />
                <ListFoot list={list} all={which === 'open' ? '等人接的都在这里了' : '接下的都在这里了'} />
              </>
            )
          }
        </Asked>
      </View>
    </>
  )
}

function NearCard({ card, now }: { card: CaseCard; now: number }) {
  const walk = walkWords(card.metres)
  return (
    <CaseTicket
      card={card}
      now={now}
      service={serviceOf(card.service)}
      head={walk && <View className="caption i2">{walk}</View>}
      onTap={() => void go.case(card.id)}
    />
  )
}

function Nothing({ which, isNarrowed, onAll }: { which: Which; isNarrowed: boolean; onAll: () => void }) {
  if (which === 'mine') {
    return (
      <Empty
        drawing="no-signup"
        title="您还没有接下什么"
        say={'看看附近有没有顺手的，\n一件小事也是帮忙。'}
        action={{ label: '看等人接的', onTap: onAll }}
      />
    )
  }
  if (isNarrowed) {
    return (
      <Empty
        drawing="all-done"
        title="这样挑，一件也没有"
        say={'远一点的、别的事，\n也许也帮得上。'}
        action={{ label: '看全部', onTap: onAll }}
      />
    )
  }
  return (
    <Empty
      drawing="all-done"
      title="这会儿没有等人接的"
      say={'邻居的事都有人管着，\n过一阵再来看看。'}
      action={{ label: '看看大家的心愿', onTap: () => void go.wishes() }}
    />
  )
}
