import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query'
import { watchFront } from '@/device/lifecycle'
import { watchNetwork } from '@/device/network'
import { Troubled } from './answer'

/** How long an answer counts as fresh when a page comes back to the front. */
export const freshMs = 15_000

/** One retry, for reads, and only where the cloud gave no expected answer; a crowded one was asked often enough. */
function retryOnce(failures: number, thrown: unknown): boolean {
  const fault = thrown instanceof Troubled ? thrown.trouble.fault : undefined
  return failures < 1 && fault?.safeToRepeat === true && fault.kind !== 'busy'
}

/** The memory of what the cloud answered. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A call without network fails at once and says so; a paused one would look like loading for ever.
      networkMode: 'always',
      staleTime: freshMs,
      gcTime: 10 * 60_000,
      retry: retryOnce,
      retryDelay: 600,
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Tells react-query about coming to the front and about the network; to be called once at launch. */
export function followPhone(): void {
  focusManager.setEventListener((changed) => watchFront(changed))
  focusManager.setFocused(true)
  onlineManager.setEventListener((changed) => watchNetwork(changed))
}
