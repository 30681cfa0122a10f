import { View } from '@tarojs/components'
import type { OutputOf, inboxCases } from '@core/contract'
import { Card, Icon, ListRow, classes, useLook } from '@/ui'
import { layOut, pinHeight, pinWidth } from './map'

type Compound = OutputOf<typeof inboxCases>['compounds'][number]

interface CompoundMapProps {
  compounds: readonly Compound[]
  /** The one looked at; null is all of them. */
  value: string | null
  onChange: (id: string | null) => void
}

const sayOf = ({ open, overdue }: Compound) =>
  [`${open} 件在办`, overdue > 0 ? `过期 ${overdue} 件` : ''].filter(Boolean)

/** The compounds of a community as they lie, each with how many are open and late; in large type as a list. */
export function CompoundMap(props: CompoundMapProps) {
  const { large } = useLook()
  return large ? <CompoundRows {...props} /> : <Map {...props} />
}

function Map({ compounds, value, onChange }: CompoundMapProps) {
  const { pins, height } = layOut(compounds)
  return (
    <View className="map" aria-role="radiogroup" aria-label="看哪个小区">
      <View className="map__ground" style={`height:${height}px`}>
        {pins.map(({ id, across, top }) => {
          const compound = compounds.find((each) => each.id === id)
          if (!compound) return null
          const isOn = id === value
          return (
            <View
              key={id}
              className={classes('map__pin', isOn && 'map__pin--on')}
              style={`left:calc((100% - ${pinWidth}px) * ${across.toFixed(3)});top:${top}px;width:${pinWidth}px;height:${pinHeight}px`}
              hoverClass="pressed"
              onClick={() => onChange(isOn ? null : id)}
              aria-role="radio"
              aria-checked={isOn}
              aria-label={[compound.name, ...sayOf(compound)].join('，')}
            >
              <View className="map__name b">{compound.name}</View>
              <View className="caption">
                {compound.overdue > 0 ? (
                  <View className="map__late">过期 {compound.overdue}</View>
                ) : (
                  `${compound.open} 件`
                )}
              </View>
            </View>
          )
        })}
      </View>
      <View className="caption i3 mt2">照方位摆的，上北下南；再点一次看全部</View>
    </View>
  )
}

function CompoundRows({ compounds, value, onChange }: CompoundMapProps) {
  return (
    <Card kind="rows">
      {compounds.map((each, index) => {
        const isOn = each.id === value
        const say = sayOf(each)
        return (
          <ListRow
            key={each.id}
            first={index === 0}
            title={each.name}
            say={<View className={each.overdue > 0 ? 'no b' : ''}>{say.join('，')}</View>}
            trail={isOn && <Icon name="check" tone="br" />}
            bare
            onTap={() => onChange(isOn ? null : each.id)}
            name={[each.name, ...say, isOn ? '正在看' : ''].filter(Boolean).join('，')}
          />
        )
      })}
    </Card>
  )
}
