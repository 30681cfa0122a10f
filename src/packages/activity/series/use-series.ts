import { actions } from '@core/contract'
import { useState } from 'react'
import { useDo, useInfiniteAction } from '@/client'
import { ask, say } from '@/device'
import { ourParts, listed } from '@/parts'
import type { Meeting } from './Meetings'

const untrue = [actions.getSeries, actions.getActivity, actions.listActivities, actions.myActivities]

/** A series, what is picked of it, and what she can do about it. */
export function useSeries(id: string) {
  const [which, setWhich] = useState<'coming' | 'past'>('coming')
  const asking = useInfiniteAction(actions.getSeries, { id, which })
  const joining = useDo(actions.joinSeries, { invalidates: untrue })
  const leaving = useDo(actions.leaveSeries, { invalidates: untrue })
  const skipping = useDo(actions.leave, { invalidates: untrue })
  const [picked, setPicked] = useState<string[] | null>(null)

  const toggle = (meeting: string) =>
    setPicked((before) =>
      (before ?? []).includes(meeting)
        ? (before ?? []).filter((each) => each !== meeting)
        : [...(before ?? []), meeting],
    )

  /** Gives up one meeting; a regular stays a regular. */
  const skip = async (meeting: Meeting, meId: string) => {
    const parts = ourParts(meeting)
    const who = listed(parts.map(({ called }) => called))
    const yes = await ask({
      title: `${who}这次不来？`,
      body: '只退这一场，别的场照常。座位会让给想来的邻居。',
      yes: '不来',
      no: '还是来',
    })
    if (!yes) return
    const people = parts.length === 1 && parts[0]?.id === '' ? [] : parts.map((part) => part.id || meId)
    const answer = await skipping.run({ id: meeting.id, people })
    if (answer?.ok) say('这次的座位退了')
  }

  /** Is a regular no longer, after one question. */
  const stop = async (people: string[]) => {
    const yes = await ask({
      title: '不再固定来了？',
      body: '以后每一场的座位都退掉，随时可以再报。',
      yes: '都退掉',
      no: '接着来',
    })
    if (!yes) return
    const answer = await leaving.run({ id, people })
    if (answer?.ok) say(`退了 ${answer.data.left} 场`)
  }

  return { which, setWhich, asking, joining, leaving, skipping, picked, setPicked, toggle, skip, stop }
}

export type Series = ReturnType<typeof useSeries>
