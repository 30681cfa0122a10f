import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'

/** The four digits that who comes and who is waited for both see. */
export function DoorWord({ view }: { view: Pick<CaseView, 'doorWord' | 'as' | 'state'> }) {
  const { doorWord, as, state } = view
  if (!doorWord || state === 'closed') return null
  return (
    <View className="card mt4 case-door" aria-role="note" aria-label={`门口对一下暗号，${[...doorWord].join(' ')}`}>
      <View className="b">门口对一下暗号</View>
      <View className="numeral case-door__word">
        {[...doorWord].map((digit, index) => (
          <View key={index}>{digit}</View>
        ))}
      </View>
      <View className="small i2">{howWords(as)}</View>
    </View>
  )
}

function howWords(as: CaseView['as']): string {
  if (as === 'asker') return '来的人说得出这四个数，再开门。'
  if (as === 'helper' || as === 'unit') return '到了门口，把这四个数说给里面的人听。'
  return '来的人和等着的人，手机上看到的是同样四个数。'
}
