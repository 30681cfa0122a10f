/** Waits a moment of a few milliseconds, longer with each attempt and never the same, before trying again. */
export const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(5 * 2 ** attempt, 200)))
