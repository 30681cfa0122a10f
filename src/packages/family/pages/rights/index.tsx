import { View } from '@tarojs/components'
import { actions, type Dependent } from '@core/contract'
import { settledSelfOf } from '@core/domain/family'
import { useEffect } from 'react'
import { useAction, useMe } from '@/client'
import { callPhone, go, keepPrivate, nameNavBar, useNow, useParam } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { KeeperCard, keeperName } from '@/parts/KeeperCard'
import { BigButton, Card, ListRow, Notice, Page, Tile } from '@/ui'
import { InviteKeeper } from '../../invite/InviteKeeper'
import { OwnRows } from './OwnRows'
import { useRights } from './use-rights'

export default function Rights() {
  const id = useParam('id')
  const asking = useAction(actions.family, {})
  const known = asking.data?.items.find((each) => each.id === id)
  useEffect(keepPrivate, [])
  const title = known && (known.isSelf ? '谁在帮我' : `谁在帮${known.called}`)
  useEffect(() => {
    if (title) nameNavBar(title)
  }, [title])
  return (
    <Page busy={asking.loading}>
      <Asked asking={asking}>
        {() => (known ? <Helpers known={known} /> : <View className="i2 mt4">这份档案已经不在了。</View>)}
      </Asked>
    </Page>
  )
}

/** Everybody who acts for her, what each may do, and the ways to change it. */
function Helpers({ known }: { known: Dependent }) {
  const now = useNow()
  const me = useMe().data
  const { keepers, gone, trouble, change, end } = useRights(known)
  const { isSelf, canManage } = known
  const last = gone[gone.length - 1]
  const others = keepers.filter((keeper) => !(isSelf && keeper.isMe))
  return (
    <>
      <View className={isSelf ? 'lead mt2' : 'i2 mt2'}>{aboutWords(known, others.length, now)}</View>
      {last && (
        <View className="mt4">
          <Notice tone="success" alert title={`${keeperName(last)}不再帮忙了`}>
            {me?.hasProfile ? '想再请回来，用下面的「请另一位家人一起照管」发过去。' : '想再请回来，打给社区说一声。'}
          </Notice>
        </View>
      )}
      {trouble && (
        <View className="mt4">
          <TroubleNotice trouble={trouble} />
        </View>
      )}
      <View className="cards mt4">
        {others.map((keeper) => {
          const canEnd = canManage && !keeper.isMe
          return (
            <KeeperCard
              key={keeper.id}
              keeper={keeper}
              now={now}
              onMay={canEnd && !keeper.isSelf ? (may) => void change(keeper, may) : undefined}
              onEnd={canEnd ? () => void end(keeper) : undefined}
            />
          )
        })}
        {known.station && <Station name={known.station} />}
      </View>
      {me && (me.hasProfile ? <InviteKeeper id={known.id} /> : <Unnamed />)}
      {isSelf && <OwnRows known={known} />}
    </>
  )
}

function aboutWords(known: Dependent, others: number, now: number): string {
  const { isSelf, canManage, called, consent, station } = known
  if (isSelf && others === 0) return station ? '家里人都不帮忙了，社区还在。' : '现在没有别人替您报名，您自己说了算。'
  if (isSelf && !canManage) return '这个微信连上满七天，就能自己改谁来帮忙。等不及的话，打给社区就行。'
  if (isSelf) return '他们能替您报名，有事也会告诉他们。哪一样不想要了，关掉就行。'
  if (canManage) return `他们能替${called}报名，有事也会告诉他们。您改了什么，会告诉他们一声。`
  if (settledSelfOf(known, now)) return `想改谁能做什么，要由${called}在自己的微信上改。`
  return `想改谁能做什么，要由${station ? '社区按本人的意思' : `当初同意记下的${consent?.by || '家人'}`}来改。`
}

/** The community that entered her at the door. */
function Station({ name }: { name: string }) {
  const phone = useMe().data?.communities.find((each) => each.name === name)?.phone ?? ''
  return (
    <Card kind="rows">
      <ListRow
        first
        lead={<Tile icon="heart" />}
        title={name}
        say="上门登记的，也能代报名。不要社区帮忙，打个电话就行"
        trail={phone && <Tile icon="phone" onTap={() => void callPhone(phone)} name={`打给${name}，${phone}`} />}
      />
    </Card>
  )
}

/** Whoever invites has to have a name for those who are invited. */
function Unnamed() {
  return (
    <View className="mt3">
      <BigButton variant="quiet" onTap={() => void go.profile()}>
        想请家人帮忙，先写上称呼
      </BigButton>
    </View>
  )
}
