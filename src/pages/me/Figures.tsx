import { View } from '@tarojs/components'
import { go } from '@/device'

interface FiguresProps {
  coming: number | undefined
  waiting: number | undefined
  teams: number
}

/** What is ahead of her, in three numbers. */
export function Figures({ coming, waiting, teams }: FiguresProps) {
  const figures = [
    { n: coming, words: '场要去', onTap: () => void go.mine() },
    { n: waiting, words: '场在候补', onTap: () => void go.mine() },
    { n: teams, words: '支队伍', onTap: () => void go.teams() },
  ]
  return (
    <View className="card figures mt5">
      {figures.map(({ n, words, onTap }) => (
        <View
          key={words}
          className="figures__i"
          hoverClass="pressed"
          onClick={onTap}
          aria-role="button"
          aria-label={n === undefined ? words : `${n} ${words}`}
        >
          <View className="figures__n">{n ?? '–'}</View>
          <View className="small i2">{words}</View>
        </View>
      ))}
    </View>
  )
}
