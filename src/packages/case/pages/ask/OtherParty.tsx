import { View } from '@tarojs/components'
import { SectionTitle, TextField } from '@/ui'
import type { Asking } from './use-asking'

/** The other side of a quarrel, as far as she says. */
export function OtherParty({ asking }: { asking: Asking }) {
  const { service, draft, wrong, change } = asking
  if (!service.needsOtherParty) return null
  const { other } = draft
  return (
    <>
      <SectionTitle>另一方是谁</SectionTitle>
      <View className="fields">
        <TextField
          label="称呼"
          value={other.name}
          onChange={(name) => change({ other: { ...other, name } })}
          most={20}
          hint="比如 楼上的邻居"
          wrong={wrong.other}
        />
        <TextField
          label="电话"
          type="number"
          value={other.phone}
          onChange={(phone) => change({ other: { ...other, phone } })}
          most={14}
          hint="不知道就空着"
        />
      </View>
    </>
  )
}
