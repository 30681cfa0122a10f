import { actions, type ActivityCard } from '@core/contract'
import { View } from '@tarojs/components'
import { useAction } from '@/client'
import { callPhone, go, openLocation } from '@/device'
import { ColourTag, SeatWord, Sense, awayWords, ourParts, ourStart, seatState, spokenMoment, ticketName } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Icon } from '@/ui'
import type { Folded } from './fold-series'
import { LaterRow } from './LaterRow'
import { LeaveSheet } from '../detail/LeaveSheet'
import { usePart, type Part } from '../detail/use-part'
import { waysOf } from '../detail/way-words'
import { whoWhere } from '../signup/units'

type Page = NonNullable<ReturnType<typeof useNextPage>>

const useNextPage = (id: string) => useAction(actions.getActivity, { id }).data

/** The sign-up that comes next, large: when in spoken words, what, where, who goes, and what one can do about it. */
export function NextCard({ card, later, now, onSheet }: Folded & { now: number; onSheet: (id: string) => void }) {
  const page = useNextPage(card.id)
  const parts = ourParts(card)
  const open = () => void go.activity(card.id)
  const units = card.ourUnits ?? page?.units
  const startsAt = ourStart(card, parts, units)
  return (
    <View className="card card--bare">
      <View hoverClass="pressed" onClick={open} aria-role="button" aria-label={ticketName(card, now)}>
        <View className={`next__band tint--${card.colour}`}>
          <View className="row between">
            <ColourTag colour={card.colour} />
            <SeatWord state={seatState({ ...card, ours: [], mine: parts[0]?.mine ?? null }, now)} />
          </View>
          <View className="display mt2">{spokenMoment(startsAt, now)}</View>
          <View className="small i2">{awayWords(startsAt, card.endsAt, now)}</View>
        </View>
        <View className="next__b">
          <Sense className="title" text={card.title} />
          <View className="row g2 small i2 mt2">
            <Icon name="pin" size={17} tone="i3" />
            <Sense className="one" text={card.placeName} />
          </View>
          <View className="row g2 small i2 mt1">
            <Icon name="people" size={17} tone="i3" />
            <View>{waysOf(parts, card, now) || whoWhere(parts, units)}</View>
          </View>
        </View>
      </View>
      {later > 0 && (
        <View className="next__later">
          <LaterRow card={card} later={later} />
        </View>
      )}
      {page ? <Acts card={card} page={page} now={now} onSheet={onSheet} /> : <View className="next__acts" />}
    </View>
  )
}

interface ActsProps {
  card: ActivityCard
  page: Page
  now: number
  onSheet: (id: string) => void
}

/** 签到码, 怎么走, 来不了; or the answer that is waited for. */
function Acts({ card, page, now, onSheet }: ActsProps) {
  const part = usePart(page)
  const parts = ourParts(card)
  const isOnMap = page.place.latitude !== null && page.place.longitude !== null
  const hasSeat = parts.some(({ mine }) => mine.state === 'in')
  if (parts.some(({ mine }) => mine.state === 'offered')) {
    return (
      <View className="next__acts">
        <BigButton size="small" grow onTap={() => void go.activity(card.id)}>
          回个话
        </BigButton>
      </View>
    )
  }
  const leave = () => (parts.length > 1 ? onSheet(card.id) : void part.leave(parts))
  const isLate = hasSeat && now >= page.cancelBy
  return (
    <>
      <View className="next__acts">
        {hasSeat && (
          <BigButton size="small" variant="quiet" icon="code" grow onTap={() => void go.pass(card.id)}>
            签到码
          </BigButton>
        )}
        {isOnMap && (
          <BigButton size="small" variant="line" onTap={() => void openLocation(page.place)}>
            怎么走
          </BigButton>
        )}
        {now < page.startsAt && (
          <BigButton
            size="small"
            variant="line"
            name={isLate ? `来不了，打给${page.contact.name}` : undefined}
            busy={part.leaving.busy}
            onTap={isLate ? () => void callPhone(page.contact.phone) : leave}
          >
            {part.leaving.busy ? '正在退座…' : '来不了'}
          </BigButton>
        )}
      </View>
      {part.leaving.trouble && (
        <View className="next__trouble">
          <TroubleNotice trouble={part.leaving.trouble} />
        </View>
      )}
    </>
  )
}

/** The sheet that asks which of hers do not come, over the page. */
export function NextLeave({ id, onClose }: { id: string; onClose: () => void }) {
  const page = useNextPage(id)
  return page ? <LeaveOf page={page} onClose={onClose} /> : null
}

function LeaveOf({ page, onClose }: { page: Page; onClose: () => void }) {
  const part: Part = usePart(page)
  return <LeaveSheet page={page} part={part} onClose={onClose} />
}
