import './index.scss'
import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useAction } from '@/client'
import { go, useNow, useParam } from '@/device'
import { Asked } from '@/parts/Asked'
import { Empty, Page } from '@/ui'
import { Form } from './Form'

/** Where who ran an activity writes what came of it. */
export default function WriteRecap() {
  const id = useParam('id')
  const now = useNow()
  const activity = useAction(actions.getActivity, { id })
  const recap = useAction(actions.getRecap, { id }, { fresh: 5_000 })
  return (
    <Page busy={activity.loading || recap.loading}>
      <Asked asking={activity}>
        {(page) => (
          <Asked asking={recap}>
            {(known) => {
              const isOff = page.state === 'cancelled'
              if (!known.canManage || isOff || now < page.endsAt) {
                const words = isOff
                  ? { title: '这场不办了', say: '没有总结要写。' }
                  : known.canManage
                    ? { title: '活动还没有办完', say: '办完再来写，\n照片可以先拍着。' }
                    : { title: '总结由队长来写', say: '写好了，在活动页就能看到。' }
                return (
                  <Empty drawing="no-activity" {...words} action={{ label: '回上一页', onTap: () => void go.back() }} />
                )
              }
              return (
                <View className="under-bar">
                  <Form activity={page} recap={known} />
                </View>
              )
            }}
          </Asked>
        )}
      </Asked>
    </Page>
  )
}
