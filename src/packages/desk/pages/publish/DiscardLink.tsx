import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useDo } from '@/client'
import { ask, go, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { Link } from '@/ui'

/** Throws a draft away, after a question. */
export function DiscardLink({ id }: { id: string }) {
  const { run, busy, trouble } = useDo(actions.discard, { invalidates: [actions.desk] })
  const discard = async () => {
    if (busy || !(await ask({ title: '删掉这份草稿？', body: '删了就找不回来了。', yes: '删掉' }))) return
    const answer = await run({ id })
    if (!answer?.ok) return
    say('草稿删了')
    await go.back()
  }
  return (
    <View className="mt5">
      <Link plain onTap={() => void discard()}>
        删掉这份草稿
      </Link>
      <TroubleNotice trouble={trouble} />
    </View>
  )
}
