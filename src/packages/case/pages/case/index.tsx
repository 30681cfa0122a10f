import './index.scss'
import { actions, type CaseView, type MoveName } from '@core/contract'
import { whereOf } from '@core/domain/case'
import { serviceOf } from '@core/services/cases'
import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { useAction } from '@/client'
import { callPhone, go, keepPrivate, nameNavBar, pathTo, useNow, useParam, usePulled, useShare } from '@/device'
import { NumbersHeld, Sense } from '@/parts'
import { OlderAnswer, TroubleView } from '@/parts/Asked'
import { sharePicture, sharePictures } from '@/parts/share/pictures'
import { Link, Page } from '@/ui'
import { AgreementCard } from '../../case/AgreementCard'
import { CaseBar, hasBar } from '../../case/CaseBar'
import { CaseSkeleton } from '../../case/CaseSkeleton'
import { Details } from '../../case/Details'
import { DoorWord } from '../../case/DoorWord'
import { DueCard } from '../../case/DueCard'
import { MoneyCard } from '../../case/MoneyCard'
import { MoreSheet } from '../../case/MoreSheet'
import { MoveSheet } from '../../case/MoveSheet'
import { ComeIn, InviteOtherSide } from '../../case/OtherSide'
import { Outcome } from '../../case/Outcome'
import { StepTrail, mostUnfolded } from '../../case/StepTrail'
import { WhoCard } from '../../case/WhoCard'
import { movesOf } from '../../case/next-moves'
import { useMoves } from '../../case/use-moves'

export default function CasePage() {
  const id = useParam('id')
  const token = useParam('p')
  const asking = useAction(actions.getCase, { id })
  const { data, trouble } = asking
  const service = data && serviceOf(data.service)
  const isPublic = service?.seenBy === 'neighbours'
  usePulled(asking.again)
  useShare((from) => {
    // The other side of a quarrel is asked in by a card that says neither who nor what.
    if (data?.partyToken && from === 'button')
      return { title: '请您来一起谈一件事', path: pathTo('case', { id, p: data.partyToken }), imageUrl: sharePicture }
    return {
      title: data && isPublic ? data.title : '来看看社区里的事',
      path: data && isPublic ? pathTo('case', { id }) : undefined,
      imageUrl: service && isPublic ? sharePictures[service.colour] : sharePicture,
    }
  })
  const name = service?.name
  useEffect(() => {
    if (name) nameNavBar(name)
  }, [name])
  // What is not known to be everybody's is nobody's.
  useEffect(() => {
    if (!isPublic) keepPrivate()
  }, [isPublic])
  if (data) {
    const older = trouble && <OlderAnswer trouble={trouble} onRetry={asking.again} />
    return <Whole view={data} older={older} />
  }
  return (
    <Page busy={asking.loading}>
      {trouble?.refusal?.refused === 'access.gone' && token ? (
        <ComeIn id={id} token={token} />
      ) : trouble ? (
        <TroubleView trouble={trouble} onRetry={asking.again} />
      ) : (
        <CaseSkeleton />
      )}
    </Page>
  )
}

/** What lies over the page: the sheet of a move, or the rest of them. */
type Over = MoveName | 'more' | null

function Whole({ view, older }: { view: CaseView; older: ReactNode }) {
  const now = useNow()
  const service = serviceOf(view.service)
  const moves = useMoves(view.id)
  const [over, setOver] = useState<Over>(null)
  const order = movesOf(view)
  const isPublic = service?.seenBy === 'neighbours'
  const canFollow =
    isPublic &&
    whereOf(service, view.topic) === 'spot' &&
    view.state !== 'closed' &&
    ['neighbour', 'follower'].includes(view.as)
  const open = (move: MoveName) => {
    moves.forget()
    if (move === 'dispatch') {
      setOver(null)
      void go.dispatch(view.id)
    } else setOver(move)
  }
  const close = () => setOver(null)
  // Who is on the way wants to know where and what first; everybody else how it stands.
  const isWorking = view.as === 'helper' && view.state === 'doing'
  const work = (
    <>
      <NumbersHeld held={view.held} />
      <WhoCard view={view} />
      <MoneyCard view={view} now={now} />
    </>
  )
  // Where they are no more than its title, or the trail shows them, they do not stand here again.
  const isInTrail = view.steps[0]?.words === view.words && view.steps.length <= mostUnfolded
  const withWords = !isInTrail && view.words !== view.title
  const topic = service?.topics.find(({ id }) => id === view.topic)?.word ?? ''
  const details = <Details view={view} now={now} topic={topic} withWords={withWords} />
  return (
    <Page
      bar={
        hasBar(view, order, canFollow) && (
          <CaseBar
            view={view}
            order={order}
            moves={moves}
            canFollow={canFollow}
            canShare={isPublic}
            onMove={open}
            onMore={() => setOver('more')}
          />
        )
      }
      over={
        over === 'more' ? (
          <MoreSheet view={view} moves={order.rest} onMove={open} onClose={close} />
        ) : (
          over && <MoveSheet move={over} view={view} service={service} moves={moves} onClose={close} />
        )
      }
    >
      <Sense always className="head mt2" text={view.title} />
      <Sense always className="small i2 mt2" text={fromLine(view)} />
      {older}
      <View aria-live="polite">
        <Outcome view={view} now={now} words={service?.words} />
        <DueCard view={view} now={now} />
        <DoorWord view={view} />
      </View>
      {isWorking && work}
      {withWords && details}
      <StepTrail view={view} now={now} words={service?.words} action={<CallLink view={view} />} />
      {!withWords && details}
      {!isWorking && work}
      <AgreementCard agreement={view.agreement} />
      <InviteOtherSide token={view.partyToken} />
      <View className="case-room" />
    </Page>
  )
}

/** 3 号楼 · 何玉珍 · 编号 1127 · 4 位邻居也遇到了 */
function fromLine({ place, asker, number, followers, reopened, isUrgent }: CaseView): string {
  return [
    isUrgent && '着急',
    place,
    asker,
    `编号 ${number}`,
    followers > 0 && `还有 ${followers} 位邻居也在等`,
    reopened > 0 && `重开过 ${reopened} 次`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Whom to call about it, in the step that is now. */
function CallLink({ view: { contact } }: { view: CaseView }) {
  if (!contact?.phone) return null
  return (
    <Link icon="phone" onTap={() => void callPhone(contact.phone)} name={`打给${contact.name}`}>
      {contact.name}
    </Link>
  )
}
