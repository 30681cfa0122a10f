import './index.scss'
import { View } from '@tarojs/components'
import { opensBefore } from '@core/domain/attendance'
import { clockWords, momentWords } from '@core/domain/times'
import type { PersonNow } from '@core/domain/day-queue'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, go, nameNavBar, say, scan, useNow, useParam, usePulled } from '@/device'
import { NumbersHeld } from '@/parts'
import { TroubleView } from '@/parts/Asked'
import { ActionBar, BarSmall, BigButton, Notice, Page, Segmented, Skeleton, useLook } from '@/ui'
import { Count } from '../../parts/Count'
import { useBook } from '../../book/use-book'
import { countOf, isDone, isKept, nameOf, shown, type Mode, type Sought } from '../../book/words'
import { Filters } from './Filters'
import { Notices } from './Notices'
import { People } from './People'
import { ScanSheet } from './ScanSheet'
import { readScan, type Scanned } from './scanned'
import { TickedSheet } from './TickedSheet'
import { WalkInSheet } from './WalkInSheet'

type Over =
  | { kind: 'walkIn'; name: string }
  | { kind: 'scanned'; scanned: Scanned }
  | { kind: 'ticked'; person: PersonNow }
  | null

/** People begin to leave so long before the end, ms. */
const leavingBefore = 10 * 60_000

