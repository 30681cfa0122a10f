import { View } from '@tarojs/components'
import { actions, type OutputOf } from '@core/contract'
import { dayOf } from '@core/domain/times'
import { hoursWords } from '@core/domain/hours'
import { useEffect } from 'react'
import { useAction } from '@/client'
import { go, keepPrivate, useParam, usePulled } from '@/device'
import { Asked } from '@/parts/Asked'
import { BigButton, Card, Empty, ListRow, Notice, Page } from '@/ui'
import { wholeDay } from '../../words'

type Verified = OutputOf<typeof actions.verifyCertificate>

/** Opened by scanning a certificate's code, by anyone: does it stand, and what does it say. */
export default function Verify() {
  const scene = useParam('scene')
  const code = useParam('code') || scene
  const asking = useAction(actions.verifyCertificate, { code }, { enabled: code !== '' })
  usePulled(asking.again)
  useEffect(keepPrivate, [])
  if (!code) return <Page>{unknown}</Page>
  return (
    <Page busy={asking.loading}>
      <Asked asking={asking}>{(found) => (found.state === 'unknown' ? unknown : <Found found={found} />)}</Asked>
    </Page>
  )
}

const unknown = (
  <Empty
    drawing="no-activity"
    title="没有这份证明"
    say="这个码不是我们开出的。请看看是不是印全了，或者请出具的社区再核对。"
    action={{ label: '看看社区的活动', onTap: () => void go.home() }}
  />
)

function Found({ found }: { found: Verified }) {
  const stands = found.state === 'valid'
  return (
    <>
      <View className="mt2">
        {stands ? (
          <Notice tone="success" title="真实有效">
            上面的时长，和现在的记录一致。
          </Notice>
        ) : (
          <Notice tone="danger" title="已经失效">
            其中的时长后来更正过，这份证明不再作数。请本人重新开一份。
          </Notice>
        )}
      </View>
      <View className="mt4">
        <Card kind="rows">
          <Fact first label="编号" value={found.number} />
          <Fact label="姓名" value={found.name} />
          <Fact label="时长" value={hoursWords(found.minutes)} />
          <Fact label="次数" value={`${found.activities} 次`} />
          <Fact label="时间" value={`${wholeDay(found.from)}到 ${wholeDay(found.to)}`} />
          <Fact label="出具单位" value={found.issuer} />
          {found.issuedAt !== null && <Fact label="出具日期" value={wholeDay(dayOf(found.issuedAt))} />}
        </Card>
      </View>
      <View className="small i2 mt4">姓名只露出一部分，请和持有人手里的证明对一对。</View>
      <View className="mt5">
        <BigButton variant="line" onTap={() => void go.home()}>
          看看社区的活动
        </BigButton>
      </View>
    </>
  )
}

function Fact({ label, value, first }: { label: string; value: string; first?: boolean }) {
  return <ListRow first={first} title={value} say={label} />
}
