import { View } from '@tarojs/components'
import { actions, type FileJob } from '@core/contract'
import { clockWords } from '@core/domain/times'
import { useEffect, useRef, useState } from 'react'
import { call, newKey, useAction, useDo } from '@/client'
import { openFile, say, useNow } from '@/device'
import { nearDay } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { SwitchRow } from '@/parts/SwitchRow'
import { BigButton, ListRow, Notice, Sheet, Tick } from '@/ui'

const kinds = [
  { kind: 'roster-sheet', title: '大字名单', say: '打印出来，名字前有格子可以打勾' },
  { kind: 'passes', title: '大字入场条', say: '给没有手机的老人，一人一张，有码有电话' },
  { kind: 'roster-xlsx', title: '表格（Excel）', say: '给社区存档，或者自己再排' },
] as const

/** How often a list that is being made is looked at, ms. */
const every = 800

/** A roster to take away: which form, with numbers or not; made by the cloud, then opened. */
export function TakeAwaySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [kind, setKind] = useState<(typeof kinds)[number]['kind']>('roster-sheet')
  const [phones, setPhones] = useState(false)
  const [job, setJob] = useState<FileJob | null>(null)
  const order = useDo(actions.orderRoster)
  const orderPasses = useDo(actions.orderPasses)
  const key = useRef(newKey())
  const make = async () => {
    const answer = await (kind === 'passes'
      ? orderPasses.run({ id, key: key.current, of: 'phoneless' })
      : order.run({ id, key: key.current, kind, phones }))
    if (answer?.ok) setJob(answer.data)
  }
  const anew = () => {
    key.current = newKey()
    setJob(null)
  }
  if (job) return <Making first={job} onAnew={anew} onClose={onClose} />
  return (
    <Sheet
      title="带走名单"
      say="做好了在这里打开，能转到电脑上打印。链接过一天就失效。"
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={kind === 'passes' ? orderPasses.trouble : order.trouble} />
          <BigButton busy={order.busy || orderPasses.busy} onTap={() => void make()}>
            {order.busy || orderPasses.busy ? '正在交代…' : '做一份'}
          </BigButton>
        </>
      }
    >
      {kinds.map((each, index) => (
        <ListRow
          key={each.kind}
          first={index === 0}
          title={each.title}
          say={each.say}
          trail={<Tick on={kind === each.kind} />}
          bare
          onTap={() => setKind(each.kind)}
          name={`${each.title}，${each.say}${kind === each.kind ? '，现在选的' : ''}`}
        />
      ))}
      {kind !== 'passes' && (
        <SwitchRow
          title="带上电话"
          say={phones ? '只给要打电话的人看，用完收好或撕掉' : '不带电话，贴在墙上也放心'}
          on={phones}
          onChange={setPhones}
        />
      )}
    </Sheet>
  )
}

interface MakingProps {
  first: FileJob
  onAnew: () => void
  onClose: () => void
}

/** The list while it is being made, and once it is there. */
function Making({ first, onAnew, onClose }: MakingProps) {
  const now = useNow()
  const seen = useAction(actions.fileState, { id: first.id }, { fresh: 0 })
  const job = seen.data ?? first
  const isOn = job.state === 'queued' || job.state === 'running'
  const again = useRef(seen.again)
  again.current = seen.again
  const [opening, setOpening] = useState(false)
  useEffect(() => {
    // The cloud's timer makes what was left lying, so that nothing hangs on this call.
    void call(actions.runFile, { id: first.id }).then(() => again.current())
  }, [first.id])
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => void again.current(), every)
    return () => clearInterval(timer)
  }, [isOn])
  const open = async () => {
    setOpening(true)
    const isShown = await openFile(job.url, job.name)
    setOpening(false)
    if (!isShown) say('没能打开，再试一次')
  }
  const share = job.total > 0 ? Math.min(100, Math.round((job.done / job.total) * 100)) : 0

  return (
    <Sheet
      title={job.state === 'ready' ? '名单做好了' : isOn ? '正在做名单' : '没做成'}
      say={job.name}
      onClose={onClose}
      foot={
        job.state === 'ready' ? (
          <BigButton busy={opening} onTap={() => void open()}>
            {opening ? '正在打开…' : '打开'}
          </BigButton>
        ) : isOn ? (
          <BigButton variant="line" onTap={onClose}>
            先不等，过会儿再来
          </BigButton>
        ) : (
          <BigButton onTap={onAnew}>再做一份</BigButton>
        )
      }
    >
      <View className="mt4">
        {isOn && (
          <>
            <View className="bar8" aria-hidden>
              <View className="bar8__fill bar8__fill--brand" style={`width:${share}%`} />
            </View>
            <View className="small i2 mt2" aria-role="status">
              {job.total > 0 ? `写了 ${job.done} 位，共 ${job.total} 位` : '排着队，马上开始'}
            </View>
          </>
        )}
        {job.state === 'ready' && job.until !== null && (
          <Notice icon="hourglass">
            {`${nearDay(job.until, now)} ${clockWords(job.until)} 以后这份就打不开了，要用再做一份。`}
          </Notice>
        )}
        {(job.state === 'failed' || job.state === 'expired') && (
          <Notice tone="warn">
            {job.state === 'expired' ? '这份过了时候，再做一份就有。' : '云端没有做完，再做一份试试；名单都还在。'}
          </Notice>
        )}
        {seen.trouble && <TroubleNotice trouble={seen.trouble} />}
      </View>
    </Sheet>
  )
}
