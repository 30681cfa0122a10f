import './index.scss'
import { View } from '@tarojs/components'
import { actions, type RosterRow } from '@core/contract'
import { useEffect, useState } from 'react'
import { useInfiniteAction } from '@/client'
import { nameNavBar, pathTo, useEndReached, useNow, useParam, usePulled, useShare } from '@/device'
import { LongList, NumbersHeld, heldIn } from '@/parts'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { sharePicture, sharePictures } from '@/parts/share/pictures'
import { Card, Empty, Link, Page, TextField } from '@/ui'
import { CancelSheet } from './CancelSheet'
import { DeclineSheet } from './DeclineSheet'
import { ManageSheet } from './ManageSheet'
import { PersonRow } from './PersonRow'
import { PersonSheet } from './PersonSheet'
import { ApprovalBar, RosterBar } from './RosterBar'
import { RosterChips, UnitChips, type Which } from './RosterChips'
import { RosterHead } from './RosterHead'
import { TakeAwaySheet } from './TakeAwaySheet'
import { useApproval } from './use-approval'

type Over = { kind: 'manage' | 'cancel' | 'decline' | 'take' } | { kind: 'person'; row: RosterRow } | null

const emptyWords: Record<Which, { title: string; say: string }> = {
  in: { title: '还没有人报名', say: '转发到群里，邻居一看就能报。\n打电话来的，您也能替他们登记。' },
  waiting: { title: '没有人在候补', say: '满了以后再来的，会排在这里。' },
  asked: { title: '没有人在等', say: '要您点头的、等抽签的，会排在这里。' },
  left: { title: '没有人退出', say: '退了座位的邻居会记在这里。' },
}

export default function Roster() {
  const id = useParam('id')
  const now = useNow()
  const [which, setWhich] = useState<Which>((useParam('which') || 'in') as Which)
  const [search, setSearch] = useState<string | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  const [over, setOver] = useState<Over>(null)
  const list = useInfiniteAction(actions.roster, { id, which }, { fresh: 5_000 })
  const approval = useApproval(id)
  const card = list.data?.card
  const held = heldIn(list.pages)
  const form = list.data?.form ?? { questions: [], units: [] }
  const isLive = card !== undefined && card.state !== 'cancelled' && card.state !== 'ended' && now < card.endsAt
  // Lots decide who is in, not the leader.
  const isPicking = which === 'asked' && isLive && card.drawAt === null

  usePulled(list.again)
  useEndReached(list.more)
  useShare(() => ({
    title: card?.title ?? '七色活动',
    path: pathTo('activity', { id }),
    imageUrl: card ? sharePictures[card.colour] : sharePicture,
  }))
  // By the title alone: an answer that comes while another page lies above must not rename that one.
  const title = card?.title
  useEffect(() => {
    if (title) nameNavBar(`名单 · ${title}`)
  }, [title])
  // Who looks for a name or a post looks through all of them.
  const { hasMore, askingMore, more } = list
  const isLooking = Boolean(search) || unit !== null
  useEffect(() => {
    if (isLooking && hasMore && !askingMore) more()
  }, [isLooking, hasMore, askingMore, more])

  const rows = list.items
    .filter((row) => !search || row.name.includes(search.trim()))
    .filter((row) => unit === null || row.unit === unit)
  const close = () => setOver(null)
  const show = (next: Which) => {
    setWhich(next)
    approval.pick([])
  }
  const accept = async () => {
    const isAll = !hasMore && rows.every(({ personId }) => approval.picked.includes(personId))
    if ((await approval.answer(true)) && isAll) show('in')
  }

  return (
    <Page
      busy={list.loading}
      bar={
        card &&
        (isPicking && rows.length > 0 ? (
          <ApprovalBar approval={approval} onAccept={accept} onDecline={() => setOver({ kind: 'decline' })} />
        ) : (
          <RosterBar card={card} now={now} isLive={isLive} onManage={() => setOver({ kind: 'manage' })} />
        ))
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
                onTakeAway={() => setOver({ kind: 'take' })}
                onClose={close}
              />
            )}
            {over?.kind === 'cancel' && <CancelSheet card={card} onClose={close} />}
            {over?.kind === 'take' && <TakeAwaySheet id={id} onClose={close} />}
            {over?.kind === 'decline' && (
              <DeclineSheet
                many={approval.picked.length}
                busy={approval.busy}
                trouble={approval.trouble}
                onDecline={(reason) => void approval.answer(false, reason).then((isDone) => isDone && close())}
                onClose={close}
              />
            )}
            {over?.kind === 'person' && (
              <PersonSheet
                activityId={id}
                row={over.row}
                form={form}
                now={now}
                held={held}
                canRelease={isLive}
                onClose={close}
              />
            )}
          </>
        )
      }
    >
      <Asked asking={list}>
        {(first) => (
          <>
            <RosterHead card={first.card} now={now} />
            <RosterChips
              which={which}
              counts={first.counts}
              onWhich={show}
              isSearching={search !== null}
              onSearch={() => setSearch(search === null ? '' : null)}
            />
            <NumbersHeld held={held} />
            {form.units.length > 0 && <UnitChips units={form.units} value={unit} onChange={setUnit} />}
            {search !== null && (
              <View className="mt3">
                <TextField label="名字" value={search} onChange={setSearch} most={20} hint="写一个字也行" focus />
              </View>
            )}
            {isPicking && rows.length > 0 && (
              <View className="row between mt3">
                <View className="small i2">点名字选，可以一次选几位</View>
                <PickAll rows={rows} approval={approval} />
              </View>
            )}
            {which === 'asked' && first.card.drawAt !== null && rows.length > 0 && (
              <View className="small i2 mt3">这场抽签决定，到时间自动抽，您不用一个个点。</View>
            )}
            <View className="mt4">
              {rows.length > 0 ? (
                <Card kind="rows">
                  <LongList
                    key={`${which} ${search ?? ''} ${unit ?? ''}`}
                    rows={rows}
                    rowHeight={80}
                    draw={(block, from) =>
                      block.map((row, index) => (
                        <PersonRow
                          key={row.personId}
                          row={row}
                          form={form}
                          now={now}
                          held={held}
                          first={from + index === 0}
                          picked={isPicking ? approval.picked.includes(row.personId) : undefined}
                          onTap={() => (isPicking ? approval.toggle(row.personId) : setOver({ kind: 'person', row }))}
                        />
                      ))
                    }
                  />
                </Card>
              ) : isLooking ? (
                <View className="i2 ctr mt5">
                  {hasMore ? '正在找…' : search ? `没有叫「${search}」的` : '这个岗位或时段还没有人'}
                </View>
              ) : (
                <Empty drawing="no-signup" {...emptyWords[which]} />
              )}
            </View>
            {rows.length > 0 && (
              <View className="small i3 ctr mt4">
                {hasMore
                  ? '往下拉，还有'
                  : `一共 ${isLooking || which === 'left' ? rows.length : first.counts[which]} 位`}
              </View>
            )}
            {isPicking && over === null && (
              <View className="mt4">
                <TroubleNotice trouble={approval.trouble} />
              </View>
            )}
          </>
        )}
      </Asked>
    </Page>
  )
}

function PickAll({ rows, approval }: { rows: readonly RosterRow[]; approval: ReturnType<typeof useApproval> }) {
  const isAll = rows.every(({ personId }) => approval.picked.includes(personId))
  return isAll ? (
    <Link onTap={() => approval.pick([])}>都不选</Link>
  ) : (
    <Link onTap={() => approval.pick(rows.map(({ personId }) => personId))}>{`全选 ${rows.length} 位`}</Link>
  )
}
