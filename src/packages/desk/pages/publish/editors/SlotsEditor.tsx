import { View } from '@tarojs/components'
import type { ActivityForm, UnitForm } from '@core/contract'
import { clockWords, dayOf } from '@core/domain/times'
import { useState } from 'react'
import { BigButton, Chip, Link, Notice, Sheet, TextField, WhenField } from '@/ui'
import { momentOf, timeOf } from '../../../form/draft'
import { mostUnits, slotsIn, slotsOf } from '../../../form/units'

interface SlotsEditorProps {
  form: ActivityForm
  units: readonly UnitForm[]
  onBack: () => void
  onDone: (units: UnitForm[]) => void
}

const usualLengths = [10, 15, 20, 30, 60] as const

/** Slots made in one go: from–to, one every so many minutes, so many seats each. Slots of before give way to them. */
export function SlotsEditor({ form, units, onBack, onDone }: SlotsEditorProps) {
  const [from, setFrom] = useState(form.startsAt)
  const [to, setTo] = useState(form.endsAt)
  const [every, setEvery] = useState(10)
  const [seats, setSeats] = useState('3')
  const posts = units.filter(({ kind }) => kind === 'post')
  const day = dayOf(form.startsAt)
  const n = Number(seats)
  const isSeats = Number.isInteger(n) && n >= 1 && n <= 500
  const plan = { from, to, every, seats: n }
  const many = slotsIn(plan)
  const room = mostUnits - posts.length
  const isOutside = from < form.startsAt || to > form.endsAt
  const canMake = isSeats && many >= 1 && many <= room && !isOutside
  const [first] = canMake ? slotsOf(plan, posts) : []

  return (
    <Sheet
      title="按时间排时段"
      say={units.length > posts.length ? '原来的时段会换成新排的，岗位都留着。' : '一个时段一个时段地来，不用一起等。'}
      onClose={onBack}
      foot={
        <BigButton disabled={!canMake} onTap={() => onDone([...posts, ...slotsOf(plan, posts)])}>
          {canMake ? `排出 ${many} 个时段，共 ${many * n} 席` : '排不出来'}
        </BigButton>
      }
    >
      <View className="fields mt4">
        <WhenField
          label="从"
          mode="time"
          value={timeOf(from)}
          shown={clockWords(from)}
          onChange={(time) => setFrom(momentOf(day, time))}
        />
        <WhenField
          label="到"
          mode="time"
          value={timeOf(to)}
          shown={clockWords(to)}
          onChange={(time) => setTo(momentOf(day, time))}
        />
      </View>
      <View className="small i2 mt4">隔多久一个</View>
      <View className="row wrap g2 mt2" aria-role="radiogroup" aria-label="隔多久一个">
        {usualLengths.map((minutes) => (
          <Chip key={minutes} on={every === minutes} onTap={() => setEvery(minutes)} name={`${minutes} 分钟一个`}>
            {minutes} 分钟
          </Chip>
        ))}
      </View>
      <View className="mt4">
        <TextField
          label="各几席"
          type="number"
          value={seats}
          onChange={setSeats}
          most={3}
          wrong={isSeats ? null : '1 到 500 之间的数'}
        />
      </View>
      <View className="mt4">
        {isOutside ? (
          <Notice tone="warn">{`活动是 ${clockWords(form.startsAt)} 到 ${clockWords(form.endsAt)}，时段要排在里面。`}</Notice>
        ) : many > room ? (
          <Notice tone="warn">{`这样有 ${many} 个，最多还能排 ${room} 个。把间隔放长一点。`}</Notice>
        ) : many < 1 ? (
          <Notice tone="warn">这段时间放不下一个时段，把结束往后调。</Notice>
        ) : (
          first && <Notice>{`第一个是 ${first.name}，往后每 ${every} 分钟一个。`}</Notice>
        )}
      </View>
      <Link plain onTap={onBack}>
        不排了，回去
      </Link>
    </Sheet>
  )
}
