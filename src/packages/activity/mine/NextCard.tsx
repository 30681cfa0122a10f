import { actions, type ActivityCard } from '@core/contract'
import { View } from '@tarojs/components'
import { useAction, useDo } from '@/client'
import { ask, go, openLocation } from '@/device'
import { ColourTag, SeatWord, Sense, awayWords, seatState, spokenMoment, ticketName } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Icon } from '@/ui'

/** The sign-up that comes next, large: when in spoken words, what, where, and what one can do about it. */
export function NextCard({ card, now }: { card: ActivityCard; now: number }) {
  const page = useAction(actions.getActivity, { id: card.id }).data
  const leaving = useDo(actions.leave, {
    invalidates: [actions.myActivities, actions.getActivity, actions.listActivities],
  })
  const open = () => void go.activity(card.id)
  const place = page?.place
  const isOnMap = place && place.latitude !== null && place.longitude !== null
  const canLeave = card.mine?.state === 'in' && page !== undefined && now < page.cancelBy
  const leave = async () => {
    const yes = await ask({
      title: '不去了，退掉座位？',
      body: '座位会让给想来的邻居，不影响您下次报名。',
      yes: '退掉',
      no: '还是去',
    })
    if (yes) await leaving.run({ id: card.id })
  }
  return (
    <View className="card card--bare">
      <View hoverClass="pressed" onClick={open} aria-role="button" aria-label={ticketName(card, now)}>
        <View className={`next__band tint--${card.colour}`}>
          <View className="row between">
            <ColourTag colour={card.colour} />
            <SeatWord state={seatState(card, now)} />
          </View>
          <View className="display mt2">{spokenMoment(card.startsAt, now)}</View>
          <View className="small i2">{awayWords(card.startsAt, card.endsAt, now)}</View>
        </View>
        <View className="next__b">
          <Sense className="title" text={card.title} />
          <View className="row g2 small i2 mt2">
            <Icon name="pin" size={17} tone="i3" />
            <Sense className="one" text={card.placeName} />
          </View>
        </View>
      </View>
      <View className="next__acts">
        {card.mine?.state === 'offered' ? (
          <BigButton size="small" grow onTap={open}>
            回个话
          </BigButton>
        ) : (
          <>
            {isOnMap && (
              <BigButton size="small" variant="quiet" icon="route" grow onTap={() => void openLocation(place)}>
                怎么走
              </BigButton>
            )}
            {canLeave && (
              <BigButton size="small" variant="line" busy={leaving.busy} onTap={() => void leave()}>
                {leaving.busy ? '正在退座…' : '来不了'}
              </BigButton>
            )}
          </>
        )}
      </View>
      {leaving.trouble && (
        <View className="next__trouble">
          <TroubleNotice trouble={leaving.trouble} />
        </View>
      )}
    </View>
  )
}
