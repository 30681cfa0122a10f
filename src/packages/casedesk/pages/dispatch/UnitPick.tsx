import { View } from '@tarojs/components'
import { ChoiceField, Link, Tick, classes } from '@/ui'
import { partnerKinds } from '../../words'
import { ledBy, tapped, type Choice, type Unit } from './choice'

interface UnitPickProps {
  unit: Unit
  choice: Choice
  /** It was whistled for before, and said no. */
  hasDeclined: boolean
  onChange: (choice: Choice) => void
}

const nobody = '不指名，谁在谁接'

/** One it can go to, with the reasons; chosen, one of its people can be named and, jointly, another can lead. */
export function UnitPick({ unit, choice, hasDeclined, onChange }: UnitPickProps) {
  const { id, name, why, people } = unit
  const place = choice.units.indexOf(id)
  const isOn = place >= 0
  const kind = kindWord(unit.kind)
  const isLead = choice.isJoint && place === 0
  const reasons = [hasDeclined ? '这件事退过单' : '', ...why].filter(Boolean)
  const named = people.findIndex((person) => person.id === choice.people[id])
  return (
    <View className="col g2">
      <View
        className={classes('pick', isOn && 'pick--on')}
        hoverClass="pressed"
        onClick={() => onChange(tapped(choice, id))}
        aria-role={choice.isJoint ? 'checkbox' : 'radio'}
        aria-checked={isOn}
        aria-label={[name, kind, isLead ? '牵头' : '', ...reasons].filter(Boolean).join('，')}
      >
        <View className="grow">
          <View className="row wrap g2">
            <View className="b">{name}</View>
            {kind && <View className="caption i2">{kind}</View>}
            {isLead && <View className="unit__lead">牵头</View>}
          </View>
          {hasDeclined && <View className="small wa">这件事退过单</View>}
          {why.length > 0 && <View className="small i2">{why.join('，')}</View>}
        </View>
        <Tick on={isOn} square={choice.isJoint} />
      </View>
      {isOn && choice.isJoint && place > 0 && (
        <View className="row">
          <Link onTap={() => onChange(ledBy(choice, id))} name={`请${name}牵头`}>
            请它牵头
          </Link>
        </View>
      )}
      {isOn && people.length > 0 && (
        <ChoiceField
          label="指名"
          options={[nobody, ...people.map((person) => [person.name, person.title].filter(Boolean).join(' · '))]}
          value={named + 1}
          onChange={(index) => onChange({ ...choice, people: { ...choice.people, [id]: people[index - 1]?.id ?? '' } })}
        />
      )}
    </View>
  )
}

const kindWord = (kind: string) => Object.entries(partnerKinds).find(([each]) => each === kind)?.[1] ?? ''
