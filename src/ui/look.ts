import { createContext, useContext } from 'react'

/** How the pages look now. The app provides it from the phone's settings and the person's own. */
export interface Look {
  /** Factor of all type: the phone's, at least 1.375 in care mode. */
  readonly f: number
  /** Large type with larger targets (关怀模式). */
  readonly care: boolean
  /** From factor 1.3 on rows become columns. */
  readonly large: boolean
  readonly dark: boolean
  /** Height of the status bar and of the navigation bar below it, in px, for pages that draw their own. */
  readonly statusHeight: number
  readonly navHeight: number
}

/** Provide it around all pages. */
export const LookContext = createContext<Look>({
  f: 1,
  care: false,
  large: false,
  dark: false,
  statusHeight: 47,
  navHeight: 44,
})

/** The look now. */
export const useLook = (): Look => useContext(LookContext)
