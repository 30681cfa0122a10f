import { View } from '@tarojs/components'
import { Avatar } from '@/ui'

const mostFaces = 6

/** Up to six faces of one character, then how many more neighbours; one node for the screen reader. */
export function Facepile({ faces, total }: { faces: readonly string[]; total: number }) {
  const shown = faces.slice(0, mostFaces)
  const others = total - shown.length
  return (
    <View className="row g3 wrap" aria-role="img" aria-label={`${total} 位邻居会来`}>
      {shown.length > 0 && (
        <View className="row faces" aria-hidden>
          {shown.map((face, index) => (
            <Avatar key={index} face={face} size="small" />
          ))}
        </View>
      )}
      <View className="small i2" aria-hidden>
        {shown.length === 0 ? `${total} 位邻居会来` : others > 0 ? `和另外 ${others} 位邻居` : '会来'}
      </View>
    </View>
  )
}
