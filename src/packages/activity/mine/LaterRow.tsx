import type { ActivityCard } from '@core/contract'
import { go } from '@/device'
import { Link } from '@/ui'

/** The later meetings of the same series, a tap away. */
export function LaterRow({ card, later }: { card: ActivityCard; later: number }) {
  const { seriesId } = card
  if (!seriesId || later === 0) return null
  return (
    <Link icon="calendar" onTap={() => void go.series(seriesId)} name={`${card.title}，之后还有 ${later} 场`}>
      之后还有 {later} 场
    </Link>
  )
}
