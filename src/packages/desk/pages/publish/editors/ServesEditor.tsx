import { BigButton, ListRow, Notice, Sheet, Tick } from '@/ui'
import { View } from '@tarojs/components'
import type { EditorProps } from './Editor'

/** Whether those who come serve and so earn hours; with posts, the posts say it. */
export function ServesEditor({ form, onDone }: EditorProps) {
  const close = () => onDone(form)
  if (form.units.length > 0) {
    return (
      <Sheet title="志愿时长" onClose={close} foot={<BigButton onTap={close}>知道了</BigButton>}>
        <View className="mt4">
          <Notice>
            分了岗位，就按岗位记：「来帮忙的」签到签退以后记时长，「来参加的」不记。要改，到「岗位」里改。
          </Notice>
        </View>
      </Sheet>
    )
  }
  return (
    <Sheet title="志愿时长" say="办完以后，由您确认每个人的时长才算数。" onClose={close}>
      <ListRow
        first
        title="来的人都记时长"
        say="比如大扫除、夜巡：来的都是志愿者"
        trail={<Tick on={form.serves} />}
        bare
        onTap={() => onDone({ ...form, serves: true })}
        name={`来的人都记时长${form.serves ? '，现在选的' : ''}`}
      />
      <ListRow
        title="不记"
        say="比如讲座、义诊：来的是参加的邻居"
        trail={<Tick on={!form.serves} />}
        bare
        onTap={() => onDone({ ...form, serves: false })}
        name={`不记时长${form.serves ? '' : '，现在选的'}`}
      />
    </Sheet>
  )
}
