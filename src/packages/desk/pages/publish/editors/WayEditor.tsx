import { View } from '@tarojs/components'
import { atHour, clockWords, dayOf, startOfDay } from '@core/domain/times'
import { useState } from 'react'
import { BigButton, ListRow, Notice, SectionTitle, Sheet, Tick, WhenField } from '@/ui'
import { momentOf, timeOf } from '../../../form/draft'
import { dayWords } from '../../../form/words'
import type { EditorProps } from './Editor'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How seats are given: first come or by lot, and from which minute one can sign up. */
export function WayEditor({ form, onDone }: EditorProps) {
  const [now] = useState(() => Date.now())
  const [drawAt, setDrawAt] = useState(form.drawAt)
  const [opensAt, setOpensAt] = useState(form.opensAt)
  const isLater = opensAt > now
  // Sign-up ends before the lots are drawn.
  const closesAt = drawAt === null ? form.closesAt : Math.min(form.closesAt, drawAt)
  // Either lots decide or the leader does.
  const done = () => onDone({ ...form, drawAt, opensAt, closesAt, approval: form.approval && drawAt === null })
  const wrongDraw =
    drawAt === null
      ? null
      : drawAt > form.startsAt
        ? '要在活动开始之前抽'
        : drawAt <= opensAt
          ? '要在开始报名之后抽'
          : null

  return (
    <Sheet title="报名方式" onClose={done} foot={<BigButton onTap={done}>好了</BigButton>}>
      <ListRow
        first
        title="先到先得"
        say="满了排候补，有人退就往上补"
        trail={<Tick on={drawAt === null} />}
        bare
        onTap={() => setDrawAt(null)}
        name={`先到先得${drawAt === null ? '，现在选的' : ''}`}
      />
      <ListRow
        title="抽签"
        say="到点一起抽，先报后报一个样；种子事先公布，谁都能验"
        trail={<Tick on={drawAt !== null} />}
        bare
        onTap={() => setDrawAt(drawAt ?? usualDraw(form.startsAt, now))}
        name={`抽签${drawAt === null ? '' : '，现在选的'}`}
      />
      {drawAt !== null && (
        <>
          <View className="fields">
            <WhenField
              label="哪天抽"
              mode="date"
              value={dayOf(drawAt)}
              shown={dayWords(drawAt)}
              from={dayOf(now)}
              to={dayOf(form.startsAt)}
              onChange={(day) => setDrawAt(momentOf(day, timeOf(drawAt)))}
            />
            <WhenField
              label="几点抽"
              mode="time"
              value={timeOf(drawAt)}
              shown={clockWords(drawAt)}
              onChange={(time) => setDrawAt(momentOf(dayOf(drawAt), time))}
              wrong={wrongDraw}
            />
          </View>
          {form.approval && (
            <View className="mt3">
              <Notice>抽签就不用您一位位点头了，「每位都要您点头」会关上。</Notice>
            </View>
          )}
          {closesAt < form.closesAt && (
            <View className="mt3">
              <Notice>{`报名到 ${dayWords(closesAt)} ${clockWords(closesAt)} 抽签时截止。`}</Notice>
            </View>
          )}
        </>
      )}
      <SectionTitle>什么时候开始报</SectionTitle>
      <ListRow
        first
        title="发出去就能报"
        trail={<Tick on={!isLater} />}
        bare
        onTap={() => setOpensAt(Math.min(form.opensAt, startOfDay(now)))}
        name={`发出去就能报${isLater ? '' : '，现在选的'}`}
      />
      <ListRow
        title="到点才开始报"
        say="大家同一分钟开始，公平"
        trail={<Tick on={isLater} />}
        bare
        onTap={() => setOpensAt(isLater ? opensAt : usualOpening(now))}
        name={`到点才开始报${isLater ? '，现在选的' : ''}`}
      />
      {isLater && (
        <View className="fields">
          <WhenField
            label="哪一天"
            mode="date"
            value={dayOf(opensAt)}
            shown={dayWords(opensAt)}
            from={dayOf(now)}
            to={dayOf(form.startsAt)}
            onChange={(day) => setOpensAt(momentOf(day, timeOf(opensAt)))}
          />
          <WhenField
            label="几点"
            mode="time"
            value={timeOf(opensAt)}
            shown={clockWords(opensAt)}
            onChange={(time) => setOpensAt(momentOf(dayOf(opensAt), time))}
            wrong={opensAt >= closesAt ? '要在报名截止之前' : null}
          />
        </View>
      )}
    </Sheet>
  )
}

/** The evening before at seven; the hour before the start when that has passed. */
function usualDraw(startsAt: number, now: number): number {
  const eve = atHour(startsAt - dayMs, 19)
  return eve > now ? eve : startsAt - hourMs
}

/** Tomorrow at eight. */
const usualOpening = (now: number) => atHour(now + dayMs, 8)
