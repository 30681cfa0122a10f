import { View } from '@tarojs/components'
import { classes } from '@/ui'

const steps = [0, 1, 2, 3, 4]

/** Five bars: what lies behind, where it is now, what is to come; always beside the word that says it. */
export function Pips({ behind }: { behind: number }) {
  const look = (step: number) =>
    behind === 5 ? 'pip--good' : step < behind ? 'pip--done' : step === behind && 'pip--now'
  return (
    <View className="pips" aria-hidden>
      {steps.map((step) => (
        <View key={step} className={classes('pip', look(step))} />
      ))}
    </View>
  )
}
