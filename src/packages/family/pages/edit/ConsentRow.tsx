import { View } from '@tarojs/components'
import type { Dependent } from '@core/contract'
import { dayWords } from '@core/domain/times'
import { Tick } from '@/ui'

interface ConsentRowProps {
  on: boolean
  words: string
  /** Who agreed and when, once it is recorded. */
  given: Dependent['consent']
  wrong: string | undefined
  onToggle: () => void
  now: number
}

/** The consent to what is kept: ticked once, then shown with who gave it and when. */
export function ConsentRow({ on, words, given, wrong, onToggle, now }: ConsentRowProps) {
  if (given) {
    return (
      <View className="consent">
        <View className="consent__box">
          <Tick on />
        </View>
        <View className="grow">
          <View>{words}</View>
          <View className="small i2 mt1">
            {given.by} {dayWords(given.at, now)}同意
          </View>
        </View>
      </View>
    )
  }
  return (
    <>
      <View
        className="consent"
        hoverClass="pressed"
        onClick={onToggle}
        aria-role="checkbox"
        aria-checked={on}
        aria-label={words}
      >
        <View className="consent__box">
          <Tick on={on} />
        </View>
        <View className="grow">{words}</View>
      </View>
      {wrong && (
        <View className="field__e" aria-role="alert">
          {wrong}
        </View>
      )}
    </>
  )
}
