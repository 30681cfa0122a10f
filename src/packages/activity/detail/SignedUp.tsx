import type { ActivityPage, Candidate } from '@core/contract'
import { View } from '@tarojs/components'
import { go } from '@/device'
import { partWords, spokenMoment } from '@/parts'
import { BigButton, Icon, Notice, Sheet, Tick } from '@/ui'
import { calledOf } from '../people/candidates'
import { keepInCalendar } from '../people/calendar'
import type { Result } from '../signup/use-sign-up'
import { unitName } from '../signup/units'
import type { Part } from './use-part'
import { cancelWords, doneWords, waitingWords } from './words'

interface SignedUpProps {
  page: ActivityPage
  result: Result
  people: readonly Candidate[]
  part: Part
  now: number
  onClose: () => void
}

/** Done: what stands now for each, and the offer to be told when something changes. */
export function SignedUp({ page, result, people, part, now, onClose }: SignedUpProps) {
  const parts = result.parts.length > 0 ? result.parts : result.mine ? [{ personId: '', mine: result.mine }] : []
  const isIn = parts.some(({ mine }) => mine.state === 'in' || mine.state === 'offered')
  const isAsked = parts.every(({ mine }) => mine.state === 'asked')
  const unit = page.units.find(({ id }) => id === parts[0]?.mine.unit)
  const canAsk = part.canBeTold && !part.isTold
  // For somebody else, what matters is that she arrives.
  const isForOthers = parts.every(({ personId }) => people.some(({ id, kind }) => id === personId && kind !== 'self'))
  const words = doneWords(
    parts.map(({ mine }) => mine),
    page.drawAt,
  )
  const [only] = parts
  const other = parts.length === 1 ? people.find(({ id, kind }) => id === only?.personId && kind !== 'self') : undefined
  const done = other && !isAsked ? `${other.called}${words}` : words
  const when = spokenMoment(unit?.startsAt ?? page.startsAt, now)
  return (
    <Sheet
      title={done}
      onClose={onClose}
      foot={
        <>
          {canAsk && (
            <BigButton
              icon="bell"
              onTap={() => void part.beTold(isForOthers && isIn ? 'family' : isIn ? 'in' : 'waiting')}
            >
              {isAsked
                ? '有结果就告诉我'
                : isForOthers && isIn
                  ? '到了就告诉我'
                  : isIn
                    ? '开始前提醒我'
                    : '补上了就告诉我'}
            </BigButton>
          )}
          <BigButton variant={canAsk ? 'line' : 'primary'} onTap={onClose}>
            好了
          </BigButton>
          <BigButton variant="plain" size="small" onTap={() => void go.mine()}>
            看我的报名
          </BigButton>
        </>
      }
    >
      <View
        className="row g3 mt4"
        aria-role="status"
        aria-live="polite"
        aria-label={[done, when, page.place.name, unit && unitName(unit)].filter(Boolean).join('，')}
      >
        {isIn ? <Tick on large /> : <Icon name="hourglass" size={36} tone="wa" />}
        <View className="grow">
          <View className="title">{when}</View>
          <View className="i2">{[page.place.name, unit && unitName(unit)].filter(Boolean).join(' · ')}</View>
        </View>
      </View>
      {parts.length > 1 && (
        <View className="card card--rows mt4">
          {parts.map(({ personId, mine }, index) => {
            const person = people.find(({ id }) => id === personId)
            return (
              <View key={personId} className={index === 0 ? 'lrow lrow--first' : 'lrow'}>
                <View className="grow b">{person ? calledOf(person) : '家人'}</View>
                <View className={mine.state === 'in' ? 'ok b' : 'wa b'}>{partWords(mine, page.drawAt)}</View>
              </View>
            )
          })}
        </View>
      )}
      <View className="i2 mt4">{afterWords(page, isIn, isAsked, now)}</View>
      {isIn && (
        <View className="row mt3">
          <BigButton size="small" variant="quiet" icon="calendar" onTap={() => void keepInCalendar(page, unit)}>
            记到手机日历
          </BigButton>
        </View>
      )}
      {part.isTold && (
        <View className="mt4">
          <Notice tone="success" icon="bell">
            记下了，会在微信里告诉您。
          </Notice>
        </View>
      )}
    </Sheet>
  )
}

function afterWords(page: ActivityPage, isIn: boolean, isAsked: boolean, now: number): string {
  if (isIn) return cancelWords(page, now)
  if (isAsked)
    return page.drawAt === null ? '队长看过就回话，同意以前还没有座位。' : '抽完马上告诉您，怎么抽的谁都能查。'
  return waitingWords(page, now)
}
