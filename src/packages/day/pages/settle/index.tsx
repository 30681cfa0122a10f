import './index.scss'
import { View } from '@tarojs/components'
import { hoursRule, hoursWords } from '@core/domain/hours'
import { useEffect, useState } from 'react'
import { ask, go, nameNavBar, say, useNow, useParam, usePulled } from '@/device'
import { TroubleNotice, TroubleView } from '@/parts/Asked'
import { ActionBar, BigButton, Empty, Link, Notice, Page, Skeleton } from '@/ui'
import { useBook } from '../../book/use-book'
import { Count } from '../../parts/Count'
import { CorrectSheet } from '../../settling/CorrectSheet'
import { PersonSheet } from '../../settling/PersonSheet'
import { decided, sumOf, sumWords, wasThere, type Decided } from '../../settling/decisions'
import { useSettling } from '../../settling/use-settling'
import { Group } from './Group'

export default function Settle() {
  const id = useParam('id')
  const now = useNow()
  const book = useBook(id)
  const { card, rows, units, steps, settledAt, way, trouble, again } = book
  const settling = useSettling(id)
  const [openId, setOpenId] = useState<string | null>(null)

  usePulled(again)
  useEffect(() => {
    if (card) nameNavBar(`${settledAt === null ? '确认时长' : '时长'} · ${card.title}`)
  }, [card, settledAt])

  if (!card) {
    return <Page busy={!trouble}>{trouble ? <TroubleView trouble={trouble} onRetry={again} /> : <Skeleton />}</Page>
  }
  if (card.state === 'cancelled' || now < card.startsAt) {
    const isOff = card.state === 'cancelled'
    return (
      <Page>
        <Empty
          drawing="no-activity"
          title={isOff ? '这场不办了' : '活动还没有开始'}
          say={isOff ? '没有时长要确认。' : '开始以后，在这里确认\n谁来了、多少时长。'}
          action={{
            label: isOff ? '回上一页' : '先去点名',
            onTap: () => void (isOff ? go.back() : go.instead.day(id)),
          }}
        />
      </Page>
    )
  }

  const all = decided(rows, settling.changes, { startsAt: card.startsAt, units })
  const sum = sumOf(all)
  const open = all.find(({ row }) => row.personId === openId)
  const isSettled = settledAt !== null
  const group = (those: (each: Decided) => boolean) => all.filter(those)
  const ownWords = sum.own > 0 ? `您自己的 ${hoursWords(sum.own)}，等另一位负责人或社区同意再记。` : ''
  const confirm = async () => {
    const isSure = await ask({
      title: '都对吗？',
      body: `${sumWords(sum)}。${ownWords}确认以后要改，得另一位负责人同意。`,
      yes: '确认',
    })
    if (isSure && (await settling.confirm(all))) {
      say('时长都记好了')
      await again()
    }
  }
  const canTap = ({ row }: Decided) => !isSettled || (row.role === 'helper' && row.confirmed !== null)

  return (
    <Page
      bar={
        (!isSettled || now >= card.endsAt) && (
          <ActionBar note={settling.trouble && <TroubleNotice trouble={settling.trouble} />}>
            {isSettled ? (
              <BigButton grow icon="edit" onTap={() => void go.writeRecap(id)}>
                写总结
              </BigButton>
            ) : (
              <BigButton
                grow
                busy={settling.done !== null}
                disabled={steps.length > 0 || way !== 'open' || all.length === 0}
                onTap={() => void confirm()}
              >
                {settling.done === null ? `确认 ${all.length} 位` : `正在确认，${settling.done} / ${all.length}…`}
              </BigButton>
            )}
          </ActionBar>
        )
      }
      over={
        open &&
        (isSettled ? (
          <CorrectSheet
            activityId={id}
            row={open.row}
            onClose={() => setOpenId(null)}
            onAsked={() => {
              setOpenId(null)
              say('等另一位同意')
            }}
          />
        ) : (
          <PersonSheet
            decided={open}
            onChange={(decision) => settling.change(open.row.personId, decision)}
            onClose={() => setOpenId(null)}
          />
        ))
      }
    >
      <View className="col g3 mt2">
        {way === 'offline' && (
          <Notice tone="warn" icon="offline" alert>
            没有网络，先看看、改改都行，连上网再确认。
          </Notice>
        )}
        {way === 'busy' && (
          <Notice tone="warn" alert>
            这会儿人很多，先看看、改改都行，过一会儿再确认。
          </Notice>
        )}
        {steps.length > 0 && (
          <Notice
            tone="warn"
            alert
            action={<Link onTap={() => void go.day(id)}>去点名那里看看</Link>}
            title={`还有 ${steps.length} 条签到没传上去`}
          >
            等它们传完再确认，免得漏了谁。
          </Notice>
        )}
        {isSettled && (
          <Notice tone="success" title="都确认过了">
            {sumWords(sum)}
            {sum.minutes > sum.own && '，已经记进各人的时长'}。{ownWords}要改的话点那一位，由另一位负责人同意。
          </Notice>
        )}
        {!isSettled && now < card.endsAt && <Notice>活动还没结束。还没签退的，时长先按计划结束算。</Notice>}
      </View>
      <View className="mt4">
        <Count done={sum.came} all={all.length} words="人来了" colour={card.colour} />
      </View>
      {sum.helpers > 0 && (
        <View className="i2 mt3">
          {sum.helpers} 位志愿者，一共 {hoursWords(sum.minutes)}
        </View>
      )}
      {all.length === 0 && <View className="i2 ctr mt6">名单还是空的，没有人要确认。</View>}
      <Group
        title="来了"
        rows={group(({ decision }) => decision.attendance === 'came')}
        units={units}
        canTap={canTap}
        onTap={({ row }) => setOpenId(row.personId)}
      />
      <Group
        title="来晚了一点"
        rows={group(({ decision }) => decision.attendance === 'late')}
        units={units}
        canTap={canTap}
        onTap={({ row }) => setOpenId(row.personId)}
      />
      <Group
        title="这次没来"
        rows={group(({ decision }) => !wasThere(decision.attendance))}
        units={units}
        canTap={canTap}
        onTap={({ row }) => setOpenId(row.personId)}
      />
      <View className="mt6">
        <Notice title="时长怎么算">
          {hoursRule.map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </Notice>
      </View>
      {isSettled && (
        <View className="mt4 row">
          <Link onTap={() => void go.corrections()}>看更正的记录</Link>
        </View>
      )}
    </Page>
  )
}
