import { useState } from 'react'
import { useShown } from '@/device'

/** The moment at which the page last came to the front, in ms: screens do not tick. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useShown(() => setNow(Date.now()))
  return now
}
