import { View } from '@tarojs/components'
import type { ActivityCard } from '@core/contract'
import { go } from '@/device'
import { ColourTag, StateWord, awayWords, nearMoment } from '@/parts'
import { figure } from '@/parts/figures'
import { Link, Notice } from '@/ui'

/** How many come of how many seats, and what stands in the way. */
export function RosterHead({ card, now }: { card: ActivityCard; now: number }) {
  const { colour, capacity, taken, state, reason } = card
  const share = capacity ? Math.min(100, Math.round((taken / capacity) * 100)) : 0
  const of = capacity === null ? '人报名，不限人数' : `/ ${figure(capacity)} 席`
  return (
    <View className="mt2">
      <View className="row between g2 wrap">
        <ColourTag colour={colour} team={nearMoment(card.startsAt, now)} />
        {state !== 'cancelled' && <StateWord tone="i2">{awayWords(card.startsAt, card.endsAt, now)}</StateWord>}
      </View>
      <View className="row g3 count" aria-role="text" aria-label={`${taken} 人报名，${of}`}>
        <View className="numeral">{figure(taken)}</View>
        <View className="i2">{of}</View>
      </View>
      {capacity !== null && (
        <View className="bar8 mt1" aria-hidden>
          <View className={`bar8__fill base--${colour}`} style={`width:${share}%`} />
        </View>
      )}
      {capacity !== null && taken > capacity && (
        <View className="mt3">
          <Notice tone="info">席位改少了，已经报上的都还在，多出 {taken - capacity} 位。</Notice>
        </View>
      )}
      {state === 'closed' && (
        <View className="mt3">
          <Notice icon="info">报名截止了。想再收几位，点「管理」重新打开。</Notice>
        </View>
      )}
      {state === 'cancelled' && (
        <View className="mt3">
          <Notice
            icon="info"
            title="这场不办了"
            action={
              <Link icon="phone" onTap={() => void go.calls(card.id)}>
                还没通知到的
              </Link>
            }
          >
            {reason}
          </Notice>
        </View>
      )}
    </View>
  )
}
