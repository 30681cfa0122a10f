import { View } from '@tarojs/components'
import { whereOf } from '@core/domain/case'
import { ChoiceField, SectionTitle, TextField } from '@/ui'
import type { Asking } from './use-asking'

const hints = { spot: '比如 3 号楼后面的巷子', home: '比如 3 号楼 2 单元 501', none: '' } as const

/** Where it is: the community, its compound where she knows it, and words. No permission is asked for. */
export function WherePart({ asking, isFixed }: { asking: Asking; isFixed: boolean }) {
  const { service, draft, wrong, change, community, communities } = asking
  const compounds = community?.compounds ?? []
  const kind = whereOf(service, draft.topic)
  const isPlaced = kind !== 'none'
  return (
    <>
      <SectionTitle>{isPlaced ? '在哪儿' : '哪个社区'}</SectionTitle>
      <View className="fields">
        {!isFixed && (
          <ChoiceField
            label="社区"
            options={communities.map(({ name }) => name)}
            value={communities.findIndex(({ id }) => id === community?.id)}
            onChange={(index) => change({ communityId: communities[index]?.id ?? '', compoundId: '' })}
            wrong={wrong.communityId}
          />
        )}
        {isPlaced && compounds.length > 0 && (
          <ChoiceField
            label="小区"
            options={[...compounds.map(({ name }) => name), '不在小区里，或说不准']}
            value={compounds.findIndex(({ id }) => id === draft.compoundId)}
            onChange={(index) => change({ compoundId: compounds[index]?.id ?? '' })}
            hint="选一个，可以不选"
          />
        )}
        {isPlaced && (
          <TextField
            label={kind === 'home' ? '门牌' : '哪儿'}
            value={draft.spot}
            onChange={(spot) => change({ spot })}
            most={40}
            hint={hints[kind]}
            wrong={wrong.spot}
          />
        )}
      </View>
      {kind === 'home' && <View className="small i2 mt2">邻居只看得到是哪个小区；门牌只给来的人和社区看。</View>}
    </>
  )
}
