import { ListRow, Sheet, Tick } from '@/ui'
import type { EditorProps } from './Editor'

/** Whether the team sees elders home, so that whoever runs the day ticks each and her family hears it. */
export function HomeEditor({ form, onDone }: EditorProps) {
  return (
    <Sheet title="送到家" say="答应了送，活动页上就写着，家里人放心让老人来。" onClose={() => onDone(form)}>
      <ListRow
        first
        title="活动结束，队伍送老人到家"
        say="点名页上多一栏「送到家」，点一位，家里人就知道了"
        trail={<Tick on={form.seesHome} />}
        bare
        onTap={() => onDone({ ...form, seesHome: true })}
        name={`活动结束，队伍送老人到家${form.seesHome ? '，现在选的' : ''}`}
      />
      <ListRow
        title="不送"
        say="家里人会收到「到了」和「活动结束」"
        trail={<Tick on={!form.seesHome} />}
        bare
        onTap={() => onDone({ ...form, seesHome: false })}
        name={`不送${form.seesHome ? '' : '，现在选的'}`}
      />
    </Sheet>
  )
}
