import { Picker, View } from '@tarojs/components'
import { Field, type FieldProps } from './Field'
import { classes } from './classes'
import { Icon } from './Icon'

interface ChoiceFieldProps extends FieldProps {
  options: readonly string[]
  /** Index of the choice; -1 when none is made yet. */
  value: number
  onChange: (index: number) => void
  hint?: string
}

/** One of a few, through the phone's own picker. */
export function ChoiceField({ options, value, onChange, hint = '请选一个', ...frame }: ChoiceFieldProps) {
  const shown = options[value]
  return (
    <Picker
      mode="selector"
      range={[...options]}
      value={Math.max(value, 0)}
      onChange={(event) => onChange(Number(event.detail.value))}
      aria-role="button"
      aria-label={`${frame.label}，${shown ?? hint}`}
    >
      <Field {...frame} trail={<Icon name="down" size={18} tone="i3" />}>
        <View className={classes('field__v', !shown && 'field__v--none')}>{shown ?? hint}</View>
      </Field>
    </Picker>
  )
}

interface WhenFieldProps extends FieldProps {
  /** `date` gives yyyy-mm-dd, `time` gives HH:mm. */
  mode: 'date' | 'time'
  value: string
  onChange: (value: string) => void
  /** How the value is said: 12 月 5 日 周六; the raw value when missing. */
  shown?: string
  hint?: string
  /** Earliest and latest, in the form of the value. */
  from?: string
  to?: string
}

type MonthFieldProps = Omit<WhenFieldProps, 'mode'>

/** A month as yyyy-mm, through the phone's own picker. */
export function MonthField({ value, onChange, shown, hint = '请选', from, to, ...frame }: MonthFieldProps) {
  const words = shown ?? value
  return (
    <Picker
      mode="date"
      fields="month"
      value={value || to || ''}
      start={from}
      end={to}
      onChange={(event) => onChange(String(event.detail.value).slice(0, 7))}
      aria-role="button"
      aria-label={`${frame.label}，${words || hint}`}
    >
      <Field {...frame} trail={<Icon name="calendar" tone="i3" />}>
        <View className={classes('field__v', !words && 'field__v--none')}>{words || hint}</View>
      </Field>
    </Picker>
  )
}

/** A date or a time of day, through the phone's own picker. */
export function WhenField({ mode, value, onChange, shown, hint = '请选', from, to, ...frame }: WhenFieldProps) {
  const words = shown ?? value
  const field = (
    <Field {...frame} trail={<Icon name={mode === 'date' ? 'calendar' : 'clock'} tone="i3" />}>
      <View className={classes('field__v', !words && 'field__v--none')}>{words || hint}</View>
    </Field>
  )
  const name = `${frame.label}，${words || hint}`
  if (mode === 'date') {
    return (
      <Picker
        mode="date"
        value={value}
        start={from}
        end={to}
        onChange={(event) => onChange(String(event.detail.value))}
        aria-role="button"
        aria-label={name}
      >
        {field}
      </Picker>
    )
  }
  return (
    <Picker
      mode="time"
      value={value}
      start={from}
      end={to}
      onChange={(event) => onChange(String(event.detail.value))}
      aria-role="button"
      aria-label={name}
    >
      {field}
    </Picker>
  )
}
