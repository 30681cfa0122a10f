import type { ActivityPage } from '@core/contract'
import { clockWords, dayOf } from '@core/domain/times'
import { View } from '@tarojs/components'
import { callPhone, copy, go, openLocation } from '@/device'
import { FactRow, fullMoment, nearMoment, spokenHour, spokenMoment } from '@/parts'
import { Link, Tile, useLook } from '@/ui'
import { untilWords } from './words'

/** When, where, and who organises it, each with what one can do about it. */
export function Facts({ page, now }: { page: ActivityPage; now: number }) {
  const { care, large } = useLook()
  const { place, contact } = page
  const isOneDay = dayOf(page.startsAt) === dayOf(page.endsAt)
  const until = untilWords(page, now)
  const endHour = care ? spokenHour(page.endsAt) : ` ${clockWords(page.endsAt)}`
  const ends = `到${isOneDay ? endHour : ` ${nearMoment(page.endsAt, now)}`}`
  const starts = care ? spokenMoment(page.startsAt, now) : fullMoment(page.startsAt, now)
  const isOnMap = place.latitude !== null && place.longitude !== null
  const leadThere = async () => {
    if (!(await openLocation(place))) await copy(place.address || place.name, '地址复制好了')
  }
  const way = (isOnMap || place.address) && (
    <Link icon={isOnMap ? 'route' : undefined} onTap={() => void leadThere()} name={`怎么走，去${place.name}`}>
      {isOnMap ? '怎么走' : '复制地址'}
    </Link>
  )
  const where = place.address || page.communityName
  return (
    <View className="card card--rows">
      <FactRow first icon="clock" fact={starts} say={until ? `${ends} · ${until}` : ends} />
      <FactRow
        icon="pin"
        fact={place.name}
        say={
          large ? (
            <>
              <View>{where}</View>
              {way}
            </>
          ) : (
            where
          )
        }
        action={!large && way}
      />
      <FactRow
        icon="person"
        fact={contact.name}
        say={`${page.teamName}的联系人`}
        action={
          contact.phone && (
            <Tile icon="phone" onTap={() => void callPhone(contact.phone)} name={`打给${contact.name}`} />
          )
        }
      />
      {page.seesHome && (
        <FactRow icon="heart" fact="活动结束送到家" say={`${page.teamName}送老人到家，送到了告诉家里人`} />
      )}
      <View className="lrow row between">
        <View className="small i2">想看看他们做过什么</View>
        <Link onTap={() => void go.team(page.teamId)}>看这支队伍</Link>
      </View>
    </View>
  )
}
