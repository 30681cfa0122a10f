import { View } from '@tarojs/components'
import { ChoiceField, TextField } from '@/ui'
import type { Profile } from './use-profile'

/** Asked once, in the same sheet: how to call her, where she lives, and a number if she likes. */
export function ProfileFields({ profile }: { profile: Profile }) {
  const { communities, home } = profile
  return (
    <View className="fields mt4">
      <View className="small i2">第一次来，留个称呼就行，下次不用再写。</View>
      <TextField
        label="称呼"
        value={profile.name}
        onChange={profile.setName}
        hint="比如 梁文娟"
        most={20}
        type="nickname"
        wrong={profile.wrongName}
        asked={profile.name === ''}
      />
      <ChoiceField
        label="住在"
        options={communities.map((each) => each.name)}
        value={communities.findIndex((each) => each.id === home)}
        onChange={(index) => profile.setHome(communities[index]?.id ?? null)}
      />
      <TextField
        label="手机"
        value={profile.phone}
        onChange={profile.setPhone}
        hint="可以不留，只有队长看得到"
        most={11}
        type="number"
        wrong={profile.wrongPhone}
      />
    </View>
  )
}
