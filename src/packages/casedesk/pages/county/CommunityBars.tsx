import { View } from '@tarojs/components'
import type { OutputOf, countyCases } from '@core/contract'
import { go } from '@/device'
import { Sense } from '@/parts'
import { Card, Icon } from '@/ui'

type Community = OutputOf<typeof countyCases>['communities'][number]

const share = (part: number, of: number) => `${of === 0 ? 0 : Math.round((part / of) * 1000) / 10}%`

const wordsOf = ({ open, overdue, county, sealed }: Community) =>
  [
    `在办 ${open} 件`,
    county > 0 ? `报到县里 ${county} 件` : '',
    sealed > 0 ? `保密 ${sealed} 件` : '',
    overdue === 0 ? '没有过期的' : '',
  ].filter(Boolean)

/** Each community with a bar: what is late, against what is open where there is most; the words beside it say both. */
export function CommunityBars({ communities }: { communities: readonly Community[] }) {
  const rows = [...communities].sort((a, b) => b.overdue - a.overdue || b.open - a.open)
  const most = Math.max(1, ...rows.map(({ open }) => open))
  return (
    <Card kind="rows">
      {rows.map((each, index) => {
        const late = each.overdue > 0 ? `过期 ${each.overdue} 件` : ''
        const words = wordsOf(each)
        return (
          <View
            key={each.id}
            className={index === 0 ? 'lrow lrow--first lrow--tall' : 'lrow lrow--tall'}
            hoverClass="pressed"
            onClick={() => void go.lists(each.id)}
            aria-role="button"
            aria-label={[each.name, late, ...words].filter(Boolean).join('，')}
          >
            <View className="grow">
              <View className="row between g3">
                <View className="b">{each.name}</View>
                {late && <View className="small b no">{late}</View>}
              </View>
              <View className="bars mt1" aria-hidden>
                <View className="bars__late" style={`width:${share(each.overdue, most)}`} />
                <View className="bars__open" style={`width:${share(each.open - each.overdue, most)}`} />
              </View>
              <Sense className="small i2 mt1" text={words.join(' · ')} />
            </View>
            <Icon name="right" tone="i3" size={18} />
          </View>
        )
      })}
    </Card>
  )
}
