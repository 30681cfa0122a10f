import { actions, colours, type Colour } from '@core/contract'
import { momentOfDay, dayOf, weekFrom } from '@core/domain/times'
import { useMemo } from 'react'
import { useInfiniteAction, useMe, useWhere } from '@/client'

export interface Week {
  /** The seven days from today on, yyyy-mm-dd. */
  days: { day: string; total: number; byColour: Partial<Record<Colour, number>> }[]
  total: number
  byColour: Record<Colour, number>
}

/** What is on from today on where she looks, and how many a day; asked once she is known, so that it is asked once. */
export function useWeek(now: number, enabled = true) {
  const me = useMe()
  const { communityId } = useWhere()
  const isKnown = me.data !== undefined || me.trouble !== undefined
  const list = useInfiniteAction(
    actions.listActivities,
    { communityId, colour: null, from: momentOfDay(dayOf(now)), to: null, search: '', week: true },
    { enabled: enabled && isKnown, keep: `home:${communityId ?? 'county'}` },
  )
  const tallies = list.data?.week
  const week = useMemo<Week | null>(() => {
    if (!tallies) return null
    const days = weekFrom(now).map((day) => {
      const tally = tallies.find((each) => each.day === day)
      return { day, total: tally?.total ?? 0, byColour: tally?.byColour ?? {} }
    })
    const sumOf = (colour: Colour) => days.reduce((sum, { byColour }) => sum + (byColour[colour] ?? 0), 0)
    return {
      days,
      total: days.reduce((sum, day) => sum + day.total, 0),
      byColour: Object.fromEntries(colours.map((colour) => [colour, sumOf(colour)])) as Record<Colour, number>,
    }
  }, [tallies, now])
  return { list: { ...list, loading: list.loading || (enabled && !isKnown) }, week }
}
