import { View } from '@tarojs/components'
import type { ActivityForm } from '@core/contract'
import { Icon, classes } from '@/ui'
import type { FormPart, Wrong } from '../../form/check'
import { deadlineWords } from '../../form/draft'
import { audienceWords, bringWords, seatsWords } from '../../form/words'
import type { EditorName } from './editors/Editor'

interface RestLinesProps {
  form: ActivityForm
  wrong: Wrong
  onEdit: (name: EditorName) => void
}

/** All that is filled in already; a tap on a line changes it. */
export function RestLines({ form, wrong, onEdit }: RestLinesProps) {
  const { contact } = form
  const lines: { name: EditorName; part?: FormPart; label: string; value: string }[] = [
    { name: 'words', part: 'words', label: '名字', value: form.title },
    { name: 'place', part: 'place', label: '在哪', value: form.place.name },
    { name: 'seats', part: 'seats', label: '几席', value: seatsWords(form.capacity) },
    { name: 'audience', label: '谁能来', value: audienceWords[form.audience] },
    { name: 'closes', part: 'closes', label: '报名', value: deadlineWords(form.startsAt, form.closesAt) },
    { name: 'cancel', part: 'cancel', label: '取消', value: deadlineWords(form.startsAt, form.cancelBy) },
    { name: 'bring', part: 'bring', label: '要带', value: bringWords(form.bring) },
    { name: 'contact', part: 'contact', label: '找谁', value: [contact.name, contact.phone].filter(Boolean).join(' ') },
  ]
  return (
    <View className="card card--rows">
      {lines.map(({ name, part, label, value }, index) => (
        <FormLine
          key={name}
          first={index === 0}
          label={label}
          value={value}
          wrong={part && wrong[part]}
          onTap={() => onEdit(name)}
        />
      ))}
    </View>
  )
}

interface FormLineProps {
  label: string
  value: string
  wrong: string | undefined
  first: boolean
  onTap: () => void
}

function FormLine({ label, value, wrong, first, onTap }: FormLineProps) {
  return (
    <View
      className={classes('lrow', first && 'lrow--first')}
      hoverClass="pressed"
      onClick={onTap}
      aria-role="button"
      aria-label={`${label}，${value || '还没填'}${wrong ? `，${wrong}` : ''}，改一改`}
    >
      <View className="grow line">
        <View className="small i2 line__l">{label}</View>
        <View className="grow">
          <View className={value ? '' : 'wa'}>{value || '请填一下'}</View>
          {wrong && <View className="small no">{wrong}</View>}
        </View>
      </View>
      <Icon name="right" tone="i3" size={18} />
    </View>
  )
}
