const CASE = { width: 418, height: 872 }
const GAP = 36
const HEAD = 64
const ROOM = 28
const LEAST = 0.4
/** Smaller than this, phones side by side cannot be read. */
const READABLE = 0.6
/** In a window as narrow as a phone the phone has no case. */
const BARE = 480

/** The size of the table in px. */
export interface Room {
  width: number
  height: number
}

/** How large so many phones can stand side by side; 1 is life-size. */
export function scaleFor(phones: number, { width, height }: Room): number {
  const high = (height - HEAD - ROOM) / CASE.height
  const wide = (width - GAP * (phones + 1)) / (phones * CASE.width)
  return Math.max(LEAST, Math.min(1, high, wide))
}

/** Whether so many phones can only be shown one at a time. */
export function isOneAtATime(phones: number, room: Room): boolean {
  return phones > 1 && (innerWidth < BARE || scaleFor(phones, room) < READABLE)
}
