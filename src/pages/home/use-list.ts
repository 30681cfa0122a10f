import { actions, type ActivityCard, type Colour } from '@core/contract'
import { dayOf, momentOfDay } from '@core/domain/times'
import { useMemo, useState } from 'react'
import { useInfiniteAction, useWhere } from '@/client'
import { useNow } from '@/device'
import { useWeek } from '@/parts'

/** What the home page shows: the week, what was chosen of it, and the activities that fit. */
export function useList() {
  const now = useNow()
  const today = dayOf(now)
  const [day, setDay] = useState<string | null>(null)
  const [colour, setColour] = useState<Colour | null>(null)
  const { communityId } = useWhere()
  const { list, week } = useWeek(now)

  // A day that has passed while the phone lay in a pocket is chosen no more.
  const from = day !== null && day > today ? day : today
  const isChosen = colour !== null || from !== today
  const chosen = useInfiniteAction(
    actions.listActivities,
    { communityId, colour, from: momentOfDay(from), to: null, search: '', week: false },
    { enabled: isChosen },
  )
  const asked = isChosen ? chosen : list

  // Until the answer comes, what is known already is shown of it.
  const items = useMemo(() => {
    const fits = (card: ActivityCard) => (colour === null || card.colour === colour) && dayOf(card.startsAt) >= from
    return isChosen && chosen.data ? chosen.items : list.items.filter(fits)
  }, [isChosen, chosen.data, chosen.items, list.items, colour, from])

  return {
    now,
    today,
    from,
    colour,
    week,
    list: asked,
    items,
    pickDay: (picked: string) => setDay(picked === from || picked === today ? null : picked),
    pickColour: setColour,
    again: () => Promise.all([list.again(), isChosen ? chosen.again() : null]),
  }
}
