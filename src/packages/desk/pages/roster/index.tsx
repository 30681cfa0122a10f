import './index.scss'
import { View } from '@tarojs/components'
import { actions, type RosterRow } from '@core/contract'
import { useEffect, useState } from 'react'
import { useInfiniteAction } from '@/client'
import { go, nameNavBar, pathTo, useEndReached, useNow, useParam, usePulled, useShare } from '@/device'
import { LongList } from '@/parts'
import { Asked } from '@/parts/Asked'
import { sharePicture, sharePictures } from '@/parts/share/pictures'
import { ActionBar, BarSmall, BigButton, Card, Chip, Chips, Empty, Icon, Page, TextField } from '@/ui'
import { CancelSheet } from './CancelSheet'
import { ManageSheet } from './ManageSheet'
import { PersonRow } from './PersonRow'
import { PersonSheet } from './PersonSheet'
import { RosterHead } from './RosterHead'

type Which = 'in' | 'waiting' | 'left'
type Over = { kind: 'manage' } | { kind: 'cancel' } | { kind: 'person'; row: RosterRow } | null

const emptyWords: Record<Which, { title: string; say: string }> = {
  in: { title: '还没有人报名', say: '转发到群里，邻居一看就能报。' },
  waiting: { title: '没有人在候补', say: '满了以后再来的，会排在这里。' },
  left: { title: '没有人退出', say: '退了座位的邻居会记在这里。' },
}

export default function Roster() {
  const id = useParam('id')
  const now = useNow()
  const [which, setWhich] = useState<Which>('in')
  const [search, setSearch] = useState<string | null>(null)
  const [over, setOver] = useState<Over>(null)
  const list = useInfiniteAction(actions.roster, { id, which }, { fresh: 5_000 })
  const card = list.data?.card
  const isLive = card !== undefined && card.state !== 'cancelled' && card.state !== 'ended' && now < card.endsAt

  usePulled(list.again)
  useEndReached(list.more)
  useShare(() => ({
    title: card?.title ?? '七色活动',
    path: pathTo('activity', { id }),
    imageUrl: card ? sharePictures[card.colour] : sharePicture,
  }))
  useEffect(() => {
    if (card) nameNavBar(`名单 · ${card.title}`)
  }, [card])
  // Who looks for a name looks through all of them.
  const { hasMore, askingMore, more } = list
  useEffect(() => {
    if (search && hasMore && !askingMore) more()
  }, [search, hasMore, askingMore, more])

  const rows = search ? list.items.filter((row) => row.name.includes(search.trim())) : list.items
  const close = () => setOver(null)

  return (
    <Page
      busy={list.loading}
      bar={
        card && (
          <ActionBar small={<BarSmall icon="list" label="管理" onTap={() => setOver({ kind: 'manage' })} />}>
            {isLive ? (
              <BigButton grow icon="share" openType="share">
                转发给邻居
              </BigButton>
            ) : (
              <BigButton grow icon="plus" onTap={() => void go.publish({ copy: id, team: card.teamId })}>
                照样再办一场
              </BigButton>
            )}
          </ActionBar>
        )
      }
      over={
        card && (
          <>
            {over?.kind === 'manage' && (
              <ManageSheet
                card={card}
                isLive={isLive}
                now={now}
                onCancel={() => setOver({ kind: 'cancel' })}
                onClose={close}
              />
            )}
            {over?.kind === 'cancel' && <CancelSheet card={card} onClose={close} />}
            {over?.kind === 'person' && (
              <PersonSheet activityId={id} row={over.row} canRelease={isLive} onClose={close} />
            )}
          </>
        )
      }
    >
      <Asked asking={list}>
        {(first) => (
          <>
            <RosterHead card={first.card} now={now} />
            <View className="mt4">
              <Chips name="看哪些人">
                <Chip on={which === 'in'} onTap={() => setWhich('in')} name={`报上的，${first.counts.in} 人`}>
                  报上的 {first.counts.in}
                </Chip>
                <Chip
                  on={which === 'waiting'}
                  onTap={() => setWhich('waiting')}
                  name={`候补，${first.counts.waiting} 人`}
                >
                  候补 {first.counts.waiting}
                </Chip>
                <Chip on={which === 'left'} onTap={() => setWhich('left')} name="退出的">
                  退出的
                </Chip>
                <View
                  className="chip"
                  hoverClass="pressed"
                  onClick={() => setSearch(search === null ? '' : null)}
                  aria-role="button"
                  aria-label={search === null ? '找名字' : '收起找名字'}
                >
                  <Icon name={search === null ? 'search' : 'close'} size={18} />
                  <View>找名字</View>
                </View>
              </Chips>
            </View>
            {search !== null && (
              <View className="mt3">
                <TextField label="名字" value={search} onChange={setSearch} most={20} hint="写一个字也行" focus />
              </View>
            )}
            <View className="mt4">
              {rows.length > 0 ? (
                <Card kind="rows">
                  <LongList
                    key={`${which} ${search ?? ''}`}
                    rows={rows}
                    rowHeight={80}
                    draw={(block, from) =>
                      block.map((row, index) => (
                        <PersonRow
                          key={row.personId}
                          row={row}
                          now={now}
                          first={from + index === 0}
                          onTap={() => setOver({ kind: 'person', row })}
                        />
                      ))
                    }
                  />
                </Card>
              ) : search ? (
                <View className="i2 ctr mt5">{hasMore ? '正在找…' : `没有叫「${search}」的`}</View>
              ) : (
                <Empty drawing="no-signup" {...emptyWords[which]} />
              )}
            </View>
            {rows.length > 0 && (
              <View className="small i3 ctr mt4">
                {hasMore ? '往下拉，还有' : `一共 ${search || which === 'left' ? rows.length : first.counts[which]} 位`}
              </View>
            )}
          </>
        )}
      </Asked>
    </Page>
  )
}
