import type { Colour } from '../contract'

/** A kind of standing project that teams put on the menu. One file per kind. */
export interface ProjectKind {
  /** Stable name, used as file name: `haircut`. */
  id: string
  title: string
  words: string
  colour: Colour
  /** How long one takes. */
  minutes: number
}
