import { go } from '@/device'
import { ListRow, Sheet, Tile, type IconName } from '@/ui'
import { clockWords } from '@core/domain/times'
import type { MeetingCard } from '../../form/series-plan'
import { dayWords } from '../../form/words'
import { meetingWords } from './MeetingRow'

interface MeetingSheetProps {
  seriesId: string
  meeting: MeetingCard
  now: number
  onClose: () => void
}

/** What a leader can do with one meeting: its roster, itself alone, or it and all that follow. */
export function MeetingSheet({ seriesId, meeting, now, onClose }: MeetingSheetProps) {
  const isAhead = (meeting.state === 'published' || meeting.state === 'closed') && meeting.startsAt > now
  const rows: { icon: IconName; title: string; say: string; open: () => Promise<void> }[] = [
    { icon: 'list', title: '名单', say: '谁来、谁在候补', open: () => go.roster(meeting.id) },
    { icon: 'calendar', title: '看活动页', say: '邻居看到的样子', open: () => go.activity(meeting.id) },
    ...(isAhead
      ? [
          {
            icon: 'edit' as const,
            title: '只改这一场',
            say: '往后改整个系列，这一场不再跟着变',
            open: () => go.publish({ id: meeting.id }),
          },
        ]
      : []),
    ...(isAhead && !meeting.isChanged
      ? [
          {
            icon: 'edit' as const,
            title: '改这一场和后面的',
            say: '前面的、单独改过的都不动',
            open: () => go.publish({ id: meeting.id, series: seriesId }),
          },
        ]
      : []),
  ]
  return (
    <Sheet
      title={`${dayWords(meeting.startsAt)} ${clockWords(meeting.startsAt)}`}
      say={meetingWords(meeting)}
      onClose={onClose}
    >
      {rows.map(({ icon, title, say, open }, index) => (
        <ListRow
          key={title}
          first={index === 0}
          lead={<Tile icon={icon} />}
          title={title}
          say={say}
          onTap={() => {
            onClose()
            void open()
          }}
          name={`${title}，${say}`}
        />
      ))}
    </Sheet>
  )
}
