import { View } from '@tarojs/components'
import type { Me } from '@core/contract'
import { Chip, Chips, TeamShape } from '@/ui'

interface TeamChipsProps {
  teams: readonly Me['leads'][number][]
  value: string
  onChange: (teamId: string) => void
}

/** Which of her teams it is about. */
export function TeamChips({ teams, value, onChange }: TeamChipsProps) {
  return (
    <View className="mt2">
      <Chips name="哪支队伍">
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
