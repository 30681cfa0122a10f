// Numbers that are held back for a while, from somebody who has read too many within an hour.

/** What an answer says of the numbers in it: minutes until they are shown again, where it came without them. */
export interface MaybeHeld {
  held?: number | null
}

/** Minutes until numbers are shown again, over all the pages of a list; null where none are held back. */
export const heldIn = (pages: readonly MaybeHeld[]): number | null =>
  pages.reduce((most, { held }) => Math.max(most, held ?? 0), 0) || null

/** That numbers are not shown for now, and when they are. */
export const heldWords = (minutes: number) => `电话先不显示，${minutes} 分钟后再看`

/** What stands where a number would: that it is held back, or else that there is none. */
export const noNumber = (held: number | null | undefined, none: string) => (held ? heldWords(held) : none)
