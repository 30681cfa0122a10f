import { View } from '@tarojs/components'
import type { ActivityForm, UnitForm } from '@core/contract'
import { clockWords, dayOf } from '@core/domain/times'
import { useState } from 'react'
import { SwitchRow } from '@/parts/SwitchRow'
import { BigButton, Chip, Link, Sheet, TextField, WhenField } from '@/ui'
import { momentOf, timeOf } from '../../../form/draft'
import { newUnitId } from '../../../form/units'

interface OneUnitEditorProps {
  form: ActivityForm
  units: readonly UnitForm[]
  /** The one to change, or the kind of a new one. */
  unit: UnitForm | 'post' | 'slot'
  onBack: () => void
  onDone: (units: UnitForm[]) => void
}

const mostSeats = 500

/** One post or slot: what it is called, how many, who for, and when. */
export function OneUnitEditor({ form, units, unit: given, onBack, onDone }: OneUnitEditorProps) {
  const [unit, setUnit] = useState<UnitForm>(() => (typeof given === 'string' ? blank(given, form, units) : given))
  const [seats, setSeats] = useState(String(unit.capacity))
  const [tried, setTried] = useState(false)
  const isNew = typeof given === 'string'
  const isPost = unit.kind === 'post'
  const hasTime = unit.startsAt !== null && unit.endsAt !== null
  const n = Number(seats)
  const wrongSeats = Number.isInteger(n) && n >= 1 && n <= mostSeats ? null : `1 到 ${mostSeats} 之间的数`
  const wrongName = unit.name.trim() ? null : '起个名字，一看就懂'
  const set = (change: Partial<UnitForm>) => setUnit({ ...unit, ...change })
  const save = () => {
    setTried(true)
    if (wrongSeats || wrongName) return
    const made = { ...unit, name: unit.name.trim(), skills: unit.skills.trim(), capacity: n }
    onDone(isNew ? [...units, made] : units.map((each) => (each.id === unit.id ? made : each)))
  }
  const day = dayOf(form.startsAt)

  return (
    <Sheet
      title={`${isNew ? '加一个' : '改这个'}${isPost ? '岗位' : '时段'}`}
      onClose={onBack}
      foot={
        <>
          <BigButton onTap={save}>{isNew ? '加上' : '改好了'}</BigButton>
          {!isNew && (
            <BigButton variant="line" onTap={() => onDone(units.filter(({ id }) => id !== unit.id))}>
              去掉这个{isPost ? '岗位' : '时段'}
            </BigButton>
          )}
        </>
      }
    >
      <View className="fields mt4">
        <TextField
          label="名字"
          value={unit.name}
          onChange={(name) => set({ name })}
          most={20}
          hint={isPost ? '比如 引导登记' : '比如 3 号院来领'}
          wrong={tried ? wrongName : null}
        />
        <TextField
          label={isPost ? '几个人' : '几席'}
          type="number"
          value={seats}
          onChange={setSeats}
          most={3}
          wrong={tried || seats !== '' ? wrongSeats : null}
        />
      </View>
      <View className="row wrap g2 mt4" aria-role="radiogroup">
        <Chip on={unit.role === 'helper'} onTap={() => set({ role: 'helper' })} name="来帮忙的，记时长">
          来帮忙的
        </Chip>
        <Chip on={unit.role === 'guest'} onTap={() => set({ role: 'guest' })} name="来参加的，不记时长">
          来参加的
        </Chip>
      </View>
      <View className="small i2 mt2">
        {unit.role === 'helper' ? '帮忙的人记志愿时长。' : '来参加的人不记志愿时长。'}
      </View>
      {isPost && (
        <View className="mt4">
          <TextField
            label="要会"
            value={unit.skills}
            onChange={(skills) => set({ skills })}
            most={40}
            hint="比如 会用血压计；可以空着"
          />
        </View>
      )}
      <View className="mt2">
        <SwitchRow
          first
          title="有自己的时间"
          say={hasTime ? undefined : '不开就跟活动一样长'}
          on={hasTime}
          onChange={(on) =>
            set(on ? { startsAt: form.startsAt, endsAt: form.endsAt } : { startsAt: null, endsAt: null })
          }
        />
      </View>
      {unit.startsAt !== null && unit.endsAt !== null && (
        <View className="fields">
          <WhenField
            label="从"
            mode="time"
            value={timeOf(unit.startsAt)}
            shown={clockWords(unit.startsAt)}
            onChange={(time) => set({ startsAt: momentOf(day, time) })}
          />
          <WhenField
            label="到"
            mode="time"
            value={timeOf(unit.endsAt)}
            shown={clockWords(unit.endsAt)}
            onChange={(time) => set({ endsAt: momentOf(day, time) })}
            wrong={
              unit.startsAt < form.startsAt || unit.endsAt > form.endsAt || unit.endsAt <= unit.startsAt
                ? `要在 ${clockWords(form.startsAt)} 到 ${clockWords(form.endsAt)} 之间`
                : null
            }
          />
        </View>
      )}
      <Link plain onTap={onBack}>
        不改了，回去
      </Link>
    </Sheet>
  )
}

function blank(kind: 'post' | 'slot', form: ActivityForm, units: readonly UnitForm[]): UnitForm {
  const isPost = kind === 'post'
  return {
    id: newUnitId(units),
    kind,
    name: '',
    capacity: isPost ? 2 : 10,
    startsAt: isPost ? null : form.startsAt,
    endsAt: isPost ? null : form.endsAt,
    role: isPost ? 'helper' : 'guest',
    skills: '',
  }
}
