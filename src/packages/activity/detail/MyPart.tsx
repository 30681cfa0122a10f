import type { ActivityPage, Mine, Unit } from '@core/contract'
import { clockWords } from '@core/domain/times'
import { View } from '@tarojs/components'
import { go } from '@/device'
import { datedMoment, listed, ourParts, ourStart, seatState, type OurPart } from '@/parts'
import { BigButton, Link, Notice } from '@/ui'
import { keepInCalendar } from '../people/calendar'
import { canCome, candidatesOf } from '../people/candidates'
import { unitName } from '../signup/units'
import { OurRows } from './OurRows'
import { useNotInvited } from './use-invited'
import type { Part } from './use-part'
import { waysOf } from './way-words'
import { waitingWords } from './words'

interface MyPartProps {
  page: ActivityPage
  part: Part
  now: number
  onJoin: () => void
}

/** What stands for her and hers: called off, seats, a seat kept for an answer, or a place in the line. */
export function MyPart({ page, part, now, onJoin }: MyPartProps) {
  const parts = ourParts(page)
  const state = seatState({ ...page, mine: null, ours: [] }, now)
  const outside = useNotInvited(page)
  if (page.state === 'cancelled') {
    return (
      <Notice title="这场不办了" icon="info">
        {page.reason ? `${page.reason}。` : ''}
        {parts.length > 0 ? '已经报的名不用管，我们替您退了。' : '看看别的活动吧。'}
      </Notice>
    )
  }
  if (outside && ['seats', 'open', 'full', 'not-open'].includes(state.kind)) {
    return <Notice title={outside.why}>{outside.next}</Notice>
  }
  if (now >= page.endsAt || page.state === 'ended') return null
  if (parts.length === 0) return part.hasLeft ? <Notice icon="check">退掉了，座位让给想来的邻居。</Notice> : null
  const isOpen = ['seats', 'open', 'full'].includes(state.kind)
  const more = isOpen && candidatesOf(page, undefined).some((person) => person.kind !== 'self' && canCome(person))
  const hasSeat = parts.some(({ mine }) => mine.state === 'in')
  const unit = page.units.find(({ id }) => id === parts[0]?.mine.unit)
  return (
    <View className="col g3">
      <Standing page={page} part={part} parts={parts} now={now} />
      {parts.length > 1 || !page.mine ? <OurRows page={page} part={part} parts={parts} now={now} /> : null}
      {hasSeat && (
        <View className="detail__desk">
          <BigButton size="small" variant="quiet" icon="code" grow onTap={() => void go.pass(page.id)}>
            签到码
          </BigButton>
          <BigButton size="small" variant="line" icon="calendar" grow onTap={() => void keepInCalendar(page, unit)}>
            记到日历
          </BigButton>
        </View>
      )}
      {more && page.mine && (
        <Link icon="plus" onTap={onJoin}>
          给家人也报名
        </Link>
      )}
    </View>
  )
}

interface StandingProps {
  page: ActivityPage
  part: Part
  parts: OurPart[]
  now: number
}

/** The most pressing of it in one notice, and the offer to be told. */
function Standing({ page, part, parts, now }: StandingProps) {
  const has = (state: Mine['state']) => parts.filter(({ mine }) => mine.state === state)
  const tell = (label: string) =>
    part.canBeTold &&
    !part.isTold && (
      <Link icon="bell" onTap={() => void part.beTold(has('in').length > 0 ? 'in' : 'waiting')}>
        {label}
      </Link>
    )
  const [offered] = has('offered')
  if (offered) {
    const until = offered.mine.answerBy
    return (
      <Notice tone="warn" title="有座了，先给您留着" alert>
        {until ? `请在${datedMoment(until, page.startsAt, now)} 前回个话，` : '请回个话，'}
        没回的话，座位就让给下一位邻居。
      </Notice>
    )
  }
  const seated = has('in')
  if (seated.length > 0 && now >= ourStart(page, seated, page.units)) {
    return <OnTheDay page={page} seated={seated} now={now} />
  }
  if (seated.length > 0) {
    const unit = page.units.find(({ id }) => id === seated[0]?.mine.unit)
    const others = seated.filter(({ id }) => id !== '').map(({ called }) => called)
    const hasOwn = others.length < seated.length
    const who = others.length > 0 ? `${listed(seated.map(({ called }) => called))}已报名` : '已报名'
    return (
      <Notice tone="success" title={`${who}，座位${hasOwn ? '给您' : ''}留着`} action={tell('开始前提醒我')}>
        {comeWords(unit)}
        {part.isTold && '。有变动会在微信里告诉您。'}
      </Notice>
    )
  }
  const [waiting] = has('waiting')
  if (waiting) {
    const { position } = waiting.mine
    return (
      <Notice tone="warn" title={position ? `候补第 ${position} 位` : '候补中'} action={tell('补上了就告诉我')}>
        {waitingWords(page, now)}
      </Notice>
    )
  }
  return page.drawAt === null ? (
    <Notice tone="info" icon="hourglass" title="等队长同意" action={tell('有结果就告诉我')}>
      {page.contact.name}看过就回话。同意以前还没有座位。
    </Notice>
  ) : (
    <Notice
      tone="info"
      icon="hourglass"
      title={`${datedMoment(page.drawAt, page.startsAt, now)} 抽签`}
      action={tell('抽完就告诉我')}
    >
      您的签在里面了，先报后报一样。
    </Notice>
  )
}

/** While it is on: who of hers came, and who has not checked in. */
function OnTheDay({ page, seated, now }: { page: ActivityPage; seated: OurPart[]; now: number }) {
  const names = (some: OurPart[]) => (some.some(({ id }) => id !== '') ? listed(some.map(({ called }) => called)) : '')
  const missing = seated.filter(({ mine }) => mine.inAt === null)
  if (missing.length > 0) {
    return (
      <Notice tone="warn" icon="clock" title={`${names(missing)}还没签到`}>
        {clockWords(ourStart(page, missing, page.units))} 开始的。到了请队长点个名就行。
      </Notice>
    )
  }
  const all = seated.length > 1 ? `${names(seated)}都到了` : waysOf(seated, page, now)
  return <Notice tone="success">{seated.every(({ mine }) => mine.inAt) ? all : `${names(seated)}已报名`}</Notice>
}

/** 9:30 直接来，不用排队 for a slot; a post by its name. */
function comeWords(unit: Unit | undefined): string {
  if (!unit) return '到时候直接来就行'
  return unit.kind === 'slot' ? `${unitName(unit)} 直接来，不用排队` : `${unitName(unit)}，到时候直接来就行`
}
