import { View } from '@tarojs/components'
import { attendances } from '@core/contract'
import { hoursRule, hoursWords } from '@core/domain/hours'
import { BigButton, Chip, Notice, Sheet } from '@/ui'
import {
  attendanceWords,
  mostFor,
  ownOf,
  timesWords,
  wasThere,
  withAttendance,
  type Decided,
  type Decision,
} from './decisions'
import { MinutesField } from './MinutesField'

interface PersonSheetProps {
  decided: Decided
  onChange: (decision: Decision | null) => void
  onClose: () => void
}

/** What the leader decides of one person: was she there, and how long did she help. */
export function PersonSheet({ decided, onChange, onClose }: PersonSheetProps) {
  const { row, decision, isChanged } = decided
  const byRule = row.actual === null ? '' : `，按规则 ${hoursWords(row.actual)}`
  const most = mostFor(row)
  const hasHours = row.role === 'helper' && wasThere(decision.attendance)
  return (
    <Sheet
      title={row.name || '没写称呼'}
      say={`${timesWords(row)}${row.role === 'helper' ? `。计划 ${hoursWords(row.planned)}${byRule}` : ''}`}
      onClose={onClose}
      foot={
        <>
          <BigButton onTap={onClose}>好了</BigButton>
          {isChanged && (
            <BigButton variant="line" onTap={() => onChange(null)}>
              照签到的来
            </BigButton>
          )}
        </>
      }
    >
      <View className="row wrap g2 mt4" aria-role="radiogroup" aria-label="来了没有">
        {attendances.map((each) => (
          <Chip
            key={each}
            on={decision.attendance === each}
            onTap={() => onChange(withAttendance(row, decision, each))}
            name={attendanceWords[each]}
          >
            {attendanceWords[each]}
          </Chip>
        ))}
      </View>
      {hasHours && (
        <>
          <View className="mt4">
            <MinutesField
              minutes={decision.minutes}
              most={most}
              onChange={(minutes) => onChange({ attendance: decision.attendance, minutes })}
            />
          </View>
          {decision.minutes >= most && (
            <View className="small i2 mt2">最多到计划加一小时。真的更久，确认以后用「更正」，由另一位负责人同意。</View>
          )}
          {ownOf(decided) > 0 && (
            <View className="mt4">
              <Notice>这是您自己的时长，确认以后等另一位负责人或社区同意，再记进去。</Notice>
            </View>
          )}
          <View className="mt4">
            <Notice title="时长怎么算">
              {hoursRule.map((sentence) => (
                <View key={sentence}>{sentence}</View>
              ))}
            </Notice>
          </View>
        </>
      )}
      {row.role === 'guest' && <View className="small i2 mt4">来参加的邻居不记时长，只记来没来。</View>}
    </Sheet>
  )
}
