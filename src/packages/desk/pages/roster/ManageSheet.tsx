import { actions, type ActivityCard } from '@core/contract'
import { useState } from 'react'
import { callAll, useDo } from '@/client'
import { copy, go, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { ListRow, Sheet, Tile } from '@/ui'
import { rosterText } from './roster-text'

interface ManageSheetProps {
  card: ActivityCard
  isLive: boolean
  now: number
  onCancel: () => void
  onClose: () => void
}

/** What the leader can do with the whole activity. */
export function ManageSheet({ card, isLive, now, onCancel, onClose }: ManageSheetProps) {
  const isClosed = card.state === 'closed'
  const { run, busy, trouble } = useDo(actions.close, {
    invalidates: [actions.roster, actions.desk, actions.getActivity, actions.listActivities],
  })
  const [isCopying, setCopying] = useState(false)
  const toggle = async () => {
    const answer = await run({ id: card.id, closed: !isClosed })
    if (!answer?.ok) return
    say(answer.data.state === 'closed' ? '报名截止了' : '又能报名了')
    onClose()
  }
  // The sheet is gone when she comes back.
  const leaveTo = (open: () => Promise<void>) => {
    onClose()
    void open()
  }
  const copyNames = async () => {
    if (isCopying) return
    setCopying(true)
    const people = await callAll(actions.roster, { id: card.id, which: 'in' })
    setCopying(false)
    if (!people.ok) return say('没拿全，请再点一次')
    await copy(rosterText(card, people.data, now), '名单复制好了')
    onClose()
  }

  return (
    <Sheet title="管理这场活动" say={card.title} onClose={onClose}>
      <ListRow
        first
        lead={<Tile icon="calendar" />}
        title="看活动页"
        say="邻居看到的样子"
        onTap={() => leaveTo(() => go.activity(card.id))}
        name="看活动页"
      />
      <ListRow
        lead={<Tile icon="text" />}
        title={isCopying ? '正在拿名单…' : '复制名单'}
        say="只有称呼，没有电话，好贴到群里"
        onTap={() => void copyNames()}
        name="复制名单，只有称呼，没有电话"
        bare
      />
      {isLive && (
        <>
          <ListRow
            lead={<Tile icon="edit" />}
            title="修改活动"
            say="报了名的邻居会知道改了什么"
            onTap={() => leaveTo(() => go.publish({ id: card.id }))}
            name="修改活动"
          />
          <ListRow
            lead={<Tile icon="hourglass" />}
            title={isClosed ? '重新打开报名' : '现在就截止报名'}
            say={isClosed ? '到原来定的截止时间为止' : '候补的邻居还照样往上补'}
            onTap={() => void (!busy && toggle())}
            name={isClosed ? '重新打开报名' : '现在就截止报名'}
            bare
          />
          <ListRow
            lead={<Tile icon="close" />}
            title="这场不办了"
            say="说明原因，报名的邻居都会收到"
            onTap={onCancel}
            name="这场不办了"
          />
        </>
      )}
      <TroubleNotice trouble={trouble} />
    </Sheet>
  )
}
