import { View } from '@tarojs/components'
import { Avatar, Tick, classes } from '@/ui'

/** Someone who could be signed up. */
export interface Pickable {
  id: string
  /** How the one who holds the phone calls her: 我自己, 妈妈. */
  name: string
  /** Full name, age, how she is reminded; or why she cannot come. */
  say?: string
  face: string
  /** Why she cannot be picked, in a few words: 已报名. */
  cannot?: string
  /** What to mind before she is picked: 有冲突. She can be picked. */
  mind?: string
}

interface PersonPickerProps {
  people: readonly Pickable[]
  picked: readonly string[]
  /** Missing where there is only herself and nothing to choose. */
  onToggle?: (id: string) => void
}

/** Who goes: one row a person, ticked or not. */
export function PersonPicker({ people, picked, onToggle }: PersonPickerProps) {
  return (
    <View className="picks">
      {people.map((person) => (
        <PersonRow
          key={person.id}
          person={person}
          isOn={picked.includes(person.id) && !person.cannot}
          onTap={onToggle && !person.cannot ? () => onToggle(person.id) : undefined}
        />
      ))}
    </View>
  )
}

function PersonRow({ person, isOn, onTap }: { person: Pickable; isOn: boolean; onTap?: () => void }) {
  const { name, say, face, cannot, mind } = person
  return (
    <View
      className={classes('pick', isOn && 'pick--on')}
      hoverClass={onTap ? 'pressed' : 'none'}
      onClick={onTap}
      aria-role="checkbox"
      aria-checked={isOn}
      aria-disabled={!onTap || undefined}
      aria-label={[name, say, mind, cannot].filter(Boolean).join('，')}
    >
      <Avatar face={face} />
      <View className="grow">
        <View className="b">{name}</View>
        {say && <View className={classes('small', isOn ? 'br' : 'i2')}>{say}</View>}
        {mind && <View className="small wa">{mind}</View>}
      </View>
      {cannot ? <View className="small wa b pick__word">{cannot}</View> : <Tick on={isOn} />}
    </View>
  )
}
