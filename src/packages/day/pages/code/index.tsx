import './index.scss'
import { View } from '@tarojs/components'
import { clockWords } from '@core/domain/times'
import { useEffect, useState } from 'react'
import { wordsFor } from '@/client'
import { chrome, go, nameNavBar, useAwake, useNow, useParam } from '@/device'
import { Sense } from '@/parts'
import { TroubleView } from '@/parts/Asked'
import { BigButton, Bone, Link, Notice, Page, Segmented, SquareCode, classes } from '@/ui'
import { Count } from '../../parts/Count'
import { useBook } from '../../book/use-book'
import { countOf } from '../../book/words'
import { useCodes } from './use-codes'

type Kind = 'in' | 'out'

/** The code fills the width of a phone, and no more of a wide one. */
const sideOf = (windowWidth: number) => Math.min(320, windowWidth - 40 - 16)

export default function DayCode() {
  const id = useParam('id')
  const isAboveDay = useParam('below') === 'day'
  const [mode, setMode] = useState<Kind>('in')
  const book = useBook(id)
  const { card, people, settledAt } = book
  const { text, isOver, until, trouble, again } = useCodes(id, mode, book.way !== 'offline')
  const now = useNow()
  const [side] = useState(() => sideOf(chrome().windowWidth))
  const { done, all } = countOf(people, mode)
  useAwake()
  useEffect(() => {
    if (card) nameNavBar(`${mode === 'in' ? '签到码' : '签退码'} · ${card.title}`)
  }, [card, mode])

  const refused = trouble?.refusal ? wordsFor(trouble) : null
  const isBusy = trouble?.fault?.kind === 'busy'
  if (!card && book.trouble) {
    return (
      <Page>
        <TroubleView trouble={book.trouble} onRetry={book.again} />
      </Page>
    )
  }
  return (
    <Page busy={!card}>
      <View className="mt2" />
      {card && now >= card.startsAt && (
        <Segmented<Kind>
          name="签到还是签退"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'in', label: '签到' },
            { value: 'out', label: '签退' },
          ]}
        />
      )}
      <View
        className={classes('big-code', !text && 'big-code--none')}
        style={`min-width:${side}px;min-height:${side}px`}
      >
        {text ? (
          <SquareCode text={text} size={side} name={mode === 'in' ? '签到码' : '签退码'} />
        ) : (
          !isOver && !trouble && <Bone width={`${side}px`} height={side} round={20} />
        )}
      </View>
      {refused ? (
        <View className="mt4">
          <Notice icon="info" title={refused.why} alert>
            {refused.next}
          </Notice>
        </View>
      ) : isOver || (!text && trouble) ? (
        <View className="mt4">
          <Notice
            tone="warn"
            icon={isBusy ? 'hourglass' : 'offline'}
            title={isOver ? '存好的码用完了' : '码还没拿到'}
            alert
            action={<Link onTap={() => void again()}>再试一次</Link>}
          >
            {isBusy
              ? '这会儿人很多，过一会儿就有新的码。现在可以按名字点。'
              : '要连上网才能出新的码。现在可以按名字点，没有网络也行。'}
          </Notice>
        </View>
      ) : (
        <View className="mt4 ctr">
          <View className="title">请邻居扫这里{mode === 'in' ? '签到' : '签退'}</View>
          <Sense className="i2 mt1" always text="打开「签到码」那一页，点「扫队长的码签到」" />
          <Sense className="small i3 mt1" always text="每 15 秒换一次，拍照转发的不管用" />
        </View>
      )}
      {text && book.way === 'offline' && until > now && (
        <View className="mt4">
          <Notice tone="warn" icon="offline" alert>
            没有网络。这里的码够用到 {clockWords(until)}；邻居的手机要有网络才扫得上，没有就按名字点。
          </Notice>
        </View>
      )}
      {card && settledAt === null && (
        <View className="mt5">
          <Count done={done} all={all} words={mode === 'in' ? '人到了' : '人签退了'} colour={card.colour} />
        </View>
      )}
      <View className="mt5">
        <BigButton variant="quiet" icon="list" onTap={() => void (isAboveDay ? go.back() : go.instead.day(id))}>
          按名字点
        </BigButton>
      </View>
    </Page>
  )
}
