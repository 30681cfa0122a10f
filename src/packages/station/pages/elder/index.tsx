import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Elder } from '@core/contract'
import { useEffect, useState } from 'react'
import { useAction } from '@/client'
import { callPhone, keepPrivate, nameNavBar, useNow, useParam, usePulled } from '@/device'
import { Sense, faceOf } from '@/parts'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { KeeperCard, keeperName } from '@/parts/KeeperCard'
import { ActionBar, Avatar, BigButton, Card, ListRow, Notice, Page, SectionTitle, Tile } from '@/ui'
import { aboutWords, phoneWords } from '../../words'
import { Coming } from './Coming'
import { ConsentPart } from './ConsentPart'
import { InviteSheet } from './InviteSheet'
import { JoinSheet } from './JoinSheet'
import { useKeepers } from './use-keepers'

/** One elder, for those who work for her community: to call, to sign up, and who keeps her. */
export default function ElderPage() {
  const id = useParam('id')
  const communityId = useParam('community')
  const asking = useAction(actions.elders, { communityId, id })
  const elder = asking.data?.items.find((each) => each.id === id)
  const [over, setOver] = useState<'invite' | 'join' | null>(null)
  usePulled(asking.again)
  useEffect(keepPrivate, [])
  const name = elder?.name
  useEffect(() => {
    if (name) nameNavBar(name)
  }, [name])
  const close = () => setOver(null)
  return (
    <Page
      busy={asking.loading}
      bar={
        elder?.isOurs && (
          <ActionBar>
            <BigButton grow icon="calendar" onTap={() => setOver('join')}>
              {`帮${elder.name}报名`}
            </BigButton>
          </ActionBar>
        )
      }
      over={
        elder && (
          <>
            {over === 'invite' && <InviteSheet elder={elder} onClose={close} />}
            {over === 'join' && <JoinSheet elder={elder} communityId={communityId} onClose={close} />}
          </>
        )
      }
    >
      <Asked asking={asking}>
        {() =>
          elder ? (
            <Body elder={elder} held={asking.data?.held ?? null} onInvite={() => setOver('invite')} />
          ) : (
            <View className="i2 mt4">这位老人的档案已经不在了，可能收回了同意，或者搬走了。</View>
          )
        }
      </Asked>
    </Page>
  )
}

function Body({ elder, held, onInvite }: { elder: Elder; held: number | null; onInvite: () => void }) {
  const now = useNow()
  const { keepers, gone, trouble, change, end } = useKeepers(elder)
  const { name, phone, isOurs } = elder
  return (
    <>
      <View className="mt2">
        <Card>
          <View className="row g4">
            <Avatar face={faceOf(name)} size="large" />
            <View className="grow">
              <View className="head">{name}</View>
              <Sense className="i2" text={aboutWords(elder)} />
            </View>
          </View>
          <ListRow
            first
            title={phone || (held ? '电话先不显示' : '没有留电话')}
            say={phoneWords(elder, held)}
            trail={phone && <Tile icon="phone" onTap={() => void callPhone(phone)} name={`打给${name}，${phone}`} />}
          />
        </Card>
      </View>
      {!isOurs && (
        <View className="mt4">
          <Notice>这份档案是家里人记的，报名、请人照管，都由照管的家人来办。</Notice>
        </View>
      )}
      <Coming elder={elder} now={now} />
      <SectionTitle say={keepers.length > 0 ? `${keepers.length} 位` : ''}>谁在照管</SectionTitle>
      {gone && (
        <Notice tone="success" alert title={`${keeperName(gone)}不再帮忙了`}>
          {isOurs ? '想再请回来，用下面的「请家人来照管」。' : '想再请回来，由照管的家人来请。'}
        </Notice>
      )}
      <TroubleNotice trouble={trouble} />
      <View className="cards mt2">
        {keepers.map((keeper) => (
          <KeeperCard
            key={keeper.id}
            keeper={keeper}
            now={now}
            onMay={keeper.isSelf ? undefined : (may) => void change(keeper, may)}
            onEnd={() => void end(keeper)}
          />
        ))}
        {keepers.length === 0 && <View className="i2">还没有家人照管，活动的事由社区告诉本人。</View>}
      </View>
      {isOurs && (
        <View className="mt4">
          <BigButton variant="quiet" icon="share" onTap={onInvite}>
            请家人来照管
          </BigButton>
        </View>
      )}
      <ConsentPart elder={elder} now={now} />
    </>
  )
}
