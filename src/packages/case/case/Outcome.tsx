import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'
import { go } from '@/device'
import { starWords, standOf, type StepWords } from '@/parts/case'
import { Link, Notice } from '@/ui'

const hows = { app: '在手机上说的', phone: '打电话问的', door: '上门问的' } as const

/** How it ended, where it went on, and how it was for who asked. */
export function Outcome({ view, now, words }: { view: CaseView; now: number; words?: StepWords }) {
  const { mergedInto, score, state, outcome } = view
  const isDone = outcome === 'done'
  const canReopen = view.may.includes('reopen')
  return (
    <>
      {state === 'closed' && (
        <View className="mt4">
          <Notice
            tone={isDone ? 'success' : 'plain'}
            title={standOf({ ...view, stars: null }, now, words).word}
            action={mergedInto && <Link onTap={() => void go.case(mergedInto)}>去看合在一起的那一件</Link>}
          >
            {canReopen ? againWords[outcome ?? 'done'] : outcome === 'merged' && againWords.merged}
          </Notice>
        </View>
      )}
      {score && (
        <View className="mt3">
          <Notice
            tone={score.stars <= 2 ? 'warn' : 'success'}
            icon="star"
            title={`${starWords(score.stars)} · ${score.stars} 颗星`}
          >
            {[score.words && `“${score.words}”`, hows[score.how]].filter(Boolean).join(' ')}
          </Notice>
        </View>
      )}
    </>
  )
}

/** What whoever may open it again should know. */
const againWords = {
  done: '三十天里还有没好的，可以让它重开。',
  declined: '为什么没办成，写在下面；不同意，可以让它重开。',
  withdrawn: '提的人收回了，想办可以再提一次。',
  merged: '几位邻居说的是同一件事，合在一起办，办好了一起告诉。',
  unanswered: '问的话一直没等到回，先放下了；有了回话，可以让它重开。',
} as const
