import { actions, type ActivityCard } from '@core/contract'
import { useState } from 'react'
import { callAll, useDo } from '@/client'
import { ask, copy, go, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { ListRow, Sheet, Tile, type IconName } from '@/ui'
import { rosterText } from './roster-text'

interface ManageSheetProps {
  card: ActivityCard
  isLive: boolean
  now: number
  onCancel: () => void
  onTakeAway: () => void
  onClose: () => void
}

interface Row {
  icon: IconName
  title: string
  say: string
  onTap: () => void
  /** Stays here, so without a chevron. */
  stays?: boolean
}

/** What the leader can do with the whole activity. */
export function ManageSheet({ card, isLive, now, onCancel, onTakeAway, onClose }: ManageSheetProps) {
  const isClosed = card.state === 'closed'
  const isHeld = card.state !== 'cancelled'
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
  const copyNames = async (names: 'masked' | 'whole') => {
    if (isCopying) return
    const isSure =
      names === 'masked' ||
      (await ask({
        title: '复制全名？',
        body: '贴到群里，谁都看得到谁来。没有电话。',
        yes: '复制全名',
        no: '还是不用',
      }))
    if (!isSure) return
    setCopying(true)
    const people = await callAll(actions.roster, { id: card.id, which: 'in' })
    setCopying(false)
    if (!people.ok) return say('没拿全，请再点一次')
    await copy(rosterText(card, people.data, now, names), '接龙复制好了')
    onClose()
  }

  const day: Row[] = [
    {
      icon: 'scan',
      title: '当天签到',
      say: '扫码、点名、出码，没网也行',
      onTap: () => leaveTo(() => go.day(card.id)),
    },
    ...(now >= card.startsAt
      ? [
          {
            icon: 'clock' as const,
            title: '确认签到和时长',
            say: '谁来了、帮了多久，由您定下来',
            onTap: () => leaveTo(() => go.settle(card.id)),
          },
        ]
      : []),
    ...(now >= card.endsAt
      ? [
          {
            icon: 'camera' as const,
            title: '写总结',
            say: '做了什么，谢谢谁，放几张照片',
            onTap: () => leaveTo(() => go.writeRecap(card.id)),
          },
        ]
      : []),
  ]
  const lists: Row[] = [
    {
      icon: 'text',
      title: isCopying ? '正在拿名单…' : '复制接龙',
      say: '只写姓，没有电话，好贴到群里',
      onTap: () => void copyNames('masked'),
      stays: true,
    },
    {
      icon: 'people',
      title: '复制全名接龙',
      say: '写全名，没有电话，先问您一句',
      onTap: () => void copyNames('whole'),
      stays: true,
    },
    {
      icon: 'phone',
      title: '还没通知到的',
      say: '有变动时微信没送到的，打个电话',
      onTap: () => leaveTo(() => go.calls(card.id)),
    },
    { icon: 'list', title: '带走名单', say: '表格，或打印的大字名单', onTap: onTakeAway },
  ]
  const changes: Row[] = [
    { icon: 'calendar', title: '看活动页', say: '邻居看到的样子', onTap: () => leaveTo(() => go.activity(card.id)) },
    ...(card.seriesId
      ? [
          {
            icon: 'calendar' as const,
            title: '看整个系列',
            say: '改后面的每一场，或者不办了',
            onTap: () => leaveTo(() => go.runSeries(card.seriesId ?? '')),
          },
        ]
      : []),
    ...(isLive
      ? [
          {
            icon: 'edit' as const,
            title: card.seriesId ? '只改这一场' : '修改活动',
            say: '报了名的邻居会知道改了什么',
            onTap: () => leaveTo(() => go.publish({ id: card.id })),
          },
          {
            icon: 'hourglass' as const,
            title: isClosed ? '重新打开报名' : '现在就截止报名',
            say: isClosed ? '到原来定的截止时间为止' : '候补的邻居还照样往上补',
            onTap: () => void (!busy && toggle()),
            stays: true,
          },
          { icon: 'close' as const, title: '这场不办了', say: '说明原因，报名的邻居都会收到', onTap: onCancel },
        ]
      : []),
  ]
  return (
    <Sheet title="管理这场活动" say={card.title} onClose={onClose}>
      {[...(isHeld ? day : []), ...lists, ...changes].map(({ icon, title, say: remark, onTap, stays }, index) => (
        <ListRow
          key={title}
          first={index === 0}
          lead={<Tile icon={icon} />}
          title={title}
          say={remark}
          onTap={onTap}
          name={`${title}，${remark}`}
          bare={stays}
        />
      ))}
      <TroubleNotice trouble={trouble} />
    </Sheet>
  )
}
