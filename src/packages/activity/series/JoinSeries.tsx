import { actions } from '@core/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAction, useMe } from '@/client'
import { fullMoment, PersonPicker } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Notice, Sheet, Tick } from '@/ui'
import { calledOf, familyOf, needsGuardian, pickableOf } from '../people/candidates'
import { AgreeRow } from '../signup/AgreeRow'
import type { Series } from './use-series'
import { outcomeWords, refusedWords } from './words'

interface JoinSeriesProps {
  id: string
  title: string
  series: Series
  /** Meetings by id; null for all to come. */
  meetings: string[] | null
  regulars: readonly string[]
  now: number
  onClose: () => void
}

type Outcome = { activityId: string; startsAt: number; mine: { state: string } | null; refused: string }

/** Who comes to the meetings that were chosen, or to all of them from now on. */
export function JoinSeries({ id, title, series, meetings, regulars, now, onClose }: JoinSeriesProps) {
  const me = useMe().data
  const family = useAction(actions.family, {}, { enabled: me?.hasProfile === true }).data
  const people = familyOf(me, family?.items ?? [], now)
  const isAll = meetings === null
  const isIn = (personId: string) => isAll && regulars.includes(personId)
  const [chosen, setChosen] = useState<string[] | null>(null)
  const [isGuardian, setGuardian] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const [done, setDone] = useState<Outcome[] | null>(null)
  const picked = people.filter((person) => (chosen ?? [me?.id]).includes(person.id) && !isIn(person.id))
  const guarded = picked.filter(needsGuardian)
  const { busy, trouble, run } = series.joining

  const join = async () => {
    setChecked(true)
    if (guarded.length > 0 && !isGuardian) return
    const onlyMe = picked.length === 1 && picked[0]?.kind === 'self'
    const answer = await run({
      id,
      people: onlyMe ? [] : picked.map((each) => each.id),
      meetings,
      guardian: isGuardian,
    })
    if (answer?.ok) setDone(answer.data.items)
  }
  if (done) return <Joined items={done} isAll={isAll} now={now} onClose={onClose} />
  const count = picked.length > 1 ? `${picked.length} 个人` : ''
  return (
    <Sheet
      title={isAll ? '谁固定来？' : `谁来这 ${meetings.length} 场？`}
      say={title}
      onClose={onClose}
      foot={
        <>
          {trouble && <TroubleNotice trouble={trouble} />}
          {picked.length === 0 ? (
            <BigButton disabled>先选谁来</BigButton>
          ) : (
            <BigButton busy={busy} onTap={() => void join()}>
              {busy ? '正在报名…' : isAll ? `${count}固定来` : `${count}报这 ${meetings.length} 场`}
            </BigButton>
          )}
        </>
      }
    >
      <View className="mt4">
        <PersonPicker
          people={people.map((person) => {
            const row = pickableOf(person, null)
            return isIn(person.id) ? { ...row, cannot: '已经固定来' } : row
          })}
          picked={picked.map((person) => person.id)}
          onToggle={(each) => {
            const before = picked.map((person) => person.id)
            setChosen(before.includes(each) ? before.filter((other) => other !== each) : [...before, each])
          }}
        />
      </View>
      {guarded.length > 0 && (
        <AgreeRow
          on={isGuardian}
          wrong={isChecked && !isGuardian ? '孩子参加要监护人同意，勾上这一条再报' : ''}
          onToggle={() => setGuardian(!isGuardian)}
        >
          我是{guarded.map(calledOf).join('、')}的监护人，同意参加
        </AgreeRow>
      )}
      <View className="mt4">
        <Notice icon="calendar">
          {isAll
            ? '以后每一场都给您留座，新排的场次也在内。哪次有事，单独说一声来不了就行。'
            : '一场一场地报，满了的会排进候补。'}
        </Notice>
      </View>
    </Sheet>
  )
}

interface JoinedProps {
  items: Outcome[]
  isAll: boolean
  now: number
  onClose: () => void
}

/** What became of it, and each meeting that was not to be had with its reason. */
function Joined({ items, isAll, now, onClose }: JoinedProps) {
  const refused = items.filter(({ mine }) => mine === null)
  return (
    <Sheet title={outcomeWords(items)} onClose={onClose} foot={<BigButton onTap={onClose}>好了</BigButton>}>
      <View className="row g3 mt4">
        <Tick on large />
        <View className="grow i2">{isAll ? '座位给您留着，哪次来不了，提前说一声就好。' : '到时候直接来就行。'}</View>
      </View>
      {refused.length > 0 && (
        <View className="card card--rows mt4">
          {refused.slice(0, 8).map((item, index) => (
            <View key={`${item.activityId}-${index}`} className={index === 0 ? 'lrow lrow--first' : 'lrow'}>
              <View className="grow">
                <View className="b">{fullMoment(item.startsAt, now)}</View>
                <View className="small i2">{refusedWords(item.refused)}</View>
              </View>
            </View>
          ))}
        </View>
      )}
    </Sheet>
  )
}
