import type { Me } from '@core/contract'

type Community = Me['communities'][number]

/** The communities whose desk she has: as one who works there, or as the grid worker of one of its compounds. */
export function desksOf({ communities, roles }: Pick<Me, 'communities' | 'roles'>): Community[] {
  return communities.filter(
    ({ id, compounds }) => roles.staffOf.includes(id) || compounds.some((each) => roles.gridOf.includes(each.id)),
  )
}
