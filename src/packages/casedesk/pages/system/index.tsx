import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Check, type Slow } from '@core/contract'
import { useRef } from 'react'
import { newKey, useAction, useDo } from '@/client'
import { copy, useNow, usePulled } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { nearMoment } from '@/parts/say-time'
import { BigButton, Card, ListRow, Notice, Page, SectionTitle } from '@/ui'
import { areaOf, brokenWords, exampleLines, foundWords, secondsWords, standing } from './words'

/** 系统状况: whether the clock goes, whether the documents agree with each other, and what was slow. */
export default function System() {
  const now = useNow()
  const seen = useAction(actions.watch, {}, { fresh: 5_000 })
  const begin = useDo(actions.check, { invalidates: [actions.watch] })
  const key = useRef(newKey())
  usePulled(seen.again)
  const check = async () => {
    const answer = await begin.run({ key: key.current })
    if (answer?.ok) key.current = newKey()
  }
  return (
    <Page busy={seen.loading}>
      <Asked asking={seen}>
        {({ health, checks, slow }) => {
          const { tone, is, so } = standing({ health, checks })
          const isRunning = checks.some(({ finishedAt }) => finishedAt === null)
          const last = checks.find(({ finishedAt }) => finishedAt !== null)
          return (
            <>
              <View className="mt2">
                <Notice tone={tone} title={is}>
                  {so}
                </Notice>
              </View>
              <SectionTitle say="每夜 3 点">资料核对</SectionTitle>
              {checks.length === 0 ? (
                <Notice>还没有核对过。核对会把名额、名单、时长和诉求都对一遍，能补的当场补好。</Notice>
              ) : (
                <Card kind="rows">
                  {checks.map((each, index) => (
                    <CheckRow key={each.id} check={each} now={now} first={index === 0} />
                  ))}
                </Card>
              )}
              {last && last.examples.length > 0 && <ToPassOn check={last} />}
              <View className="col g3 mt4">
                <TroubleNotice trouble={begin.trouble} />
                <BigButton variant="quiet" icon="check" busy={begin.busy || isRunning} onTap={() => void check()}>
                  {isRunning ? '正在核对，往下拉看进度' : '现在核对一遍'}
                </BigButton>
              </View>
              <SectionTitle say="超过 2 秒的">慢的地方</SectionTitle>
              {slow.length === 0 ? (
                <Notice tone="success">这七天没有慢的</Notice>
              ) : (
                <Card kind="rows">
                  {slow.map((each, index) => (
                    <SlowRow key={`${each.day} ${each.action}`} slow={each} first={index === 0} />
                  ))}
                </Card>
              )}
            </>
          )
        }}
      </Asked>
    </Page>
  )
}

function CheckRow({ check, now, first }: { check: Check; now: number; first: boolean }) {
  const where = brokenWords(check)
  const words = (
    <>
      <View>{foundWords(check)}</View>
      {where && <View>{where}</View>}
    </>
  )
  return <ListRow first={first} title={nearMoment(check.startedAt, now)} say={words} />
}

/** The numbers of what somebody has to look at: she passes them on, and need not understand them. */
function ToPassOn({ check }: { check: Check }) {
  const lines = exampleLines(check)
  return (
    <>
      <SectionTitle
        link={{ label: '复制', name: '复制编号', onTap: () => void copy(lines.join('\n'), '编号复制好了') }}
      >
        要人来看的编号
      </SectionTitle>
      <Card>
        <View className="small i2">转给维护系统的人就行，里面没有姓名和电话。</View>
        {check.examples.map(({ rule, id }) => (
          <View key={`${rule} ${id}`} className="passon i3 mt2">
            {areaOf(rule)} · {rule} {id}
          </View>
        ))}
      </Card>
    </>
  )
}

function SlowRow({ slow: { day, action, times, worstMs }, first }: { slow: Slow; first: boolean }) {
  const say = `${day} · ${times} 次，最慢 ${secondsWords(worstMs)}`
  const small = (
    <>
      <View>{say}</View>
      <View className="i3">{action}</View>
    </>
  )
  return <ListRow first={first} title={areaOf(action)} say={small} />
}
