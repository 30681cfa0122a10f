interface Span {
  startsAt: number
  endsAt: number
}

/** Whether two things cannot both be gone to; one that starts when the other ends is no clash. */
export const overlap = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt

/** Those of a person's sign-ups that she could not attend besides this one. */
export function clashing<T extends Span>(wanted: Span, others: readonly T[]): T[] {
  return others.filter((other) => overlap(wanted, other))
}
