import { View } from '@tarojs/components'
import type { Me } from '@core/contract'
import { whereOf } from '@core/domain/case'
import { Chip, SectionTitle, TextField } from '@/ui'
import type { Entering } from './use-entering'

const hints = { spot: '比如 3 号楼后面的巷子', home: '比如 3 号楼 2 单元 501' } as const

/** Where it is: the compound in a tap, the rest in words. */
export function WherePart({
  entering,
  community,
}: {
  entering: Entering
  community: Me['communities'][number] | undefined
}) {
  const { draft, service, wrong, change } = entering
  const kind = service ? whereOf(service, draft.topic) : 'none'
  if (!service || kind === 'none') return null
  const compounds = community?.compounds ?? []
  return (
    <>
      <SectionTitle>在哪儿</SectionTitle>
      {compounds.length > 0 && (
        <View className="row wrap g2" aria-role="radiogroup" aria-label="哪个小区">
          {compounds.map(({ id, name }) => (
            <Chip
              key={id}
              on={id === draft.compoundId}
              onTap={() => change({ compoundId: id === draft.compoundId ? '' : id })}
              name={name}
            >
              {name}
            </Chip>
          ))}
        </View>
      )}
      <View className="mt3">
        <TextField
          label={kind === 'home' ? '门牌' : '哪儿'}
          value={draft.spot}
          onChange={(spot) => change({ spot })}
          most={40}
          hint={hints[kind]}
          wrong={wrong.spot}
        />
      </View>
    </>
  )
}
