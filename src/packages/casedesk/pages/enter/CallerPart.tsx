import { View } from '@tarojs/components'
import { Link, TextField } from '@/ui'
import type { Entering } from './use-entering'

/** Who rings up: a name and a number, or an elder whom the community knows. */
export function CallerPart({ entering, onElders }: { entering: Entering; onElders: (() => void) | null }) {
  const { draft, wrong, change } = entering
  return (
    <>
      <View className="fields mt3">
        <TextField
          label="谁打来"
          value={draft.name}
          onChange={(name) => change({ name, elderId: '' })}
          most={20}
          hint="怎么称呼，比如 何奶奶"
          wrong={wrong.name}
          asked
        />
        <TextField
          label="电话"
          type="number"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          most={14}
          hint="没有就空着"
          wrong={wrong.phone}
        />
      </View>
      {onElders && (
        <View className="row between g3">
          <Link icon="search" onTap={onElders}>
            从社区的老人里选
          </Link>
          {draft.elderId && <View className="small i2">记在{draft.name}名下</View>}
        </View>
      )}
    </>
  )
}
