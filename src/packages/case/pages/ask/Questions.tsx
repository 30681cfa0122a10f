import { View } from '@tarojs/components'
import type { Answers, Question } from '@core/contract'
import { AreaField, Chip, SectionTitle, TextField, Tick, classes } from '@/ui'
import type { Asking } from './use-asking'

/** What the service asks beside the words. */
export function Questions({ asking }: { asking: Asking }) {
  const { service, draft, wrong, change } = asking
  if (service.questions.length === 0) return null
  return (
    <>
      <SectionTitle>还要问一下</SectionTitle>
      <View className="fields">
        {service.questions.map((question) => (
          <One
            key={question.id}
            question={question}
            value={draft.answers[question.id]}
            wrong={wrong[question.id]}
            onChange={(value) => change({ answers: { ...draft.answers, [question.id]: value } })}
          />
        ))}
      </View>
    </>
  )
}

interface OneProps {
  question: Question
  value: Answers[string] | undefined
  wrong: string | undefined
  onChange: (value: Answers[string]) => void
}

function One({ question: { kind, label, options, required }, value, wrong, onChange }: OneProps) {
  const text = value === undefined || value === false ? '' : String(value)
  const hint = required ? '要填' : '可以不填'
  if (kind === 'consent') {
    return (
      <View>
        <View
          className="ask__agree"
          hoverClass="pressed"
          onClick={() => onChange(value !== true)}
          aria-role="checkbox"
          aria-checked={value === true}
          aria-label={label}
        >
          <Tick on={value === true} square />
          <View className="grow">{label}</View>
        </View>
        {wrong && (
          <View className="field__e" aria-role="alert">
            {wrong}
          </View>
        )}
      </View>
    )
  }
  return (
    <View className="col g2">
      <View className={classes('small i2', kind !== 'choice' && 'ask__q')}>
        {label}
        {!required && '（可以不答）'}
      </View>
      {kind === 'choice' && (
        <>
          <View className="row wrap g2" aria-role="radiogroup" aria-label={label}>
            {options.map((option) => (
              <Chip key={option} on={option === text} onTap={() => onChange(option)} name={`${label}，${option}`}>
                {option}
              </Chip>
            ))}
          </View>
          {wrong && (
            <View className="field__e" aria-role="alert">
              {wrong}
            </View>
          )}
        </>
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
