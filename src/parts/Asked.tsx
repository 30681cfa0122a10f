import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useWhere, wordsFor, type Asking, type Trouble } from '@/client'
import { callPhone, go } from '@/device'
import { Empty, ErrorView, Link, Notice, Skeleton, useAfter } from '@/ui'

interface AskedProps<T> {
  asking: Asking<T>
  /** In the shape of what comes; cards when missing. */
  waiting?: ReactNode
  children: (data: T) => ReactNode
}

/** What a read has brought: its answer, a skeleton while there is none, or what went wrong and whom to call. */
export function Asked<T>({ asking, waiting, children }: AskedProps<T>) {
  const { data, trouble, again } = asking
  if (data === undefined) {
    return trouble ? <TroubleView trouble={trouble} onRetry={again} /> : <Waiting>{waiting}</Waiting>
  }
  return (
    <>
      {trouble && <OlderAnswer trouble={trouble} onRetry={again} />}
      {children(data)}
    </>
  )
}

/** A skeleton that says so when the answer takes long. */
function Waiting({ children }: { children?: ReactNode }) {
  const isLong = useAfter(8000)
  return (
    <View className="col g3" aria-busy>
      {isLong && (
        <Notice icon="hourglass" alert>
          有点慢，还在等
        </Notice>
      )}
      {children ?? <Skeleton />}
    </View>
  )
}

const iconOf = (trouble: Trouble) => (trouble.fault?.kind === 'busy' ? 'hourglass' : 'offline')

/** Says that what is shown is from before, since asking again failed. */
export function OlderAnswer({ trouble, onRetry }: { trouble: Trouble; onRetry: () => unknown }) {
  const { why } = wordsFor(trouble)
  return (
    <View className="mt2">
      <Notice tone="warn" icon={iconOf(trouble)} alert action={<Link onTap={() => void onRetry()}>再试一次</Link>}>
        {why}，这是之前看到的
      </Notice>
    </View>
  )
}

/** A whole page of what went wrong, what is safe, what to do and whom to call. */
export function TroubleView({ trouble, onRetry }: { trouble: Trouble; onRetry: () => unknown }) {
  const { community } = useWhere()
  const { why, next, code } = wordsFor(trouble)
  if (trouble.refusal) {
    return (
      <Empty drawing="no-activity" title={why} say={next} action={{ label: '回上一页', onTap: () => void go.back() }} />
    )
  }
  const call = community?.phone
    ? { label: `打给${community.name} ${community.hours}`, onTap: () => void callPhone(community.phone) }
    : null
  return <ErrorView title={why} say={next} code={code || null} call={call} onRetry={() => void onRetry()} />
}

/** What went wrong with something she did, beside the button she tapped. */
export function TroubleNotice({ trouble }: { trouble: Trouble | undefined }) {
  if (!trouble) return null
  const { why, next, code } = wordsFor(trouble)
  return (
    <Notice tone="warn" icon={trouble.refusal ? 'info' : iconOf(trouble)} title={why} alert>
      {next}
      {code && <View className="caption mt1">编号 {code}</View>}
    </Notice>
  )
}
