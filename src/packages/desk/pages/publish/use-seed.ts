import { actions, type ActivityForm, type Me } from '@core/contract'
import { activityTemplates } from '@core/services'
import { useMemo, useState } from 'react'
import { useAction } from '@/client'
import { fromLastTime, fromTemplate, nowhere } from '../../form/draft'

/** Where the form starts from: a template's id, or an earlier activity's. */
export type Source = { kind: 'template'; id: string } | { kind: 'copy'; id: string }

/** The form that a source fills in for a team; undefined while it is being fetched. */
export function useSeed(source: Source, team: Me['leads'][number]): ActivityForm | undefined {
  const [now] = useState(() => Date.now())
  const isCopy = source.kind === 'copy'
  const last = useAction(actions.getForm, { id: source.id }, { enabled: isCopy, fresh: 60_000 })
  const page = useAction(actions.getTeam, { id: team.id }, { enabled: !isCopy, fresh: 60_000 })
  const places = useAction(actions.places, { communityId: team.communityId }, { enabled: !isCopy, fresh: 60_000 })
  const template = activityTemplates.find((each) => each.id === source.id)

  return useMemo(() => {
    if (isCopy) return last.data && fromLastTime(last.data.form, source.id, now)
    if (!template || page.loading || places.loading) return undefined
    const publisher = {
      teamId: team.id,
      contact: { name: page.data?.leaderName ?? '', phone: page.data?.phone ?? '' },
    }
    const usual = places.data?.items.find((each) => each.name.includes(template.placeFunction))
    const place = usual
      ? {
          ...nowhere,
          id: usual.id,
          name: usual.name,
          address: usual.address,
          latitude: usual.latitude,
          longitude: usual.longitude,
        }
      : nowhere
    return fromTemplate(template, publisher, place, now)
  }, [isCopy, last.data, source.id, now, template, page.loading, page.data, places.loading, places.data, team.id])
}
