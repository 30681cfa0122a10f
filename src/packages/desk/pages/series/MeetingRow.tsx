import { clockWords } from '@core/domain/times'
import { StateWord } from '@/parts'
import { ListRow } from '@/ui'
import type { MeetingCard } from '../../form/series-plan'
import { dayWords } from '../../form/words'

/** How a meeting stands: 报了 8 人，余 12 席. */
export function meetingWords({ state, taken, seatsLeft, waiting, reason }: MeetingCard): string {
  if (state === 'cancelled') return reason ? `不办了：${reason}` : '不办了'
  if (waiting > 0) return `报了 ${taken} 人，候补 ${waiting} 人`
  if (seatsLeft === null) return `报了 ${taken} 人`
  return `报了 ${taken} 人，${seatsLeft > 0 ? `余 ${seatsLeft} 席` : '满了'}`
}

/** One meeting of a series. */
export function MeetingRow({ meeting, first, onTap }: { meeting: MeetingCard; first: boolean; onTap: () => void }) {
  const when = `${dayWords(meeting.startsAt)} ${clockWords(meeting.startsAt)}`
  const isOff = meeting.state === 'cancelled'
  const own = meeting.isChanged && !isOff
  return (
    <ListRow
      first={first}
      title={when}
      say={meetingWords(meeting)}
      trail={own && <StateWord tone="i2">单独改过</StateWord>}
      onTap={onTap}
      name={[when, meetingWords(meeting), own && '单独改过'].filter(Boolean).join('，')}
    />
  )
}
