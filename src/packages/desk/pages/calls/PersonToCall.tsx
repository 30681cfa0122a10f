import { View } from '@tarojs/components'
import type { CallRow } from '@core/contract'
import { callPhone } from '@/device'
import { Sense, noNumber } from '@/parts'
import { BigButton, Icon, Link } from '@/ui'
import { whoseWords, whyWordsOf } from './calls-words'

export type Outcome = 'called' | 'no_answer' | 'undo'

interface PersonToCallProps {
  row: CallRow
  /** Minutes until numbers are shown again, while they are held back. */
  held: number | null
  /** What the list says to say; hers is shown where it is another. */
  script: string
  /** What was ticked on this phone just now. */
  ticked: Outcome | undefined
  busy: boolean
  onTick: (outcome: Outcome) => void
}

/** Somebody to call: her number as one large button, then what came of it. */
export function PersonToCall({ row, held, script, ticked, busy, onTick }: PersonToCallProps) {
  const name = row.name || '没写称呼'
  if (ticked === 'called') {
    return (
      <View className="card told">
        <View className="row g3">
          <Icon name="check" tone="su" size={24} />
          <View className="grow">
            <View className="lead b">{name}</View>
            <View className="small i2">电话里说到了</View>
          </View>
          <Link plain onTap={() => onTick('undo')} name={`点错了，${name}还没说到`}>
            点错了
          </Link>
        </View>
      </View>
    )
  }
  const whose = whoseWords(row)
  return (
    <View className="card">
      <View className="call-name">{name}</View>
      <View className="small i2">{[whyWordsOf(row, held), whose].filter(Boolean).join(' · ')}</View>
      {row.phone ? (
        <View className="mt3">
          <BigButton
            variant="quiet"
            icon="phone"
            grow
            onTap={() => void callPhone(row.phone)}
            name={`打给${whose ? row.phoneOf : name}，${row.phone}`}
          >
            {row.phone}
          </BigButton>
        </View>
      ) : (
        <View className="small i2 mt2">{noNumber(held, '问问认识的邻居，或者上门说一声，说到了再勾上。')}</View>
      )}
      {row.say !== undefined && row.say !== script && (
        <Sense className="small i2 mt2" text={`对${name}这样说：${row.say}`} />
      )}
      <View className="row g3 mt3 call-keys">
        <BigButton
          variant="line"
          size="small"
          disabled={busy}
          onTap={() => onTick('no_answer')}
          name={`没人接，${name}`}
        >
          没人接
        </BigButton>
        <BigButton
          size="small"
          grow
          icon="check"
          disabled={busy}
          onTap={() => onTick('called')}
          name={`说到了，${name}`}
        >
          说到了
        </BigButton>
      </View>
    </View>
  )
}
