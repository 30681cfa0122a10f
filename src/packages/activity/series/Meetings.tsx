import type { ActivityCard } from '@core/contract'
import { calendar, clockWords, dayOf } from '@core/domain/times'
import { View } from '@tarojs/components'
import { LongList, StateWord, ourParts, seatState, type Tone } from '@/parts'
import { Link, Tick, classes } from '@/ui'
import { festivalOn, withMonths } from './words'

export type Meeting = ActivityCard & { isChanged: boolean }

interface MeetingsProps {
  items: readonly Meeting[]
  now: number
  /** Ids of those that are ticked; null where nothing is being chosen. */
  picked: readonly string[] | null
  /** Whether she or one of hers is a regular: then what she has no seat in was skipped. */
  isRegular: boolean
  onTap: (meeting: Meeting) => void
  onSkip: (meeting: Meeting) => void
}

/** The meetings under the headings of their months. */
export function Meetings({ items, now, picked, isRegular, onTap, onSkip }: MeetingsProps) {
  return (
    <LongList
      rows={withMonths(items, now)}
      size={12}
      rowHeight={84}
      draw={(rows) =>
        rows.map(({ item, heading, isFirst }) => (
          <View key={item.id}>
            {heading && (
              <View className={classes('month', isFirst && 'month--first')} aria-role="heading">
                {heading}
              </View>
            )}
            <Row
              meeting={item}
              now={now}
              isPicked={picked === null ? null : picked.includes(item.id)}
              isRegular={isRegular}
              onTap={() => onTap(item)}
              onSkip={() => onSkip(item)}
            />
          </View>
        ))
      }
    />
  )
}

/** Whether it can be signed up for now. */
export const isOpen = (meeting: ActivityCard, now: number) =>
  ourParts(meeting).length === 0 && ['seats', 'open', 'full'].includes(seatState(meeting, now).kind)

function words(meeting: Meeting, now: number, isRegular: boolean): { word: string; tone: Tone } {
  const state = seatState(meeting, now)
  const hasSkipped = isRegular && isOpen(meeting, now)
  return hasSkipped ? { word: '这次不来', tone: 'i2' } : { word: state.word, tone: state.tone }
}

interface RowProps {
  meeting: Meeting
  now: number
  isPicked: boolean | null
  isRegular: boolean
  onTap: () => void
  onSkip: () => void
}

function Row({ meeting, now, isPicked, isRegular, onTap, onSkip }: RowProps) {
  const { month, date, weekday } = calendar(meeting.startsAt)
  const { word, tone } = words(meeting, now, isRegular)
  const festival = festivalOn(dayOf(meeting.startsAt))
  const remark = [festival, meeting.isChanged ? '这一场改过' : ''].filter(Boolean).join(' · ')
  const isChoosing = isPicked !== null
  const canPick = isChoosing && isOpen(meeting, now)
  const canSkip = !isChoosing && ourParts(meeting).length > 0 && now < meeting.startsAt && meeting.state !== 'cancelled'
  const name = [`${month} 月 ${date} 日${weekday}`, clockWords(meeting.startsAt), word, remark]
    .filter(Boolean)
    .join('，')
  return (
    <View
      className={classes('meeting', isPicked && 'meeting--on')}
      hoverClass={isChoosing && !canPick ? 'none' : 'pressed'}
      onClick={() => (isChoosing ? canPick && onTap() : onTap())}
      aria-role={isChoosing ? 'checkbox' : 'button'}
      aria-checked={isChoosing ? isPicked : undefined}
      aria-disabled={(isChoosing && !canPick) || undefined}
      aria-label={name}
    >
      <View className="meeting__day">
        <View className="meeting__n">{date}</View>
        <View className="caption">{weekday}</View>
      </View>
      <View className="grow">
        <View className="b">{clockWords(meeting.startsAt)}</View>
        <View className="small">
          <StateWord tone={tone}>{word}</StateWord>
        </View>
        {remark && <View className="small i2">{remark}</View>}
      </View>
      {isChoosing && canPick && <Tick on={isPicked} />}
      {canSkip && (
        <Link plain onTap={onSkip} name={`${month} 月 ${date} 日，来不了`}>
          来不了
        </Link>
      )}
    </View>
  )
}
