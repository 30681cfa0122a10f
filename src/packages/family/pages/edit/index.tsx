import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Dependent } from '@core/contract'
import { calendar } from '@core/domain/times'
import { useEffect, useRef, useState } from 'react'
import { newKey, useAction, useDo } from '@/client'
import { go, hideKeyboard, nameNavBar, say, useNow, useParam } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { ActionBar, BigButton, ChoiceField, MonthField, Page, TextField } from '@/ui'
import { consentWords, kindWords } from '../../words'
import { ConsentRow } from './ConsentRow'
import { checkRelative, formOf, asksGuardian, type RelativeForm, type RelativeWrong } from './form'
import { KeepersCard } from './KeepersCard'
import { PartingRows } from './PartingRows'

const kinds = ['elder', 'child', 'care'] as const

export default function Relative() {
  const id = useParam('id')
  const asking = useAction(actions.family, {}, { enabled: id !== '' })
  const known = asking.data?.items.find((each) => each.id === id)
  useEffect(() => nameNavBar(id ? (known?.called ?? '家人') : '添一位家人'), [id, known])
  if (!id) return <Editor known={undefined} />
  if (known) return <Editor known={known} />
  return (
    <Page busy={asking.loading}>
      <Asked asking={asking}>{() => <View className="i2 mt4">这位家人的档案已经不在了。</View>}</Asked>
    </Page>
  )
}

function Editor({ known }: { known: Dependent | undefined }) {
  const now = useNow()
  const key = useRef(newKey())
  const [form, setForm] = useState<RelativeForm>(() => formOf(known))
  const [wrong, setWrong] = useState<RelativeWrong>({})
  const { run, busy, trouble } = useDo(actions.saveDependent, { invalidates: [actions.family, actions.getActivity] })
  const change = (part: Partial<RelativeForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setWrong({})
  }
  const save = async () => {
    hideKeyboard()
    const found = checkRelative(form)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const answer = await run({ ...form, id: known?.id ?? null, key: key.current })
    if (!answer?.ok) return
    say('记住了')
    await go.back()
  }
  const isChild = asksGuardian(form, now)
  return (
    <Page
      bar={
        <ActionBar>
          <BigButton grow busy={busy} onTap={() => void save()}>
            {busy ? '正在保存…' : '保存'}
          </BigButton>
        </ActionBar>
      }
    >
      <View className="fields mt4">
        <ChoiceField
          label="身份"
          options={kinds.map((kind) => kindWords[kind])}
          value={kinds.indexOf(form.kind)}
          onChange={(index) => change({ kind: kinds[index] ?? 'elder' })}
        />
        <TextField
          label="姓名"
          value={form.name}
          onChange={(name) => change({ name })}
          most={20}
          hint="比如 何玉珍"
          wrong={wrong.name}
          asked={!known}
        />
        <TextField
          label="您叫"
          value={form.called}
          onChange={(called) => change({ called })}
          most={10}
          hint="比如 妈妈、乐乐"
          wrong={wrong.called}
          asked={!known}
        />
        <TextField
          label="您是"
          value={form.as ?? ''}
          onChange={(as) => change({ as })}
          most={6}
          hint={form.kind === 'child' ? '孩子的什么人，比如 妈妈' : '老人的什么人，比如 女儿'}
        />
        <MonthField
          label="出生"
          value={form.born ?? ''}
          onChange={(born) => change({ born })}
          from="1900-01"
          to={`${calendar(now).year}-${String(calendar(now).month).padStart(2, '0')}`}
          shown={form.born ? `${Number(form.born.slice(0, 4))} 年 ${Number(form.born.slice(5))} 月` : ''}
          hint={form.kind === 'child' ? '选年和月' : '可以不选'}
          wrong={wrong.born}
        />
        {form.phone === null ? (
          <TextField
            label="电话"
            value=""
            onChange={(phone) => change({ phone })}
            type="number"
            most={11}
            hint={`${known?.phone ?? ''}，要换就写新的`}
          />
        ) : (
          <TextField
            label="电话"
            value={form.phone}
            onChange={(phone) => change({ phone })}
            type="number"
            most={11}
            hint="没有就空着"
            wrong={wrong.phone}
          />
        )}
      </View>
      <View className="mt4">
        <ConsentRow
          on={form.consent}
          words={isChild ? consentWords.child : consentWords.adult}
          given={known?.consent ?? null}
          wrong={wrong.consent}
          onToggle={() => change({ consent: !form.consent })}
          now={now}
        />
        <View className="small i2 mt2">{consentWords.rest}</View>
      </View>
      <View className="mt4">
        <TroubleNotice trouble={trouble} />
      </View>
      {known && <KeepersCard known={known} now={now} />}
      {known && <PartingRows known={known} />}
    </Page>
  )
}
