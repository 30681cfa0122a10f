import { View } from '@tarojs/components'
import { actions, type Me } from '@core/contract'
import { messageTemplates } from '@core/services/message-templates'
import { useState } from 'react'
import { useDo } from '@/client'
import { askToTell } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Card, ListRow, Notice, SectionTitle } from '@/ui'
import { ledgerOf, scarcest } from './ledger-of'

type Said = 'more' | 'none' | null

/** How many messages WeChat may still bring her, by what they are about, and the way to allow more. */
export function Ledger({ me }: { me: Me }) {
  const { run, busy, trouble } = useDo(actions.consent, { invalidates: [actions.me] })
  const [said, setSaid] = useState<Said>(null)
  const lines = ledgerOf(me, messageTemplates)
  if (lines.length === 0) return null

  // Straight from the tap: WeChat asks at no other moment.
  const allowMore = async () => {
    setSaid(null)
    const allowed = await askToTell(scarcest(lines))
    if (allowed.length === 0) return setSaid('none')
    const answer = await run({ templates: allowed })
    if (answer?.ok) setSaid('more')
  }
  return (
    <>
      <SectionTitle>微信里还能收到几条</SectionTitle>
      <Card kind="rows">
        {lines.map(({ name, purpose, left }, index) => (
          <ListRow
            key={name}
            first={index === 0}
            title={purpose}
            trail={<View className={left > 0 ? 'b ok' : 'i2'}>{left > 0 ? `还有 ${left} 条` : '没有了'}</View>}
          />
        ))}
      </Card>
      <View className="small i2 mt2">
        微信的规矩：您点一次「允许」，我们才能往微信里发一条。用完了也不会漏，「消息」里都有，要紧的队长会打电话。
      </View>
      <View className="mt3">
        <BigButton variant="quiet" icon="bell" busy={busy} onTap={() => void allowMore()}>
          {busy ? '正在记下…' : '多留几条'}
        </BigButton>
      </View>
      <View className="mt3" aria-live="polite">
        {said === 'more' && (
          <Notice tone="success" alert>
            记下了。想再多留，再点一次。
          </Notice>
        )}
        {said === 'none' && (
          <Notice tone="warn" icon="bell" alert title="没有留下">
            要是没弹出来问您，点右上角「…」→「设置」→「通知管理」，打开再来。
          </Notice>
        )}
        <TroubleNotice trouble={trouble} />
      </View>
    </>
  )
}
