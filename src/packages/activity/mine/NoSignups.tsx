import { View } from '@tarojs/components'
import { useWhere } from '@/client'
import { go } from '@/device'
import { useWeek } from '@/parts'
import { Empty } from '@/ui'

/** Nothing signed up yet: what this week would have for her. */
export function NoSignups({ now, before }: { now: number; before: boolean }) {
  const { words } = useWhere()
  const { week } = useWeek(now)
  const n = week?.total ?? 0
  return (
    <View className={before ? '' : 'col grow'}>
      <Empty
        drawing="no-signup"
        title={before ? '接下来还没有报名' : '还没有报名'}
        say={n > 0 ? `这周${words}有 ${n} 场活动，\n看到想去的，点一下就报上。` : '看到想去的，点一下就报上。'}
        action={{ label: '看看这周有什么', onTap: () => void go.home() }}
      />
    </View>
  )
}
