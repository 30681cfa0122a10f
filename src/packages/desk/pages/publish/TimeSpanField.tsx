import { Picker, View } from '@tarojs/components'
import type { ActivityForm } from '@core/contract'
import { clockWords } from '@core/domain/times'
import { Field, Icon } from '@/ui'
import { beginningAt, endingAt, timeOf } from '../../form/draft'

interface TimeSpanFieldProps {
  form: ActivityForm
  onChange: (form: ActivityForm) => void
  wrong: string | undefined
}

/** 几点: from when till when. A later start takes the end with it. */
export function TimeSpanField({ form, onChange, wrong }: TimeSpanFieldProps) {
  return (
    <Field label="几点" asked wrong={wrong} trail={<Icon name="clock" tone="i3" />}>
      <View className="row g2 grow span">
        <Picker
          mode="time"
          value={timeOf(form.startsAt)}
          onChange={(event) => onChange(beginningAt(form, String(event.detail.value)))}
          aria-role="button"
          aria-label={`几点开始，${clockWords(form.startsAt)}`}
        >
          <View className="span__t">{clockWords(form.startsAt)}</View>
        </Picker>
        <View className="i2">到</View>
        <Picker
          mode="time"
          value={timeOf(form.endsAt)}
          onChange={(event) => onChange(endingAt(form, String(event.detail.value)))}
          aria-role="button"
          aria-label={`几点结束，${clockWords(form.endsAt)}`}
        >
          <View className="span__t">{clockWords(form.endsAt)}</View>
        </Picker>
      </View>
    </Field>
  )
}
