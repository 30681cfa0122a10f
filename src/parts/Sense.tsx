import { Text, View } from '@tarojs/components'
import { useLook } from '@/ui'

/** Cuts a sentence behind its marks: 义诊： | 量血压、测血糖. */
export const pieces = (text: string) => text.match(/[^：，·]+[：，·]?\s*/g) ?? [text]

/** The space behind a piece is kept by a hard one: a soft one is dropped at the end of a box. */
const hardSpace = '\u00a0'

/** A title or place that, in large type or `always`, breaks between pieces of sense and not inside a word. */
export function Sense({ text, className, always }: { text: string; className: string; always?: boolean }) {
  const { large } = useLook()
  const parts = large || always ? pieces(text) : [text]
  if (parts.length < 2) return <View className={className}>{text}</View>
  return (
    <View className={className}>
      {parts.map((part, index) => (
        <Text key={index} className="nb">
          {part.replace(/\s+$/, hardSpace)}
        </Text>
      ))}
    </View>
  )
}
