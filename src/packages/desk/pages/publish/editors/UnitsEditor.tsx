import { View } from '@tarojs/components'
import type { UnitForm } from '@core/contract'
import { capacityOf } from '@core/domain/units'
import { useState } from 'react'
import { ask } from '@/device'
import { BigButton, Link, ListRow, Notice, Sheet } from '@/ui'
import { mostUnits, unitRemark, unitsWords } from '../../../form/units'
import type { EditorProps } from './Editor'
import { OneUnitEditor } from './OneUnitEditor'
import { SlotsEditor } from './SlotsEditor'

type Step = { kind: 'list' } | { kind: 'one'; unit: UnitForm | 'post' | 'slot' } | { kind: 'slots' }

/** What of a long list is drawn at once. */
const drawn = 20

/** Posts and slots of the activity, each with its own number; none means that all do the same. */
export function UnitsEditor({ form, onDone }: EditorProps) {
  const [units, setUnits] = useState(form.units)
  const [step, setStep] = useState<Step>({ kind: 'list' })
  const [all, setAll] = useState(false)
  const list = () => setStep({ kind: 'list' })
  const done = () => onDone({ ...form, units, capacity: capacityOf({ units, capacity: form.capacity }) })
  const hasSlots = units.some(({ kind }) => kind === 'slot')

  if (step.kind === 'one') {
    return (
      <OneUnitEditor
        form={form}
        units={units}
        unit={step.unit}
        onBack={list}
        onDone={(next) => {
          setUnits(next)
          list()
        }}
      />
    )
  }
  if (step.kind === 'slots') {
    return (
      <SlotsEditor
        form={form}
        units={units}
        onBack={list}
        onDone={(next) => {
          setUnits(next)
          list()
        }}
      />
    )
  }
  const clear = async () => {
    if (await ask({ title: '都不分了？', body: '去掉全部岗位和时段，大家一起报。', yes: '不分了', no: '留着' }))
      setUnits([])
  }
  const isFull = units.length >= mostUnits
  return (
    <Sheet
      title="岗位与时段"
      say={units.length > 0 ? unitsWords(units) : '不分的话，大家一起报。要分，就各报各的名额。'}
      onClose={done}
      foot={<BigButton onTap={done}>好了</BigButton>}
    >
      {units.slice(0, all ? units.length : drawn).map((unit, index) => (
        <ListRow
          key={unit.id}
          first={index === 0}
          title={unit.name}
          say={unitRemark(unit)}
          onTap={() => setStep({ kind: 'one', unit })}
          name={`${unit.name}，${unitRemark(unit)}，改一改`}
        />
      ))}
      {!all && units.length > drawn && (
        <Link onTap={() => setAll(true)}>{`还有 ${units.length - drawn} 个，都看看`}</Link>
      )}
      {isFull ? (
        <View className="mt3">
          <Notice>{`已经有 ${mostUnits} 个，不能再加了。`}</Notice>
        </View>
      ) : (
        <>
          <ListRow
            first={units.length === 0}
            title="加一个岗位"
            say="帮忙的、来参加的，各要几个人"
            onTap={() => setStep({ kind: 'one', unit: 'post' })}
            name="加一个岗位"
          />
          <ListRow
            title={hasSlots ? '重新排时段' : '按时间排出时段'}
            say="从几点到几点，隔多久一个，一次排好"
            onTap={() => setStep({ kind: 'slots' })}
            name={hasSlots ? '重新排时段' : '按时间排出时段'}
          />
          <ListRow
            title="加一个时段"
            say="比如 3 号院 9:00 来领"
            onTap={() => setStep({ kind: 'one', unit: 'slot' })}
            name="加一个时段"
          />
        </>
      )}
      {units.length > 0 && (
        <Link plain onTap={() => void clear()}>
          都不分了
        </Link>
      )}
    </Sheet>
  )
}
