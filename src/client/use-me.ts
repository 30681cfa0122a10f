import { actions, type Me } from '@core/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { forgetAll } from '@/device/remember'
import { keyOf, useAction, type Asking } from './use-action'

/** Who holds the phone; the last answer is kept on it, so that a start without network knows her. */
export function useMe(): Asking<Me> {
  return useAction(actions.me, {}, { keep: 'me', fresh: 60_000 })
}

/** Puts a newer answer about her in place without asking. */
export function useMeKnown(): (me: Me) => void {
  const client = useQueryClient()
  return useCallback((me: Me) => client.setQueryData(keyOf(actions.me, {}), me), [client])
}

/** How she likes this phone to look is about the phone, and stays. */
const ofThePhone = ['care']

/** Forgets on this phone, in memory and in storage, who held it; every page has to be opened anew after it. */
export function useForget(): () => void {
  const client = useQueryClient()
  return useCallback(() => {
    forgetAll(ofThePhone)
    client.clear()
  }, [client])
}
