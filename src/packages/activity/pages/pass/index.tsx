import './index.scss'
import { actions } from '@core/contract'
import { clockWords } from '@core/domain/times'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '@/client'
import { chrome, keepPrivate, useNow, useParam, usePulled, useShown } from '@/device'
import { Sense, spokenMoment } from '@/parts'
import { Asked } from '@/parts/Asked'
import { ActionBar, Bone, Icon, Page, Segmented, SquareCode, Tick } from '@/ui'
import { PrintPasses } from '../../pass/PrintPasses'
import { ScanCode } from '../../pass/ScanCode'

/** A leader who scans is waited for this long between two askings, ms. */
const askEvery = 12_000
/** From so long before the start on, ms, someone may be scanning. */
const nearStart = 3_600_000
const widest = 288

export default function PassPage() {
  const id = useParam('id')
  const now = useNow()
  const asking = useAction(actions.myPasses, { id })
  const { data, again } = asking
  const [shown, setShown] = useState(0)
  usePulled(again)
  useShown(keepPrivate)
  // The leader's phone scans hers: the page learns of it while it is held up.
  const isAwaited =
    data !== undefined &&
    now > data.card.startsAt - nearStart &&
    now < data.card.endsAt + nearStart &&
    data.passes.some(({ inAt, outAt }) => inAt === null || outAt === null)
  // The asking itself changes with every answer; the waiting does not begin anew.
  const ask = useRef(again)
  ask.current = again
  useEffect(() => {
    if (!isAwaited) return
    const timer = setInterval(() => void ask.current(), askEvery)
    return () => clearInterval(timer)
  }, [isAwaited])
  return (
    <Page
      bar={
        data && (
          <ActionBar>
            <ScanCode id={id} onDone={() => void again()} />
          </ActionBar>
        )
      }
    >
      <Asked asking={asking} waiting={<Bone height={320} round={20} />}>
        {({ card, passes }) => {
          const pass = passes[shown] ?? passes[0]
          return (
            <>
              <Sense className="title mt2" text={card.title} />
              <View className="i2 mt1">
                {spokenMoment(card.startsAt, now)} · {card.placeName}
              </View>
              {passes.length > 1 && (
                <View className="mt4">
                  <Segmented
                    name="谁的签到码"
                    options={passes.map(({ name }, index) => ({ value: String(index), label: name }))}
                    value={String(shown)}
                    onChange={(value) => setShown(Number(value))}
                  />
                </View>
              )}
              {pass && <PassCard pass={pass} key={pass.personId} />}
              {now < card.endsAt && <PrintPasses id={id} />}
            </>
          )
        }}
      </Asked>
    </Page>
  )
}

interface PassCardProps {
  pass: { name: string; unit: string; text: string; inAt: number | null; outAt: number | null }
}

/** One person's square code, large; checked in, it says so first. */
function PassCard({ pass }: PassCardProps) {
  const { name, unit, text, inAt, outAt } = pass
  const size = Math.min(widest, chrome().windowWidth - 88)
  return (
    <View className="card pass mt4">
      {inAt !== null && (
        <View className="row g2 pass__in" aria-role="note">
          <Tick on />
          <View className="b ok">
            {outAt === null ? `已签到 ${clockWords(inAt)}` : `${clockWords(inAt)} 签到，${clockWords(outAt)} 签退`}
          </View>
        </View>
      )}
      <View className="pass__code">
        <SquareCode text={text} size={size} name={`${name}的签到码`} />
      </View>
      <View className="head ctr">{name}</View>
      {unit && <View className="i2 ctr">{unit}</View>}
      <View className="row g2 small i2 pass__hint">
        <Icon name="info" size={18} />
        <View>
          {inAt === null
            ? '给队长扫一扫；扫不出来，把屏幕调亮一点'
            : outAt === null
              ? '走的时候，再给队长扫一次签退'
              : '谢谢您来'}
        </View>
      </View>
    </View>
  )
}
