import { createContext, useContext } from 'react'

/** How the pages look now; sizes in px. The app provides it from the phone's settings and the person's own. */
export interface Look {
  readonly dark: boolean
  /** Large type with larger targets (关怀模式). */
  readonly care: boolean
  /** Font factor of the phone, 1 to 1.75. */
  readonly factor: number
  /** Height of the status bar, for pages that draw their own navigation bar. */
  readonly statusBar: number
}

export const plainLook: Look = { dark: false, care: false, factor: 1, statusBar: 44 }

export const LookContext = createContext<Look>(plainLook)

/** The look now, with `f` as the pages use it (at least 1.375 in care mode) and whether rows become columns. */
export function useLook(): Look & { f: number; large: boolean } {
  const look = useContext(LookContext)
  const f = Math.max(look.factor, look.care ? 1.375 : 1)
  return { ...look, f, large: f >= 1.3 }
}
