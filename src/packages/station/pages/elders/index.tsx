import { View } from '@tarojs/components'
import { actions, type Elder } from '@core/contract'
import { useEffect, useState } from 'react'
import { useInfiniteAction, useMe } from '@/client'
import { go, keepPrivate, useEndReached, usePulled } from '@/device'
import { LongList, Sense, faceOf } from '@/parts'
import { Asked } from '@/parts/Asked'
import { ActionBar, Avatar, BigButton, Card, Chip, Chips, Empty, Link, ListRow, Page, TextField } from '@/ui'
import { aboutWords, keptWords } from '../../words'

/** Asks once she pauses, not at every letter. */
const pauseMs = 400

/** The elders of a community, for those who work for it. */
export default function Elders() {
  const me = useMe()
  const [chosen, setChosen] = useState('')
  useEffect(keepPrivate, [])
  const staffOf = me.data?.roles.staffOf ?? []
  const communities = (me.data?.communities ?? []).filter(({ id }) => staffOf.includes(id))
  const community = communities.find(({ id }) => id === chosen) ?? communities[0]
  return (
    <Page
      busy={me.loading}
      bar={
        community && (
          <ActionBar>
            <BigButton grow icon="plus" onTap={() => void go.enterElder(community.id)}>
              上门登记
            </BigButton>
          </ActionBar>
        )
      }
    >
      <Asked asking={me}>
        {() =>
          community ? (
            <>
              {communities.length > 1 && (
                <View className="mt2">
                  <Chips name="看哪个社区">
                    {communities.map(({ id, name }) => (
                      <Chip key={id} on={id === community.id} onTap={() => setChosen(id)} name={name}>
                        {name}
                      </Chip>
                    ))}
                  </Chips>
                </View>
              )}
              <EldersOf key={community.id} communityId={community.id} />
            </>
          ) : (
            <Empty drawing="no-signup" title="这里给社区工作者用" say="您照管的家人，在「我的家人」里。" />
          )
        }
      </Asked>
    </Page>
  )
}

function EldersOf({ communityId }: { communityId: string }) {
  const [text, setText] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  const list = useInfiniteAction(actions.elders, { communityId, search }, { holdPrevious: true })
  usePulled(list.again)
  useEndReached(list.more)
  const isNobody = list.items.length === 0
  return (
    <>
      <View className="mt3">
        <TextField
          label="找人"
          value={text}
          onChange={setText}
          most={20}
          hint="姓名，或者姓"
          confirm="search"
          onConfirm={() => setSearch(text.trim())}
        />
      </View>
      <View className="mt4 col grow">
        <Asked asking={list}>
          {() =>
            isNobody ? (
              <NoOne search={search} />
            ) : (
              <>
                <Card kind="rows">
                  <LongList
                    key={search}
                    rows={list.items}
                    rowHeight={84}
                    draw={(rows, from) =>
                      rows.map((elder, index) => (
                        <ElderRow
                          key={elder.id}
                          elder={elder}
                          first={from + index === 0}
                          onTap={() => void go.elder(elder.id, communityId)}
                        />
                      ))
                    }
                  />
                </Card>
                <End list={list} />
              </>
            )
          }
        </Asked>
      </View>
    </>
  )
}

function ElderRow({ elder, first, onTap }: { elder: Elder; first: boolean; onTap: () => void }) {
  const about = aboutWords(elder)
  const kept = keptWords(elder)
  return (
    <ListRow
      first={first}
      lead={<Avatar face={faceOf(elder.name)} />}
      title={elder.name}
      say={
        <>
          <Sense className="" text={about} />
          <View className={elder.keepers.length === 0 ? 'wa' : ''}>{kept}</View>
        </>
      }
      onTap={onTap}
      name={`${elder.name}，${about}，${kept}`}
    />
  )
}

interface EndProps {
  list: { hasMore: boolean; trouble: unknown; more: () => void; items: readonly Elder[] }
}

function End({ list: { hasMore, trouble, more, items } }: EndProps) {
  if (hasMore && trouble) {
    return (
      <View className="row mt4">
        <Link onTap={more}>后面的没取到，再试一次</Link>
      </View>
    )
  }
  return <View className="small i3 ctr mt4">{hasMore ? '往下拉，还有' : `一共 ${items.length} 位`}</View>
}

function NoOne({ search }: { search: string }) {
  return search ? (
    <Empty drawing="no-signup" title={`没找到「${search}」`} say="从姓开始写，比如「何」。" />
  ) : (
    <Empty
      drawing="no-signup"
      title="还没有登记老人"
      say={'上门的时候问一声，本人同意了就记下来，\n以后活动的事有人告诉。'}
    />
  )
}
