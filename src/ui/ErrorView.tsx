import { View } from '@tarojs/components'
import { Empty } from './Empty'
import { Icon } from './Icon'

interface ErrorViewProps {
  /** What happened, in a few words. */
  title?: string
  /** What is safe and what to do; says that repeating does no harm. */
  say?: string
  onRetry: () => void
  /** Whom to call; the caller dials. */
  call?: { label: string; onTap: () => void } | null
  /** Short code to read out on the telephone. */
  code?: string | null
}

/** When something went wrong: what happened, what is safe, one way on, a human being to call. */
export function ErrorView({ title = '网络走神了', say, onRetry, call, code }: ErrorViewProps) {
  return (
    <Empty
      drawing="offline"
      title={title}
      say={say ?? '连上网再点一次，\n不会重复占座。'}
      action={{ label: '再试一次', onTap: onRetry }}
    >
      {call && (
        <View
          className="link mt2 body"
          hoverClass="pressed"
          onClick={call.onTap}
          aria-role="button"
          aria-label={call.label}
        >
          <Icon name="phone" />
          {call.label}
        </View>
      )}
      {code && <View className="caption i3 mt2">说一声编号 {code}，我们马上查到</View>}
    </Empty>
  )
}
