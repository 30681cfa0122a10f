import './index.scss'
import { actions, type ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { useRef, useState, type ReactNode } from 'react'
import { useAction } from '@/client'
import { go, pathTo, routes, useNow, useParam, usePulled, useShare, useShown } from '@/device'
import { ColourTag, Cover, Sense } from '@/parts'
import { OlderAnswer, TroubleView } from '@/parts/Asked'
import { sharePicture, sharePictures } from '@/parts/share/pictures'
import { BigButton, NavBar, Page } from '@/ui'
import { Bar } from '../../detail/Bar'
import { BeforeYouCome } from '../../detail/BeforeYouCome'
import { DetailSkeleton } from '../../detail/DetailSkeleton'
import { Facts } from '../../detail/Facts'
import { LeaveSheet } from '../../detail/LeaveSheet'
import { BelongsTo, TellNeighbours } from '../../detail/MoreRows'
import { MyPart } from '../../detail/MyPart'
import { SignUpSheet } from '../../detail/SignUpSheet'
import { SignedUp } from '../../detail/SignedUp'
import { UnitsPart } from '../../detail/UnitsPart'
import { WhoComes } from '../../detail/WhoComes'
import { useNotInvited } from '../../detail/use-invited'
import { usePart } from '../../detail/use-part'
import { shareTitle } from '../../detail/words'
import { GiveRow } from '../../give/GiveRow'
import { GiveSheet, type Given } from '../../give/GiveSheet'
import type { Result } from '../../signup/use-sign-up'

export default function ActivityDetail() {
  const id = useParam('id')
  const asking = useAction(actions.getActivity, { id })
  const { data, trouble } = asking
  const given: Given = useRef(null)
  usePulled(asking.again)
  useShare((from) => {
    // The sheet of a card for an elder has the only such button that can be reached while it is there.
    if (from === 'button' && given.current) {
      given.current.handedOn()
      return given.current.card
    }
    return {
      title: data ? shareTitle(data, Date.now()) : '来看看这场活动',
      path: id ? pathTo('activity', { id }) : routes.home,
      imageUrl: data ? sharePictures[data.colour] : sharePicture,
    }
  })
  if (data) {
    const older = trouble && <OlderAnswer trouble={trouble} onRetry={asking.again} />
    return <Detail page={data} older={older} given={given} onAgain={() => void asking.again()} />
  }
  return (
    <Page nav={<NavBar onBack={() => void go.back()} />} busy={asking.loading}>
      {trouble ? <TroubleView trouble={trouble} onRetry={asking.again} /> : <DetailSkeleton />}
    </Page>
  )
}

interface DetailProps {
  page: ActivityPage
  older: ReactNode
  given: Given
  /** Asks anew, as after a relative was added. */
  onAgain: () => void
}

function Detail({ page, older, given, onAgain }: DetailProps) {
  const now = useNow()
  const part = usePart(page)
  const outside = useNotInvited(page)
  // Opened by 我去 on a card: the sheet is there at once, unless she has a part already.
  const isAskedToJoin = useParam('join') === '1' && page.mine === null
  const [sheet, setSheet] = useState<'join' | 'leave' | 'give' | null>(isAskedToJoin ? 'join' : null)
  const [signedUp, setSignedUp] = useState<Result | null>(null)
  const isAddingRelative = useRef(false)
  useShown(() => {
    if (isAddingRelative.current) onAgain()
    isAddingRelative.current = false
  })
  const close = () => {
    setSheet(null)
    setSignedUp(null)
  }
  const join = () => setSheet('join')
  const addRelative = () => {
    isAddingRelative.current = true
    void go.relative()
  }
  return (
    <Page
      flush
      bar={<Bar page={page} part={part} now={now} onJoin={join} onLeave={() => setSheet('leave')} />}
      over={
        signedUp ? (
          <SignedUp page={page} result={signedUp} people={page.people} part={part} now={now} onClose={close} />
        ) : sheet === 'join' && !outside ? (
          <SignUpSheet page={page} part={part} now={now} onClose={close} onAddRelative={addRelative} />
        ) : sheet === 'give' ? (
          <GiveSheet
            page={page}
            part={part}
            now={now}
            given={given}
            onClose={close}
            onAddRelative={addRelative}
            onSignedUp={setSignedUp}
          />
        ) : (
          sheet === 'leave' && <LeaveSheet page={page} part={part} onClose={close} />
        )
      }
    >
      <Cover colour={page.colour}>
        <NavBar onBack={() => void go.back()} />
      </Cover>
      <View className="detail">
        <ColourTag colour={page.colour} team={page.teamName} />
        <Sense always className="head mt2" text={page.title} />
        {page.intro && <View className="i2 mt2">{page.intro}</View>}
        {older}
        <View className="mt4" aria-live="polite">
          <MyPart page={page} part={part} now={now} onJoin={join} />
        </View>
        <GiveRow page={page} now={now} onGive={() => setSheet('give')} />
        <HowItWas page={page} now={now} />
        <BelongsTo page={page} now={now} />
        {page.canManage && <ToTheDesk id={page.id} />}
        <View className="mt5">
          <Facts page={page} now={now} />
        </View>
        <UnitsPart page={page} now={now} />
        <WhoComes page={page} now={now} />
        <BeforeYouCome page={page} now={now} />
        <TellNeighbours page={page} now={now} />
      </View>
    </Page>
  )
}

/** Once it is over: who came, what was done, and how it was. */
function HowItWas({ page, now }: { page: ActivityPage; now: number }) {
  const isOver = page.state !== 'cancelled' && page.endsAt <= now
  if (!isOver) return null
  return (
    <View className="mt4">
      <BigButton variant="quiet" icon="heart" onTap={() => void go.recap(page.id)}>
        办得怎么样
      </BigButton>
    </View>
  )
}

/** For those who run it: the roster and the form. */
function ToTheDesk({ id }: { id: string }) {
  return (
    <View className="detail__desk mt4">
      <BigButton size="small" variant="quiet" icon="list" grow onTap={() => void go.roster(id)}>
        名单
      </BigButton>
      <BigButton size="small" variant="line" icon="edit" grow onTap={() => void go.publish({ id })}>
        修改
      </BigButton>
    </View>
  )
}
