import { View } from '@tarojs/components'
import type { Me } from '@core/contract'
import { Chip, Chips, TeamShape } from '@/ui'

interface TeamChipsProps {
  teams: readonly Me['leads'][number][]
  /** Null is all of them, where that may be chosen. */
  value: string | null
  onChange: (teamId: string) => void
  /** Offers all of them together as well. */
  onAll?: () => void
}

/** Which of her teams it is about. */
export function TeamChips({ teams, value, onChange, onAll }: TeamChipsProps) {
  return (
    <View className="mt3">
      <Chips name="哪支队伍">
        {onAll && (
          <Chip on={value === null} onTap={onAll} name="全部队伍">
            全部
          </Chip>
        )}
        {teams.map((team) => (
          <Chip key={team.id} on={team.id === value} onTap={() => onChange(team.id)} name={team.name}>
            <TeamShape colour={team.colour} size={18} />
            <View>{team.name}</View>
          </Chip>
        ))}
      </Chips>
    </View>
  )
}
