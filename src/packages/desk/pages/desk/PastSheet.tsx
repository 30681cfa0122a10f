import type { ActivityCard } from '@core/contract'
import { go } from '@/device'
import { ListRow, Sheet, Tile, type IconName } from '@/ui'

/** What is left to do about an activity that has been: settle who came, write it up, hold it once more. */
export function PastSheet({ card, onClose }: { card: ActivityCard; onClose: () => void }) {
  const isHeld = card.state !== 'cancelled'
  const rows: { icon: IconName; title: string; say: string; open: () => Promise<void> }[] = [
    ...(isHeld
      ? [
          {
            icon: 'clock' as const,
            title: '确认签到和时长',
            say: '谁来了、帮了多久，由您定下来',
            open: () => go.settle(card.id),
          },
          {
            icon: 'camera' as const,
            title: '写总结',
            say: '做了什么，谢谢谁，放几张照片',
            open: () => go.writeRecap(card.id),
          },
        ]
      : []),
    { icon: 'list', title: '名单', say: '谁报了名', open: () => go.roster(card.id) },
    ...(card.seriesId
      ? [
          {
            icon: 'calendar' as const,
            title: '看整个系列',
            say: '还没办的、办过的每一场',
            open: () => go.runSeries(card.seriesId ?? ''),
          },
        ]
      : []),
    {
      icon: 'plus',
      title: '照样再办一场',
      say: '改两处就能发',
      open: () => go.publish({ copy: card.id, team: card.teamId }),
    },
  ]
  return (
    <Sheet title={card.title} onClose={onClose}>
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
