// What a case is to the rules: its document less what only the cloud needs, and who stands before it.
import type { CasePart, MoveName } from '../contract'

/** Somebody before a case, as the cloud found her: what she stands to it, most particular first. */
export interface Viewer {
  /** Her account; '' for the clock. */
  id: string
  /** Everything she is to this case: a helper may be a follower too. */
  parts: readonly CasePart[]
  /** Units of this case that she speaks for. */
  units: readonly string[]
}

/** Whether somebody is one of these to a case. */
export const isOneOf = (viewer: Viewer, parts: readonly CasePart[]) => viewer.parts.some((part) => parts.includes(part))

export type AnyMoveName = MoveName | 'begin' | 'joined' | 'remind' | 'overdue' | 'lapse'