export default function Day() {
  const id = useParam('id')
  const scansAtOnce = useParam('scan') === '1'
  const now = useNow()
  const book = useBook(id)
  const { card, people, units, trouble, settledAt, seesHome, happened, cloudNow, again } = book
  const [sought, setSought] = useState<Sought>({ mode: 'in', which: 'all', unit: '', search: '' })
  const [over, setOver] = useState<Over>(null)
  const [isFinding, setFinding] = useState(false)
  const { large } = useLook()
  const { mode } = sought
  const lacksNumber = people.some(({ row, inAt }) => inAt === null && row.phone === '')
  const heldNow = lacksNumber && book.numbersAt > now ? Math.max(1, Math.round((book.numbersAt - now) / 60_000)) : null
  const { done, all } = countOf(people, mode)
  const isOpen = card !== null && card.state !== 'cancelled' && settledAt === null
  const canSeeHome = seesHome && card?.state !== 'cancelled'
  const opensAt = card ? card.startsAt - opensBefore : 0
  const hasOut = card !== null && now >= card.startsAt
  const isOver = card !== null && now >= card.endsAt
  const startsOut = card !== null && cloudNow() >= card.endsAt - leavingBefore
  const isModeDue = useRef(true)
  useEffect(() => {
    // Only as it is opened: a page that stands open keeps the mode she chose.
    if (!card || !isModeDue.current) return
    isModeDue.current = false
    if (startsOut) setSought((before) => ({ ...before, mode: 'out', which: 'all' }))
  }, [card, startsOut])

  usePulled(again)
  useEffect(() => {
    if (card) nameNavBar(`点名 · ${card.title}`)
  }, [card])

  /** Says so when it is too early for anything to be noted. */
  const isEarly = useCallback(() => {
    if (cloudNow() >= opensAt) return false
    say(`${clockWords(opensAt)} 起可以签到`)
    return true
  }, [cloudNow, opensAt])

  const tap = useCallback(
    async (person: PersonNow) => {
      const name = nameOf(person)
      if (mode === 'home') {
        if (isDone(person, 'home')) return say(`${clockWords(person.homeAt ?? 0)} 送到家的`)
        const body = `${isKept(person) ? '家里人马上会收到消息，' : ''}记下以后改不了。`
        if (await ask({ title: `${name}送到家了？`, body, yes: '送到家了' })) happened(person, { kind: 'home' })
        return
      }
      if (!isOpen || isEarly()) return
      if (!isDone(person, mode)) return happened(person, { kind: mode })
      if (mode === 'in' && hasOut) return setOver({ kind: 'ticked', person })
      if (mode === 'in') {
        const body = `${name} ${clockWords(person.inAt ?? 0)} 签到的。取消以后可以再点。${isKept(person) ? '家里人会收到「刚才点错了」。' : ''}`
        if (await ask({ title: '取消签到？', body, yes: '取消签到' })) happened(person, { kind: 'undo' })
        return
      }
      const body = `${name} ${clockWords(person.outAt ?? 0)} 签退了。要是刚刚才走，可以改成现在。`
      if (await ask({ title: '改成现在签退？', body, yes: '现在才走' })) happened(person, { kind: 'out' })
    },
    [happened, hasOut, isEarly, isOpen, mode],
  )

  const scanOne = useCallback(async () => {
    if (isEarly()) return
    const text = await scan()
    if (text === null) return setOver(null)
    const kind = mode === 'in' ? 'in' : 'out'
    const scanned = readScan(text, id, people, kind)
    if (scanned.personId !== null) happened(scanned.personId, { kind, via: 'pass', pass: text.slice(0, 200) })
    setOver({ kind: 'scanned', scanned })
  }, [happened, id, isEarly, mode, people])

  const find = () => {
    setFinding(!isFinding)
    setSought({ ...sought, search: '' })
  }
  // In large type the bar keeps to two rows, so that neighbours stay in sight.
  const showCode = () => void go.dayCode(id, true)
  const isReady = card !== null
  const isCameraDue = useRef(scansAtOnce)
  useEffect(() => {
    // Opened by 扫码签到 at the desk: the camera is what she came for, once.
    if (!isReady || !isCameraDue.current) return
    isCameraDue.current = false
    void scanOne()
  }, [isReady, scanOne])

  if (!card) {
    return <Page busy={!trouble}>{trouble ? <TroubleView trouble={trouble} onRetry={again} /> : <Skeleton />}</Page>
  }
  return (
    <Page
      bar={
        isOpen && (
          <ActionBar small={!large && <BarSmall icon="code" label="出码" onTap={showCode} />}>
            <BigButton variant="line" icon="plus" onTap={() => !isEarly() && setOver({ kind: 'walkIn', name: '' })}>
              没报名的
            </BigButton>
            {isOver ? (
              <BigButton grow icon="check" onTap={() => void go.settle(id)}>
                确认时长
              </BigButton>
            ) : (
              <BigButton grow icon="scan" onTap={() => void scanOne()}>
                扫码
              </BigButton>
            )}
          </ActionBar>
        )
      }
      over={
        <>
          {over?.kind === 'walkIn' && (
            <WalkInSheet
              named={over.name}
              people={people}
              units={units}
              onClose={() => setOver(null)}
              onCome={(walkIn) => {
                happened(null, { kind: 'in', via: 'walkIn', ...walkIn })
                setOver(null)
              }}
              onFound={(person) => {
                setOver(null)
                if (person.inAt === null) happened(person, { kind: 'in' })
              }}
            />
          )}
          {over?.kind === 'ticked' && (
            <TickedSheet
              person={over.person}
              onOut={() => {
                happened(over.person, { kind: 'out' })
                setOver(null)
              }}
              onUndo={() => {
                happened(over.person, { kind: 'undo' })
                setOver(null)
              }}
              onClose={() => setOver(null)}
            />
          )}
          {over?.kind === 'scanned' && (
            <ScanSheet scanned={over.scanned} onNext={() => void scanOne()} onClose={() => setOver(null)} />
          )}
        </>
      }
    >
      <Notices id={id} book={book} />
      <NumbersHeld held={heldNow} />
      {isOpen && now + book.skew < opensAt && (
        <View className="mt3">
          <Notice icon="clock">{momentWords(opensAt, now)} 起可以签到，名单先看着。</Notice>
        </View>
      )}
      <View className="mt4">
        <Count done={done} all={all} words={countWords[mode]} colour={card.colour}>
          <View className="row wrap g2 day__keys">
            <BigButton variant="line" size="small" icon={isFinding ? 'close' : 'search'} onTap={find}>
              {isFinding ? '不找了' : '找名字'}
            </BigButton>
            {isOpen && isOver && (
              <BigButton variant="line" size="small" icon="scan" onTap={() => void scanOne()}>
                扫码
              </BigButton>
            )}
            {isOpen && large && (
              <BigButton variant="line" size="small" icon="code" onTap={showCode}>
                出码
              </BigButton>
            )}
          </View>
        </Count>
      </View>
      {hasOut && (
        <View className="mt4">
          <Segmented<Mode>
            name={canSeeHome ? '签到、签退还是送到家' : '签到还是签退'}
            value={mode}
            onChange={(next) => setSought({ ...sought, mode: next, which: 'all' })}
            options={[
              { value: 'in', label: '签到' },
              { value: 'out', label: '签退' },
              ...(canSeeHome ? [{ value: 'home' as const, label: '送到家' }] : []),
            ]}
          />
        </View>
      )}
      <Filters sought={sought} units={units} done={done} all={all} isFinding={isFinding} onChange={setSought} />
      <People
        people={shown(people, sought)}
        isNobody={people.length === 0}
        elsewhere={shown(people, everywhere(sought)).length}
        onElsewhere={() => setSought(everywhere(sought))}
        onWalkIn={isOpen ? () => !isEarly() && setOver({ kind: 'walkIn', name: sought.search.trim() }) : undefined}
        sought={sought}
        units={units}
        starts={{ startsAt: card.startsAt, units }}
        now={now + book.skew}
        onTap={tap}
      />
      {hasOut && !(isOpen && isOver) && (
        <View className="mt6">
          <BigButton variant="quiet" icon="check" onTap={() => void go.settle(id)}>
            {settledAt === null ? '确认谁来了、多少时长' : '看确认过的时长'}
          </BigButton>
        </View>
      )}
    </Page>
  )
}

const countWords: Record<Mode, string> = { in: '人到了', out: '人签退了', home: '人送到家了' }

const everywhere = (sought: Sought): Sought => ({ ...sought, mode: 'in', unit: '', which: 'all' })
