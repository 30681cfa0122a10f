import type { ActivityPage } from '@core/contract'
import { nearMoment, seatState } from '@/parts'
import { Link, Notice } from '@/ui'
import { useNotInvited } from './use-invited'
import type { Part } from './use-part'
import { waitingWords } from './words'

/** What stands for her: called off, a seat, a seat kept for her answer, or a place in the line. */
export function MyPart({ page, part, now }: { page: ActivityPage; part: Part; now: number }) {
  const { mine } = page
  const outside = useNotInvited(page)
  if (page.state === 'cancelled') {
    return (
      <Notice title="这场不办了" icon="info">
        {page.reason ? `${page.reason}。` : ''}
        {mine ? '已经报的名不用管，我们替您退了。' : '看看别的活动吧。'}
      </Notice>
    )
  }
  if (outside && ['seats', 'open', 'full', 'not-open'].includes(seatState(page, now).kind)) {
    return <Notice title={outside.why}>{outside.next}</Notice>
  }
  if (!mine || now >= page.endsAt || page.state === 'ended') return null
  const tell = part.canBeTold && !part.isTold && (
    <Link icon="bell" onTap={() => void part.beTold()}>
      {mine.state === 'waiting' ? '补上了就告诉我' : '有变动就告诉我'}
    </Link>
  )
  if (mine.state === 'in') {
    return (
      <Notice tone="success" title="已报名，座位给您留着" action={tell}>
        {part.isTold ? '有变动会在微信里告诉您。' : '到时候直接来就行。'}
      </Notice>
    )
  }
  if (mine.state === 'offered') {
    return (
      <Notice tone="warn" title="有座了，先给您留着" alert>
        {mine.answerBy ? `请在${nearMoment(mine.answerBy, now)} 前回个话，` : '请回个话，'}
        没回的话，座位就让给下一位邻居。
      </Notice>
    )
  }
  return (
    <Notice tone="warn" title={mine.position ? `候补第 ${mine.position} 位` : '候补中'} action={tell}>
      {waitingWords(page, now)}
    </Notice>
  )
}
