import { actions } from '@core/contract'
import { useState } from 'react'
import { useInfiniteAction, useMe, useWhere } from '@/client'

/** What the tab shows: what is under way, what was done, or what she herself asked for. */
export type Shown = 'open' | 'done' | 'mine'

/** The three lists of the tab, each asked for once it is looked at; her own at once, since some may wait for her. */
export function useWishes() {
  const { communityId } = useWhere()
  const me = useMe().data
  const [shown, show] = useState<Shown>('open')
  const kept = (which: string) => `cases:${which}:${communityId ?? 'county'}`
  const open = useInfiniteAction(
    actions.listCases,
    { communityId, which: 'open' },
    { enabled: shown === 'open', keep: kept('open') },
  )
  const done = useInfiniteAction(actions.listCases, { communityId, which: 'done' }, { enabled: shown === 'done' })
  const mine = useInfiniteAction(actions.myCases, {}, { enabled: me?.hasProfile === true, keep: 'cases:mine' })
  const counts = open.data?.counts ?? done.data?.counts
  const isGuest = me?.hasProfile === false
  const list = { open, done, mine }[shown]
  return {
    shown,
    show,
    list,
    isGuest,
    counts: {
      open: counts?.open,
      done: counts?.done,
      // Her own are counted where one page holds them all.
      mine: mine.data && !mine.hasMore && mine.items.length > 0 ? mine.items.length : undefined,
    },
    /** What cannot go on without a word from her. */
    waiting: mine.items.filter(({ as, state }) => as === 'asker' && (state === 'waiting' || state === 'resolved')),
    again: () => Promise.all([list.again(), shown !== 'mine' && me?.hasProfile && mine.again()]),
  }
}
