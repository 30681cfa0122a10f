import { View } from '@tarojs/components'
import type { ActivityCard } from '@core/contract'
import { go } from '@/device'
import { ColourTag, awayWords, nearMoment } from '@/parts'
import { figure } from '@/parts/figures'
import { BigButton, Link } from '@/ui'

/** Check-in opens so long before the start, ms. */
const dayOpens = 3_600_000

/** The next activity: how many come, and the ways to them; from an hour before the start, the check-in. */
export function NextCard({ card, now }: { card: ActivityCard; now: number }) {
  const { id, colour, title, capacity, taken, waiting } = card
  const share = capacity ? Math.min(100, Math.round((taken / capacity) * 100)) : 0
  const of = capacity === null ? '人报名，不限人数' : `人报名，共 ${figure(capacity)} 席`
  return (
    <View className="card next mt4">
      <View className="row between g2 wrap">
        <ColourTag colour={colour} team={nearMoment(card.startsAt, now)} />
        <View className="small b i2">{awayWords(card.startsAt, card.endsAt, now)}</View>
      </View>
      <View
        className="title next__t"
        hoverClass="pressed"
        onClick={() => void go.activity(id)}
        aria-role="button"
        aria-label={`${title}，看活动页`}
      >
        {title}
      </View>
      <View className="row g3 wrap mt3 next__count" aria-role="text" aria-label={`${taken} ${of}`}>
        <View className="numeral">{figure(taken)}</View>
        <View className="i2">{of}</View>
        {waiting > 0 && <View className="b wa">候补 {figure(waiting)} 人</View>}
      </View>
      {capacity !== null && (
        <View className="bar12 mt2" aria-hidden>
          <View className={`bar12__fill base--${colour}`} style={`width:${share}%`} />
        </View>
      )}
      <View className="next__acts mt4">
        {now >= card.startsAt - dayOpens ? (
          <>
            <BigButton grow icon="scan" onTap={() => void go.day(id, true)} name={`扫码签到，${title}`}>
              扫码签到
            </BigButton>
            <BigButton variant="quiet" onTap={() => void go.day(id)} name={`点名，${title}`}>
              点名
            </BigButton>
            <BigButton variant="quiet" onTap={() => void go.dayCode(id)} name={`出码，${title}`}>
              出码
            </BigButton>
          </>
        ) : (
          <>
            <BigButton grow icon="list" onTap={() => void go.roster(id)} name={`${title}的名单`}>
              名单
            </BigButton>
            <BigButton variant="quiet" onTap={() => void go.publish({ id })} name={`修改${title}`}>
              修改
            </BigButton>
          </>
        )}
      </View>
      {now >= card.startsAt - dayOpens && (
        <View className="row wrap g5">
          <Link onTap={() => void go.roster(id)} name={`${title}的名单`}>
            名单
          </Link>
          <Link plain onTap={() => void go.publish({ id })} name={`修改${title}`}>
            修改
          </Link>
        </View>
      )}
    </View>
  )
}
