import type { ActivityPage } from '@core/contract'
import { Canvas, View } from '@tarojs/components'
import { useEffect, useState, type MutableRefObject } from 'react'
import type { ShareCard } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { BigButton, Bone, Notice, Sheet } from '@/ui'
import type { Part } from '../detail/use-part'
import type { Result } from '../signup/use-sign-up'
import { Choices } from './Choices'
import { Elders } from './Elders'
import { easel, useGive, type Giving } from './use-give'

/** What the page shares by the button of this sheet; it is told when that has happened. */
export type Given = MutableRefObject<{ card: ShareCard; handedOn: () => void } | null>

interface GiveSheetProps {
  page: ActivityPage
  part: Part
  now: number
  given: Given
  onClose: () => void
  onAddRelative: () => void
  /** She was signed up at once, without a card. */
  onSignedUp: (result: Result) => void
}

/** A card for an elder of hers: for whom, what one is to her, how it looks; one tap more and it is in the chat. */
export function GiveSheet({ page, part, now, given, onClose, onAddRelative, onSignedUp }: GiveSheetProps) {
  const giving = useGive(page, now)
  const { asking, elders, elder, shared } = giving
  const [isHandedOn, setHandedOn] = useState(false)
  useEffect(() => {
    given.current = shared ? { card: shared, handedOn: () => setHandedOn(true) } : null
    return () => {
      given.current = null
    }
  }, [given, shared])

  const signUp = async () => {
    if (!elder) return
    const values = giving.answers
    const reply = await part.joining.run({
      id: page.id,
      people: [elder.id],
      unit: giving.unit,
      answers: page.questions.length > 0 ? [{ personId: elder.id, values }] : [],
    })
    if (reply?.ok) onSignedUp(reply.data)
  }
  const trouble = giving.trouble ?? part.joining.trouble
  return (
    <>
      <Sheet
        title="给家里老人"
        say={
          giving.place ? '名报好了。发一张大字卡片，时间、地方随时能看。' : '发一张大字卡片，点一下「我去」就报上名。'
        }
        onClose={onClose}
        foot={
          elder && (
            <>
              {trouble && <TroubleNotice trouble={trouble} />}
              <Foot
                giving={giving}
                part={part}
                isHandedOn={isHandedOn}
                onSignUp={() => void signUp()}
                onClose={onClose}
              />
            </>
          )
        }
      >
        <Asked asking={asking} waiting={<Bone height={68} round={18} />}>
          {() => (
            <>
              <Elders page={page} elders={elders} picked={elder?.id ?? ''} onPick={giving.setElder} />
              {!elder && <NobodyYet isFirst={elders.length === 0} onAddRelative={onAddRelative} />}
              {elder && (
                <Choices
                  key={elder.id}
                  page={page}
                  now={now}
                  giving={giving}
                  isHandedOn={isHandedOn && shared !== null}
                />
              )}
            </>
          )}
        </Asked>
      </Sheet>
      <Canvas type="2d" id={easel} className="give__easel" aria-hidden />
    </>
  )
}

function NobodyYet({ isFirst, onAddRelative }: { isFirst: boolean; onAddRelative: () => void }) {
  return (
    <View className="col g4 mt4">
      {isFirst && <Notice>先记下家里老人的称呼，报名、点名都用得上。问过本人再记。</Notice>}
      <BigButton icon="plus" variant={isFirst ? 'primary' : 'quiet'} onTap={onAddRelative}>
        添一位家人
      </BigButton>
    </View>
  )
}

interface FootProps {
  giving: Giving
  part: Part
  isHandedOn: boolean
  onSignUp: () => void
  onClose: () => void
}

/** 转发给妈妈; or signing her up at once; and once it is on its way, the offer to be told. */
function Foot({ giving, part, isHandedOn, onSignUp, onClose }: FootProps) {
  const { elder, place, shared, lacksUnit, missing, trouble } = giving
  const called = elder?.called ?? ''
  if (isHandedOn && shared) return <HandedOn called={called} hasPlace={place !== null} part={part} onClose={onClose} />
  const lack = lacksUnit ? '先选一个' : missing.length > 0 ? '先填好上面要填的' : ''
  return (
    <>
      {trouble ? (
        <BigButton onTap={giving.again}>再试一次</BigButton>
      ) : shared ? (
        <BigButton icon="share" openType="share">
          转发给{called}
        </BigButton>
      ) : (
        <BigButton disabled>{lack || '正在画卡片…'}</BigButton>
      )}
      {!lack && !place && (
        <BigButton variant="line" busy={part.joining.busy} onTap={onSignUp}>
          {part.joining.busy ? '正在报名…' : `我直接替${called}报名`}
        </BigButton>
      )}
    </>
  )
}

interface HandedOnProps {
  called: string
  hasPlace: boolean
  part: Part
  onClose: () => void
}

function HandedOn({ called, hasPlace, part, onClose }: HandedOnProps) {
  const canAsk = part.canBeTold && !part.isTold && !hasPlace
  const next = hasPlace ? `${called}点开就看得到时间和地方。` : `${called}点了「我去」，这里和消息里都看得到。`
  return (
    <>
      <View className="small i2 ctr" aria-live="polite">
        {part.isTold && !hasPlace ? '记下了，会在微信里告诉您。' : next}
      </View>
      {canAsk && (
        <BigButton icon="bell" onTap={() => void part.beTold('family')}>
          {called}答了就告诉我
        </BigButton>
      )}
      <BigButton variant="quiet" icon="share" openType="share">
        再转发一次
      </BigButton>
      <BigButton variant={canAsk ? 'line' : 'primary'} onTap={onClose}>
        好了
      </BigButton>
    </>
  )
}
