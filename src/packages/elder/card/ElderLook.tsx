import { useMemo, type ReactNode } from 'react'
import { careFactor } from '@/device'
import { LookContext, useLook } from '@/ui'

/** In care mode the page is larger still than it is for everybody. */
const careElderFactor = 1.55

/** An elder's page is always in large type with large targets, whatever the phone is set to, and larger where it is. */
export function ElderLook({ children }: { children: ReactNode }) {
  const look = useLook()
  const elder = useMemo(
    () => ({ ...look, care: true, large: true, f: Math.max(look.care ? careElderFactor : careFactor, look.f) }),
    [look],
  )
  return <LookContext.Provider value={elder}>{children}</LookContext.Provider>
}
