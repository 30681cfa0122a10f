import type { ActivityForm } from '@core/contract'
import { ListRow, Sheet, Tick } from '@/ui'
import { audienceWords } from '../../../form/words'
import type { EditorProps } from './Editor'

const choices: readonly { value: ActivityForm['audience']; say: string }[] = [
  { value: 'anyone', say: '全县的邻居都能报' },
  { value: 'community', say: '别的社区的邻居看得到，报不了' },
  { value: 'members', say: '邻居看得到，想来先加入队伍' },
]

/** Who may come. */
export function AudienceEditor({ form, onDone }: EditorProps) {
  return (
    <Sheet title="谁能来" onClose={() => onDone(form)}>
      {choices.map(({ value, say }, index) => (
        <ListRow
          key={value}
          first={index === 0}
          title={audienceWords[value]}
          say={say}
          trail={<Tick on={form.audience === value} />}
          bare
          onTap={() => onDone({ ...form, audience: value })}
          name={`${audienceWords[value]}，${say}${form.audience === value ? '，现在选的' : ''}`}
        />
      ))}
    </Sheet>
  )
}
