import type { Me } from '@core/contract'
import { create } from 'zustand'
import { recall, remember } from '@/device/remember'
import { useMe } from './use-me'

const name = 'where'
/** Stands for the whole county in what is remembered, since null means that nothing was chosen. */
const county = 'county'

const useChosen = create<{ chosen: string | null }>(() => ({ chosen: recall<string>(name) }))

/** Which community she looks at; `communityId` null is the whole county. */
export interface Where {
  communityId: string | null
  community: Me['communities'][number] | undefined
  communities: readonly Me['communities'][number][]
  /** 柳湾社区, or 全县. */
  words: string
  /** Looks at another community, or with null at the whole county; remembered on this phone. */
  lookAt: (communityId: string | null) => void
}

/** The community that all tabs show: the one chosen last, else her own, else the whole county. */
export function useWhere(): Where {
  const { data: me } = useMe()
  const chosen = useChosen((state) => state.chosen)
  const communities = me?.communities ?? []
  const isKnown = chosen === county || communities.some((each) => each.id === chosen)
  const id = me && !isKnown ? me.communityId : chosen === county ? null : chosen
  const community = communities.find((each) => each.id === id)
  return { communityId: id, community, communities, words: community?.name ?? '全县', lookAt }
}

function lookAt(communityId: string | null) {
  const chosen = communityId ?? county
  remember(name, chosen)
  useChosen.setState({ chosen })
}
