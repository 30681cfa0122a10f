import { View } from '@tarojs/components'
import type { ActivityForm } from '@core/contract'
import { Icon, classes } from '@/ui'
import type { FormPart, Wrong } from '../../form/check'
import { deadlineWords } from '../../form/draft'
import { unitsWords } from '../../form/units'
import { bringWords, homeWords, questionsWords, roomWords, servesWords, wayWords, whoWords } from '../../form/words'
import type { EditorName } from './editors/Editor'

interface RestLinesProps {
  form: ActivityForm
  now: number
  wrong: Wrong
  onEdit: (name: EditorName) => void
}

interface Line {
  name: EditorName
  part?: FormPart
  label: string
  value: string
}

/** All that is filled in already; a tap on a line changes it. */
export function RestLines({ form, wrong, onEdit }: RestLinesProps) {
  const { contact, units } = form
  return (
    <Lines
      wrong={wrong}
      onEdit={onEdit}
      lines={[
        { name: 'words', part: 'words', label: '名字', value: form.title },
        { name: 'place', part: 'place', label: '在哪', value: form.place.name },
        { name: units.length > 0 ? 'units' : 'seats', part: 'seats', label: '几席', value: roomWords(form) },
        { name: 'cancel', part: 'cancel', label: '取消', value: deadlineWords(form.startsAt, form.cancelBy) },
        { name: 'bring', part: 'bring', label: '要带', value: bringWords(form.bring) },
        {
          name: 'contact',
          part: 'contact',
          label: '找谁',
          value: [contact.name, contact.phone].filter(Boolean).join(' '),
        },
      ]}
    />
  )
}

/** What only some activities need; said in a line each, so that the leader sees how it stands. */
export function FineLines({ form, now, wrong, onEdit }: RestLinesProps) {
  return (
    <Lines
      wrong={wrong}
      onEdit={onEdit}
      lines={[
        { name: 'units', part: 'units', label: '岗位时段', value: unitsWords(form.units) || '不分，大家一起报' },
        { name: 'audience', part: 'audience', label: '谁能来', value: whoWords(form) },
        { name: 'way', part: 'way', label: '怎么报', value: wayWords(form, now) },
        { name: 'closes', part: 'closes', label: '截止', value: deadlineWords(form.startsAt, form.closesAt) },
        { name: 'questions', part: 'questions', label: '要问的', value: questionsWords(form.questions) },
        { name: 'serves', label: '时长', value: servesWords(form) },
        { name: 'home', label: '送到家', value: homeWords(form) },
      ]}
    />
  )
}

function Lines({ lines, wrong, onEdit }: { lines: readonly Line[] } & Pick<RestLinesProps, 'wrong' | 'onEdit'>) {
  return (
    <View className="card card--rows">
      {lines.map(({ name, part, label, value }, index) => (
        <FormLine
          key={label}
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
