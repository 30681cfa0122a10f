import { View } from '@tarojs/components'
import type { Answers, Question } from '@core/contract'
import { SwitchRow } from '@/parts/SwitchRow'
import { AreaField, Card, ChoiceField, TextField } from '@/ui'
import { Wrongly } from './Wrongly'

interface QuestionPartProps {
  question: Question
  value: Answers[string] | undefined
  wrong: string | undefined
  onChange: (value: Answers[string]) => void
}

/** One question of a service, asked aloud. */
export function QuestionPart({
  question: { kind, label, options, required },
  value,
  wrong,
  onChange,
}: QuestionPartProps) {
  const text = value === undefined || value === false ? '' : String(value)
  const hint = required ? '要问' : '可以不问'
  if (kind === 'consent') {
    return (
      <View>
        <Card kind="rows">
          <SwitchRow first title={label} on={value === true} onChange={onChange} />
        </Card>
        <Wrongly words={wrong} />
      </View>
    )
  }
  return (
    <View className="col g1">
      <View className="small i2">{label}</View>
      {kind === 'choice' && (
        <ChoiceField
          label="选一个"
          options={options}
          value={options.indexOf(text)}
          onChange={(index) => onChange(options[index] ?? '')}
          hint={hint}
          wrong={wrong}
        />
      )}
      {kind === 'number' && (
        <TextField
          label="数字"
          type="digit"
          most={8}
          value={text}
          onChange={(next) => onChange(next.trim() === '' || Number.isNaN(Number(next)) ? '' : Number(next))}
          hint={hint}
          wrong={wrong}
        />
      )}
      {kind === 'text' && (
        <AreaField label="写下" most={200} value={text} onChange={onChange} hint={hint} wrong={wrong} />
      )}
    </View>
  )
}
