import './index.scss'
import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useInfiniteAction, useMe } from '@/client'
import { go, keepPrivate, useNow, useParam, usePulled, useShown } from '@/device'
import { Asked } from '@/parts/Asked'
import { ActionBar, BarSmall, BigButton, Chip, Chips, Empty, Link, Page, SectionTitle } from '@/ui'
import { CaseList } from '../../card/CaseList'
import { DeskCard } from '../../card/DeskCard'
import { desksOf } from '@/parts/desks-of'
import { CompoundMap } from './CompoundMap'
import { Head } from './Head'
import { quickKeys } from '../../card/quick-keys'

const views = [
  { which: 'ours', word: '我们的' },
  { which: 'overdue', word: '过期' },
  { which: 'away', word: '已派出' },
  { which: 'open', word: '待认领' },
  { which: 'followUp', word: '待回访' },
  { which: 'ask', word: '待问' },
  { which: 'all', word: '全部' },
] as const
type Which = (typeof views)[number]['which']

/** 社区事务台: what the community and its grid workers have in hand, the late ones first. */
export default function Inbox() {
  const asked = useParam('community')
  const me = useMe()
  const [chosen, setChosen] = useState(asked)
  useShown(keepPrivate)
  const desks = me.data ? desksOf(me.data) : []
  const desk = desks.find(({ id }) => id === chosen) ?? desks[0]
  return (
    <Page
      busy={me.loading}
      bar={
        desk && (
          <ActionBar small={<BarSmall icon="list" label="清单" onTap={() => void go.lists(desk.id)} />}>
            <BigButton grow icon="phone" onTap={() => void go.enterCase(desk.id)}>
              电话登记
            </BigButton>
          </ActionBar>
        )
      }
    >
      <Asked asking={me}>
        {() =>
          desk ? (
            <>
              {desks.length > 1 && (
                <View className="mt2">
                  <Chips name="看哪个社区">
                    {desks.map(({ id, name }) => (
                      <Chip key={id} on={id === desk.id} onTap={() => setChosen(id)} name={name}>
                        {name}
                      </Chip>
                    ))}
                  </Chips>
                </View>
              )}
              <InboxOf key={desk.id} communityId={desk.id} name={desk.name} />
            </>
          ) : (
            <Empty drawing="no-signup" title="这里给社区工作者和网格员用" say="您自己提的事，在「心愿」里看。" />
          )
        }
      </Asked>
    </Page>
  )
}

function InboxOf({ communityId, name }: { communityId: string; name: string }) {
  const now = useNow()
  const [which, setWhich] = useState<Which>('ours')
  const [compoundId, setCompoundId] = useState<string | null>(null)
  const [isMapOpen, setMapOpen] = useState(false)
  const list = useInfiniteAction(
    actions.inboxCases,
    { communityId, which, compoundId },
    { holdPrevious: true, fresh: 5_000 },
  )
  usePulled(list.again)
  return (
    <Asked asking={list}>
      {({ counts, compounds }) => {
        const compound = compounds.find(({ id }) => id === compoundId)
        const view = views.find((each) => each.which === which)
        return (
          <>
            <Head communityId={communityId} counts={counts} now={now} onOverdue={() => setWhich('overdue')} />
            <View className="mt3">
              <Chips name="看哪些">
                {views.map(({ which: each, word }) => {
                  const count = counts && each !== 'all' ? counts[each] : null
                  return (
                    <Chip
                      key={each}
                      on={each === which}
                      onTap={() => setWhich(each)}
                      name={count === null ? word : `${word}，${count} 件`}
                    >
                      {count === null ? word : `${word} ${count}`}
                    </Chip>
                  )
                })}
              </Chips>
            </View>
            <SectionTitle
              link={
                compounds.length > 1
                  ? {
                      label: isMapOpen ? '收起小区' : '看小区',
                      name: isMapOpen ? '收起小区' : `看小区，${compounds.length} 个`,
                      onTap: () => setMapOpen(!isMapOpen),
                    }
                  : undefined
              }
            >
              {compound?.name ?? name}
            </SectionTitle>
            {isMapOpen && <CompoundMap compounds={compounds} value={compoundId} onChange={setCompoundId} />}
            {compound && (
              <View className="row">
                <Link icon="close" onTap={() => setCompoundId(null)}>
                  只看{compound.name}，点一下看全部
                </Link>
              </View>
            )}
            {list.items.length === 0 ? (
              <Nothing which={which} word={view?.word ?? ''} onAll={() => setWhich('all')} />
            ) : (
              <View className={isMapOpen ? 'mt4 col' : 'col'}>
                <CaseList
                  list={list}
                  of={`${which} ${compoundId ?? ''}`}
                  draw={(card) => (
                    <DeskCard key={card.id} card={card} now={now}>
                      {quickKeys(card)}
                    </DeskCard>
                  )}
                />
              </View>
            )}
          </>
        )
      }}
    </Asked>
  )
}

function Nothing({ which, word, onAll }: { which: Which; word: string; onAll: () => void }) {
  if (which === 'all') {
    return <Empty drawing="all-done" title="没有正在办的事" say={'有人打电话来，\n点「电话登记」替他记下。'} />
  }
  const title = which === 'ours' ? '手上没有等我们办的' : `没有「${word}」的`
  return (
    <Empty
      drawing="all-done"
      title={title}
      say="往下拉一拉，看看有没有新的。"
      action={{ label: '看全部', onTap: onAll }}
    />
  )
}
