import { View } from '@tarojs/components'
import { actions, type Elder } from '@core/contract'
import { useDo } from '@/client'
import { ask, say } from '@/device'
import { nearMoment, Sense } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { Card, Link, ListRow, SectionTitle } from '@/ui'

type Sign = NonNullable<Elder['coming']>[number]

const stateWords: Record<Sign['state'], string> = {
  in: '已报名',
  offered: '有座了，等答复',
  waiting: '在候补',
  asked: '等队长答复',
}

/** What the community signed her up for, each with the way back. */
export function Coming({ elder, now }: { elder: Elder; now: number }) {
  const { run, busy, trouble } = useDo(actions.leaveForElder, {
    invalidates: [actions.elders, actions.listActivities, actions.getActivity],
  })
  const coming = elder.coming ?? []
  if (coming.length === 0) return null
  const leave = async ({ activityId, title }: Sign) => {
    const isSure = await ask({
      title: `${elder.name}不去「${title}」了？`,
      body: '座位会让给想来的邻居。想去的话，还可以再报。',
      yes: '退掉',
    })
    if (!isSure) return
    const answer = await run({ id: elder.id, activityId })
    if (answer?.ok) say('退掉了')
  }
  return (
    <>
      <SectionTitle say={`${coming.length} 场`}>要去的</SectionTitle>
      <TroubleNotice trouble={trouble} />
      <Card kind="rows">
        {coming.map((sign, index) => (
          <ListRow
            key={sign.activityId}
            first={index === 0}
            title={<Sense className="b" text={sign.title} />}
            say={
              <>
                <Sense className="" text={`${nearMoment(sign.startsAt, now)} · ${stateWords[sign.state]}`} />
                <View className="row">
                  <Link onTap={() => void (!busy && leave(sign))} name={`帮${elder.name}退掉「${sign.title}」`}>
                    帮{elder.name}退掉
                  </Link>
                </View>
              </>
            }
          />
        ))}
      </Card>
    </>
  )
}
