import './index.scss'
import { actions, type Action } from '@core/contract'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type * as v from 'valibot'
import { useAction } from '@/client'
import { copy, go, pathTo, useNow, useParam, usePulled, useShare } from '@/device'
import { fullMoment } from '@/parts'
import { Asked } from '@/parts/Asked'
import { sharePicture } from '@/parts/share/pictures'
import { BigButton, Card, Link, Notice, Page, SectionTitle } from '@/ui'
import { checkDraw, type Check } from '../../draw/check'
import { mineWords, ticketsShown } from '../../draw/words'

type Draw = typeof actions.showDraw extends Action<infer _I, infer O, infer _R> ? v.InferOutput<O> : never

/** The draw by lot as anybody can check it: the promise, the seed, the order, and drawing again on this phone. */
export default function DrawPage() {
  const id = useParam('id')
  const now = useNow()
  const asking = useAction(actions.showDraw, { id })
  usePulled(asking.again)
  useShare(() => ({ title: '抽签的经过，谁都能再抽一遍', path: pathTo('draw', { id }), imageUrl: sharePicture }))
  return (
    <Page busy={asking.loading}>
      <Asked asking={asking}>
        {(draw) => (
          <>
            <View className="head mt2" aria-role="heading">
              {draw.seed !== null
                ? '抽过签了'
                : now < draw.drawAt
                  ? `${fullMoment(draw.drawAt, now)} 抽签`
                  : '到时间了，马上抽'}
            </View>
            <View className="i2 mt1">
              {draw.tickets} 张签，{draw.seats} 席。一家人算一张签，先报后报一样。
            </View>
            {mineWords(draw) && (
              <View className="mt4">
                <Notice tone={draw.seed === null ? 'info' : 'success'} icon="info">
                  {mineWords(draw)}
                </Notice>
              </View>
            )}
            {draw.seed === null ? <Before draw={draw} /> : <After draw={draw} seed={draw.seed} />}
            <View className="mt5 row">
              <Link onTap={() => void go.activity(id)}>看这场活动</Link>
            </View>
          </>
        )}
      </Asked>
    </Page>
  )
}

function Before({ draw }: { draw: Draw }) {
  return (
    <>
      <SectionTitle>怎么保证公平</SectionTitle>
      <Card>
        <View>抽签的依据报名以前就定好了，谁也没看过，中途换不了。到时间自动抽，抽完谁都能自己验。</View>
        <ForChecking>
          <View className="mt2">
            抽签用的「种子」是一串随机的字。下面是它的指纹，现在就公开；抽完公布种子，指纹对得上，就说明没有换过。
          </View>
          <Fingerprint label="指纹" text={draw.commitment} />
        </ForChecking>
      </Card>
    </>
  )
}

function After({ draw, seed }: { draw: Draw; seed: string }) {
  const [check, setCheck] = useState<Check | null>(null)
  return (
    <>
      <SectionTitle say="先抽到的先有座">抽出来的顺序</SectionTitle>
      <Card>
        <View className="lots">
          {ticketsShown(draw).map(({ ticket, isMine }) => (
            <View
              key={ticket}
              className={isMine ? 'lot lot--mine' : 'lot'}
              aria-role="text"
              aria-label={isMine ? `${ticket} 号，您的` : `${ticket} 号`}
            >
              {ticket}
            </View>
          ))}
        </View>
        {draw.order.length > ticketsShown(draw).length && (
          <View className="small i2 mt2">后面还有 {draw.order.length - ticketsShown(draw).length} 张</View>
        )}
      </Card>
      <SectionTitle>自己再抽一遍</SectionTitle>
      <Card>
        <View>在您自己的手机上重新抽，看是不是同样的顺序。</View>
        <View className="mt4 col">
          <BigButton variant="quiet" onTap={() => setCheck(checkDraw({ ...draw, seed }))}>
            再抽一遍
          </BigButton>
        </View>
        {check && (
          <View className="mt3">
            <Checked check={check} />
          </View>
        )}
        <ForChecking>
          <Fingerprint label="种子" text={seed} />
          <Fingerprint label="报名前公开的指纹" text={draw.commitment} />
        </ForChecking>
      </Card>
    </>
  )
}

/** The seed and its print, for those who want to check with tools of their own. */
function ForChecking({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View className="mt3">
      <Link icon="down" onTap={() => setOpen(!isOpen)}>
        想自己验一遍
      </Link>
      {isOpen && children}
    </View>
  )
}

function Checked({ check }: { check: Check }) {
  const isFair = check.keepsPromise && check.isSameOrder
  return isFair ? (
    <Notice tone="success" title="对得上" alert>
      种子就是报名前定好的那一个，重抽的顺序一号不差。
    </Notice>
  ) : (
    <Notice tone="danger" title="对不上" alert>
      {check.keepsPromise ? '重抽的顺序和公布的不一样' : '种子和报名前公开的指纹不一样'}
      。往下拉一拉再试；还是这样，请打给社区。
    </Notice>
  )
}

function Fingerprint({ label, text }: { label: string; text: string }) {
  return (
    <View className="mt3">
      <View className="row between">
        <View className="small i2">{label}</View>
        <Link onTap={() => void copy(text)} name={`复制${label}`}>
          复制
        </Link>
      </View>
      <View className="print">{text}</View>
    </View>
  )
}
