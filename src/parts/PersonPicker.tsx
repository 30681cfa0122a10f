import { View } from '@tarojs/components'
import { Avatar, Tick, classes } from '@/ui'

/** Someone who could be signed up. */
export interface Pickable {
  id: string
  /** How the one who holds the phone calls her: 我自己, 妈妈. */
  name: string
  /** Full name, age, how she is reminded. */
  say?: string
  face: string
  /** Why she cannot be picked, in a few words: 有冲突. */
  cannot?: string
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
      {people.map((person) => {
        const isOn = picked.includes(person.id) && !person.cannot
        const canTap = Boolean(onToggle) && !person.cannot
        return (
          <View
            key={person.id}
            className={classes('pick', isOn && 'pick--on')}
            hoverClass={canTap ? 'pressed' : 'none'}
            onClick={() => canTap && onToggle?.(person.id)}
            aria-role="checkbox"
            aria-checked={isOn}
            aria-disabled={!canTap || undefined}
            aria-label={[person.name, person.say, person.cannot].filter(Boolean).join('，')}
          >
            <Avatar face={person.face} />
            <View className="grow">
              <View className="b">{person.name}</View>
              {person.say && <View className={classes('small', isOn ? 'br' : 'i2')}>{person.say}</View>}
            </View>
            {person.cannot ? <View className="small wa b">{person.cannot}</View> : <Tick on={isOn} />}
          </View>
        )
      })}
    </View>
  )
}
