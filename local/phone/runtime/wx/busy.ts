let pending = 0

/** How many questions to the cloud have no answer yet, files included. */
export function pendingCalls(): number {
  return pending
}

/** Counts work as under way until it has ended. */
export function busy<T>(work: Promise<T>): Promise<T> {
  pending += 1
  return work.finally(() => (pending -= 1))
}
