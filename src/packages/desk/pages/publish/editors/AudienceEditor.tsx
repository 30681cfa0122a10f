import { View } from '@tarojs/components'
import type { ActivityForm } from '@core/contract'
import { ageWords } from '@core/domain/who-may-come'
import { useState } from 'react'
import { SwitchRow } from '@/parts/SwitchRow'
import { BigButton, Chip, ListRow, SectionTitle, Sheet, TextField, Tick } from '@/ui'
import { audienceWords } from '../../../form/words'
import type { EditorProps } from './Editor'

const choices: readonly { value: ActivityForm['audience']; say: string }[] = [
  { value: 'anyone', say: '全县的邻居都能报' },
  { value: 'community', say: '别的社区的邻居看得到，报不了' },
  { value: 'members', say: '邻居看得到，想来先加入队伍' },
]

const usualAges: readonly ActivityForm['ages'][] = [
  { from: 60, to: null },
  { from: 6, to: 12 },
  { from: 18, to: null },
]
const usualLimits = [1, 2, 3, 4, 5] as const

const yearOf = (text: string) => (text === '' ? null : Number(text))
const isYear = (text: string) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 120)

/** Who may come: from where, of which age, with the leader's yes, and how often in a month. */
export function AudienceEditor({ form, onDone }: EditorProps) {
  const [audience, setAudience] = useState(form.audience)
  const [from, setFrom] = useState(form.ages.from === null ? '' : String(form.ages.from))
  const [to, setTo] = useState(form.ages.to === null ? '' : String(form.ages.to))
  const [approval, setApproval] = useState(form.approval)
  const [perMonth, setPerMonth] = useState(form.perMonth)
  const ages = { from: yearOf(from), to: yearOf(to) }
  const wrongAges = !isYear(from) || !isYear(to) ? '0 到 120 之间的数' : wrongOrder(ages)
  // Either the leader decides or lots do.
  const drawAt = approval ? null : form.drawAt
  const done = () => onDone({ ...form, audience, ages: wrongAges ? form.ages : ages, approval, perMonth, drawAt })
  const setAges = (next: ActivityForm['ages']) => {
    setFrom(next.from === null ? '' : String(next.from))
    setTo(next.to === null ? '' : String(next.to))
  }
  const isAges = (each: ActivityForm['ages']) => each.from === ages.from && each.to === ages.to

  return (
    <Sheet
      title="谁能来"
      say="页面上会事先说清楚，不能报的邻居也知道为什么。"
      onClose={done}
      foot={
        <BigButton onTap={done} disabled={wrongAges !== null}>
          {wrongAges ?? '好了'}
        </BigButton>
      }
    >
      {choices.map(({ value, say }, index) => (
        <ListRow
          key={value}
          first={index === 0}
          title={audienceWords[value]}
          say={say}
          trail={<Tick on={audience === value} />}
          bare
          onTap={() => setAudience(value)}
          name={`${audienceWords[value]}，${say}${audience === value ? '，现在选的' : ''}`}
        />
      ))}
      <SectionTitle>多大年纪</SectionTitle>
      <View className="row wrap g2" aria-role="radiogroup" aria-label="多大年纪">
        <Chip on={from === '' && to === ''} onTap={() => setAges({ from: null, to: null })} name="不限年龄">
          不限
        </Chip>
        {usualAges.map((each) => (
          <Chip key={ageWords(each)} on={isAges(each)} onTap={() => setAges(each)} name={ageWords(each)}>
            {ageWords(each)}
          </Chip>
        ))}
      </View>
      <View className="fields mt3">
        <TextField label="最小" type="number" value={from} onChange={setFrom} most={3} hint="空着就是不限" />
        <TextField
          label="最大"
          type="number"
          value={to}
          onChange={setTo}
          most={3}
          hint="空着就是不限"
          wrong={wrongAges}
        />
      </View>
      <SectionTitle>别的规矩</SectionTitle>
      <SwitchRow
        first
        title="每位都要您点头"
        say={approval && form.drawAt !== null ? '由您来定，就不抽签了' : '报了先等着，您在名单里同意了才算报上'}
        on={approval}
        onChange={setApproval}
      />
      <SwitchRow
        title="每人每月有限"
        say={perMonth === null ? '把名额留给没来过的邻居' : `每人每月最多报本队 ${perMonth} 场`}
        on={perMonth !== null}
        onChange={(on) => setPerMonth(on ? 2 : null)}
      />
      {perMonth !== null && (
        <View className="row wrap g2" aria-role="radiogroup" aria-label="每人每月几场">
          {usualLimits.map((limit) => (
            <Chip key={limit} on={perMonth === limit} onTap={() => setPerMonth(limit)} name={`每人每月 ${limit} 场`}>
              {limit} 场
            </Chip>
          ))}
        </View>
      )}
    </Sheet>
  )
}

const wrongOrder = ({ from, to }: ActivityForm['ages']) =>
  from !== null && to !== null && from > to ? '最小的年龄比最大的还大' : null
