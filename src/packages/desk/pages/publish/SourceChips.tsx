import { View } from '@tarojs/components'
import type { ActivityCard } from '@core/contract'
import { activityTemplates } from '@core/services'
import { pieces } from '@/parts/Sense'
import { Chip, Chips, TeamShape } from '@/ui'
import type { Desk } from './index'
import type { Source } from './use-seed'

/** Earlier activities offered as chips. */
const mostPast = 3

/** The latest activities of a team, each title once. */
export function lastTimes(desk: Desk, teamId: string): ActivityCard[] {
  const seen = new Set<string>()
  return [...desk.past, ...desk.coming]
    .filter((card) => card.teamId === teamId && card.state !== 'cancelled')
    .filter(({ title }) => !seen.has(title) && seen.add(title))
    .slice(0, mostPast)
}

/** The first piece of sense of a title, without its mark: 巧手插花. */
const shortTitle = (title: string) => (pieces(title)[0] ?? title).replace(/[：，·\s]+$/, '').slice(0, 8)

interface SourceChipsProps {
  past: readonly ActivityCard[]
  team: Desk['teams'][number]
  value: Source
  onChange: (source: Source) => void
}

/** What to start from: last time's first, then the templates, those of the team's colour before the others. */
export function SourceChips({ past, team, value, onChange }: SourceChipsProps) {
  const own = activityTemplates.filter((each) => each.colour === team.colour)
  const others = activityTemplates.filter((each) => each.colour !== team.colour)
  return (
    <>
      <View className="small i2 mt2">{past.length > 0 ? '照上次的办，改两处就能发' : '选一个样子，改两处就能发'}</View>
      <View className="mt3">
        <Chips name="从哪一个开始">
          {past.map((card) => (
            <Chip
              key={card.id}
              on={value.kind === 'copy' && value.id === card.id}
              onTap={() => onChange({ kind: 'copy', id: card.id })}
              name={`照上次的办，${card.title}`}
            >
              <TeamShape colour={card.colour} size={18} />
              <View>上次：{shortTitle(card.title)}</View>
            </Chip>
          ))}
          {[...own, ...others].map((template) => (
            <Chip
              key={template.id}
              on={value.kind === 'template' && value.id === template.id}
              onTap={() => onChange({ kind: 'template', id: template.id })}
              name={`样子，${template.chip}`}
            >
              <TeamShape colour={template.colour} size={18} />
              <View>{template.chip}</View>
            </Chip>
          ))}
        </Chips>
      </View>
    </>
  )
}
