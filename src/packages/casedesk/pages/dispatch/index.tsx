import './index.scss'
import { View } from '@tarojs/components'
import { actions, type CaseCard, type CaseView, type OutputOf } from '@core/contract'
import { serviceOf } from '@core/services/cases'
import { useState } from 'react'
import { useAction } from '@/client'
import { ask, go, hideKeyboard, keepPrivate, say, useNow, useParam, usePulled, useShown } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { CaseTicket } from '@/parts/case'
import { ActionBar, BigButton, Notice, Page } from '@/ui'
import { useMove, type Step } from '../../use-move'
import { AlsoThere, OtherWays, Returns, SameThing } from './Besides'
import { firstChoice, stepOf, toWords, type Choice } from './choice'
import { Units } from './Units'
import { WaySheet } from './WaySheet'
import { ways, type Way } from './ways'

type Matches = OutputOf<typeof actions.matches>

/** Where a case goes: to a unit, to several jointly, to neighbours, to ourselves, up, or together with another. */
export default function Dispatch() {
  const id = useParam('id')
  const view = useAction(actions.getCase, { id })
  const fits = useAction(actions.matches, { id })
  usePulled(() => Promise.all([view.again(), fits.again()]))
  useShown(keepPrivate)
  if (view.data && fits.data) return <Chooser key={view.data.turn} view={view.data} fits={fits.data} />
  return (
    <Page busy={view.loading || fits.loading}>
      {view.data ? <Asked asking={fits}>{() => null}</Asked> : <Asked asking={view}>{() => null}</Asked>}
    </Page>
  )
}

function Chooser({ view, fits }: { view: CaseView; fits: Matches }) {
  const now = useNow()
  const declined = view.units.filter(({ state }) => state === 'declined').map(({ id }) => id)
  const [choice, setChoice] = useState<Choice>(() => firstChoice(fits.units, declined))
  const [way, setWay] = useState<Way | null>(null)
  const { move, busy, trouble, forget } = useMove()
  const may = new Set(view.may)
  const maySend = may.has('dispatch')
  const hasChosen = choice.units.length > 0

  const make = async (step: Step, done: string) => {
    hideKeyboard()
    const answer = await move(view.id, step)
    if (!answer?.ok) return
    setWay(null)
    say(done)
    await go.back()
  }
  const merge = async (card: CaseCard) => {
    const isSure = await ask({
      title: '合成一件事？',
      body: `这一件并进「${card.title}」，提的人会跟着那一件收到消息。合了就分不开了。`,
      yes: '合起来',
    })
    if (isSure) await make({ move: 'merge', into: card.id }, '合到一起了')
  }
  const open = (next: Way | null) => {
    forget()
    setWay(next)
  }
  const to = toWords(choice, fits.units)
  return (
    <Page
      bar={
        maySend && (
          <ActionBar note={trouble && !way && <TroubleNotice trouble={trouble} />}>
            <BigButton
              grow
              busy={busy && !way}
              disabled={!hasChosen}
              onTap={() => void make(stepOf(choice), '派出去了')}
              name={hasChosen ? `派给 ${to}` : undefined}
            >
              {busy && !way ? '正在派单…' : hasChosen ? `派给 ${to}` : '先选一家'}
            </BigButton>
          </ActionBar>
        )
      }
      over={
        way && (
          <WaySheet
            way={way}
            busy={busy}
            trouble={trouble}
            onDo={(words) => void make({ move: way.move, words }, way.done)}
            onClose={() => open(null)}
          />
        )
      }
    >
      <View className="mt2">
        <CaseTicket
          card={view}
          now={now}
          service={serviceOf(view.service)}
          onTap={() => void go.case(view.id)}
          foot={<View className="small">{view.words}</View>}
        />
      </View>
      <Returns steps={view.steps} />
      {maySend ? (
        <Units units={fits.units} declined={declined} choice={choice} onChange={setChoice} />
      ) : (
        <View className="mt4">
          <Notice icon="info">
            {serviceOf(view.service)?.ways.includes('whistle')
              ? '这件事现在不用您来派，点上面看看到哪一步了。'
              : '这一类事不派给单位，看看下面的办法。'}
          </Notice>
        </View>
      )}
      {may.has('merge') && <SameThing cards={fits.same} now={now} busy={busy} onMerge={(card) => void merge(card)} />}
      <OtherWays ways={ways.filter(({ move: each }) => may.has(each))} onTap={open} />
      <AlsoThere projects={fits.projects} resources={fits.resources} />
    </Page>
  )
}
