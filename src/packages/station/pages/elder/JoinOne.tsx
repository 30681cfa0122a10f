import { View } from '@tarojs/components'
import { actions, type ActivityCard, type Elder, type OutputOf, type joinForElder } from '@core/contract'
import { spanWords } from '@core/domain/times'
import { useState } from 'react'
import { useAction, useDo } from '@/client'
import { say, useNow } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { BigButton, Chip, Notice, Sheet } from '@/ui'

/** What her coming or going makes untrue. */
const untrue = [actions.elders, actions.listActivities, actions.getActivity]

interface JoinOneProps {
  elder: Elder
  card: ActivityCard
  onBack: () => void
  onClose: () => void
}

/** The activity chosen for her: its post or slot where there are any, and the tap that signs her up. */
export function JoinOne({ elder, card, onBack, onClose }: JoinOneProps) {
  const now = useNow()
  const page = useAction(actions.getActivity, { id: card.id })
  const { run, busy, trouble } = useDo(actions.joinForElder, {
    invalidates: untrue,
  })
  const leaving = useDo(actions.leaveForElder, { invalidates: untrue })
  const [unit, setUnit] = useState<string | null>(null)
  const [done, setDone] = useState<OutputOf<typeof joinForElder> | null>(null)
  const units = page.data?.units ?? []
  const needsUnit = units.length > 0 && unit === null

  const join = async () => {
    const answer = await run({ id: elder.id, activityId: card.id, unit })
    if (answer?.ok) setDone(answer.data)
  }
  const leave = async () => {
    const answer = await leaving.run({ id: elder.id, activityId: card.id })
    if (!answer?.ok) return
    say('退掉了')
    onClose()
  }
  const goWords = !page.data ? '正在看还有没有座…' : needsUnit ? '先选一个岗位或时段' : `帮${elder.name}报名`
  if (done) {
    return (
      <Sheet
        title={doneWords(elder.name, done)}
        onClose={onClose}
        foot={
          <>
            <TroubleNotice trouble={leaving.trouble} />
            <BigButton onTap={onClose}>好了</BigButton>
            <BigButton variant="plain" size="small" busy={leaving.busy} onTap={() => void leave()}>
              {leaving.busy ? '正在退…' : '不去了，退掉'}
            </BigButton>
          </>
        }
      >
        <Facts card={card} now={now} />
        <View className="mt4">
          <Notice tone="success" alert>
            {elder.keepers.some(({ may }) => may.told) ? '照管的家人也会知道。' : '记得当面告诉本人，或者打个电话。'}
          </Notice>
        </View>
      </Sheet>
    )
  }
  return (
    <Sheet
      title={card.title}
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton busy={busy} disabled={!page.data || needsUnit} onTap={() => void join()}>
            {busy ? '正在报名…' : goWords}
          </BigButton>
          <BigButton variant="plain" size="small" onTap={onBack}>
            换一场
          </BigButton>
        </>
      }
    >
      <Facts card={card} now={now} />
      <Asked asking={page}>
        {() =>
          units.length > 0 && (
            <View className="row wrap g2 mt4" aria-role="radiogroup" aria-label="哪个岗位或时段">
              {units.map(({ id, name, seatsLeft }) => (
                <Chip
                  key={id}
                  on={unit === id}
                  onTap={() => setUnit(id)}
                  name={`${name}，${seatsLeft > 0 ? `余 ${seatsLeft} 席` : '满了，排候补'}`}
                >
                  {`${name} ${seatsLeft > 0 ? `余 ${seatsLeft}` : '满'}`}
                </Chip>
              ))}
            </View>
          )
        }
      </Asked>
    </Sheet>
  )
}

function Facts({ card, now }: { card: ActivityCard; now: number }) {
  return (
    <View className="mt3">
      <View className="title">{spanWords(card.startsAt, card.endsAt, now)}</View>
      <View className="i2">{card.placeName}</View>
    </View>
  )
}

/** What became of it: 何玉珍报上了. */
function doneWords(name: string, { state, position }: OutputOf<typeof joinForElder>): string {
  if (state === 'in') return `${name}报上了`
  if (state === 'offered') return `给${name}留了座，等答复`
  if (state === 'asked') return `报给队长了，等答复`
  return position === null ? `${name}在候补` : `${name}候补第 ${position} 位`
}
